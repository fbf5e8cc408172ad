/* A query answered: from data where it is a question or an amount, else by records, else in another form of it. */
(function (ask) {
  "use strict";

  function one(box) { return { answers: [box], found: [], total: 0 }; }

  /* What a query looks for that the site does not hold. */
  function absent(asked, words) {
    if (asked.ranked || asked.kinds.rate !== undefined || /_pct$/.test(asked.column)) { return null; }
    var own = words.absent.find(function (item) {
      function has(word) { return asked.text.indexOf(word) >= 0; }
      return item[3].some(has) && (!item[4].length || item[4].some(has));
    });
    return own ? { head: own[0], lead: [own[1]], url: own[2], lost: true } : null;
  }

  /* A year of which nothing is collected. */
  function early(asked, words) {
    if (!asked.year || asked.whose || asked.measure || words.years.indexOf(asked.year) >= 0) { return null; }
    return { head: asked.year + " 年度的决算：还没有收录", url: "disclosures/", lead: ["本站还没有收录 " + asked.year + " 年度的决算；收录的年度：" + words.years.join("、") + "。见", { t: "公开部门", u: "disclosures/" }, "。"] };
  }

  var CHECKS = { head: "勾稽核对：对不上的地方", url: "checks/", lead: ["同一个数在原文里印了两次、合计与各项之和，本站都逐一核对。对不上的地方按金额列在", { t: "勾稽核对", u: "checks/" }, "，两边的数都引原文。"], note: "对不上只说明印出来的两处内容不能同时成立，或者按通常的填报口径应当一致而不一致，不说明原因。" };

  function measureOf(id, words) { return words.measures.find(function (item) { return item[0] === id; }); }

  /* A measure that is meant without a word for it. */
  function supposed(asked, words, project) {
    var rate = asked.kinds.completion_pct !== undefined || asked.kinds.rate !== undefined, id = "";
    if (asked.measure || project || asked.kinds.item !== undefined) { return; }
    if (rate && (asked.whose || asked.kinds.whose !== undefined)) { id = "rate.overall"; asked.column = "actual"; }
    else if (asked.limit && asked.limit.kind === "people") { id = "headcount.total"; }
    else if (asked.limit && asked.limit.kind === "vehicles") { id = "three_public.vehicles_kept"; }
    else if (asked.limit && asked.kinds.whose !== undefined && (asked.limit.kind === "money" || !asked.limit.kind)) { id = "expenditure.current"; }
    else if (asked.sides && asked.sides.length > 1) { id = "expenditure.current"; }
    asked.measure = id ? measureOf(id, words) : asked.measure;
  }

  /* Whether projects are asked for, not departments. */
  function projectly(asked) {
    var kinds = asked.kinds, by = asked.ranked || asked.limit || kinds.score !== undefined || kinds.rate !== undefined || kinds.missed !== undefined;
    var whole = !asked.measure || (asked.measure[7] && (asked.ranked || asked.limit));
    return (kinds.project !== undefined && whole && !!by) || (kinds.rate !== undefined && asked.ranked && !asked.measure && kinds.whose === undefined);
  }

  /* Two and more departments that are named, side by side; null if there is only one. */
  function several(asked, words, index) {
    if (!asked.sides || asked.sides.length < 2) { return Promise.resolve(null); }
    return Promise.all(asked.sides.map(function (side) { return ask.department(side, index); })).then(function (found) {
      var own = found.filter(function (item, i) { return item && found.indexOf(item) === i; });
      var lost = asked.sides.filter(function (side, i) { return !found[i] && side.office; }).map(function (side) { return side.whose; });
      return own.length && own.length + lost.length > 1 ? [ask.compared(own, lost, asked, words)] : null;
    });
  }

  function ofOne(asked, words, index, project) {
    var nothing = !asked.office && !asked.measure && !project && asked.kinds.check === undefined && asked.kinds.item === undefined;
    if (nothing) { return Promise.resolve([]); }
    return ask.department(asked, index).then(function (found) {
      if (asked.office && !found) { return ask.missing(asked, words, index); }
      if (asked.kinds.check !== undefined) { return [found ? ask.checksOf(found, asked) : CHECKS]; }
      if (project && (found || !asked.whose)) { return ask.projects(asked, found, index).then(function (box) { return [box]; }); }
      if (asked.kinds.item !== undefined && (found || !asked.whose)) { return found ? [ask.itemsOf(found, asked)] : ask.items(index).then(function (box) { return [box]; }); }
      if (asked.measure && found) { return [ask.ofDepartment(found, asked, words)]; }
      if (asked.measure && !asked.whose) { return ask.ranking(asked, index).then(function (box) { return [box]; }); }
      return [];
    });
  }

  /* Everything that a question finds: answers first. */
  function answers(query, words, index) {
    var asked = ask.parsed(query, words, index), project = projectly(asked), none = absent(asked, words) || early(asked, words);
    supposed(asked, words, project);
    return (none ? Promise.resolve([none]) : several(asked, words, index).then(function (both) {
      return both || ofOne(asked, words, index, project);
    })).then(function (all) { return { asked: asked, all: all.filter(Boolean) }; });
  }

  /* What can be asked of words that begin like what is typed. */
  function begun(text, words) {
    var found = [];
    words.measures.forEach(function (item) {
      var name = item[5].find(function (said) { return said.indexOf(text) === 0; });
      if (name && !item[7]) { found.push(item[5][0]); }
    });
    return found.slice(0, 2).concat(found.slice(0, 3).map(function (name) { return "哪个部门" + name + "最多"; }));
  }

  function nextOf(answer) {
    var own = answer.found.find(function (found) { return /^d\/departments\/[^/]+\/$/.test(found.below); });
    if (!own) { return []; }
    var name = own.title.split("：")[0];
    return ["花了多少钱", "三公经费比上年", "有多少人", "执行率最低的项目"].map(function (question) { return name + question; });
  }

  /* What a word means: the term that is or ends with it, in plain words. */
  function meaning(asked, index) {
    var said = asked.text;
    asked.parts.forEach(function (part) { if (part.kind === "meaning") { said = said.replace(part.text, ""); } });
    return index.piece("plain").then(function (terms) {
      var names = Object.keys(terms).map(function (name) { return [name, ask.compact(index.plain(name))]; });
      function by(test) { return names.filter(test).sort(function (a, b) { return a[1].length - b[1].length; })[0]; }
      var term = said && (by(function (name) { return name[1] === said; }) || by(function (name) { return name[1].slice(-said.length) === said; }));
      return index.listed(term ? term[0] : asked.bare || said).then(function (answer) {
        var page = term && answer.found.find(function (found) { return found.title === term[0]; });
        var box = page ? [{ head: term[0], url: page.below, lead: [terms[term[0]]] }] : [];
        return { answers: box, found: answer.found, total: answer.total };
      });
    });
  }

  function answered(query, words, index, sum) {
    return answers(query, words, index).then(function (told) {
      var box = told.all[0], asked = told.asked;
      if (asked.kinds.meaning !== undefined && !asked.latin) { return meaning(asked, index); }
      if (box && (!box.bare || box.topic)) {
        return { answers: told.all, found: [], total: 0, rest: function () { return index.listed(query); } };
      }
      var meant = !box && asked.measure && asked.whose && !asked.latin ? ask.mended(asked, words) : "";
      if (meant) { return again(meant, query, words, index); }
      return index.listed(query).then(function (answer) {
        /* A bare name without a page of its own leads to what explains it. */
        if (box && answer.found.length) { box.url = answer.found[0].below; }
        return { answers: box ? told.all : sum && !answer.found.length ? [sum] : [], found: answer.found, total: answer.total, next: box ? [] : nextOf(answer).concat(begun(asked.text, words)) };
      });
    });
  }

  function once(query, words, index, meant) {
    return ask.amounts(query, index).then(function (sum) {
      if (sum && sum.rows) { return one(sum); }
      return index.held("=" + ask.compact(index.plain(query)), "t", 0).then(function (titled) {
        var near = titled || meant ? "" : whole(query, words, index);
        return near ? again(near, query, words, index) : answered(query, words, index, sum);
      });
    });
  }

  /* A long name with one slip, where nothing else is asked. */
  function whole(query, words, index) {
    var asked = ask.parsed(query, words, index);
    return asked.latin || asked.text.length < 5 || (asked.measure && !asked.measure[7]) || asked.office ? "" : ask.slip(asked.text, words, 2);
  }

  function empty(answer) { return !answer.answers.filter(function (box) { return box.url !== undefined; }).length && !answer.found.length; }

  function said(answer, query) {
    return { answers: [], found: answer.found, total: answer.total, told: answer.found.length ? "按读音找到与“" + query + "”相近的。" : "" };
  }

  function again(name, query, words, index) {
    return once(name, words, index, true).then(function (answer) {
      answer.told = "没有“" + query + "”，按“" + name + "”查找。";
      return answer;
    });
  }

  function latin(text, query, words, index, before) {
    var named = ask.lettered(text, words);
    if (named) { return again(named, query, words, index); }
    return index.sounding(ask.initials(ask.compact(text))).then(function (initials) {
      if (initials.found.length) { return said(initials, query); }
      return ask.bySound(text, index).then(function (heard) { return heard ? index.sounding(heard.tokens) : null; }).then(function (found) {
        return found && found.found.length ? said(found, query) : before;
      });
    });
  }

  function heardAs(text, query, words, index, before) {
    return Promise.all([ask.bySound(text, index), ask.spelled(words, index)]).then(function (all) {
      var heard = all[0];
      if (!heard) { return before; }
      var sounding = words.measures.find(function (item) { return item[6].split(" ").some(function (name) { return name.toLowerCase() === heard.sounds.join(""); }); });
      if (sounding) { return again(sounding[1], query, words, index); }
      return index.sounding(heard.tokens).then(function (found) { return found.found.length ? said(found, query) : before; });
    });
  }

  /* Another form of a query that finds nothing as it is. */
  function other(query, words, index, before) {
    var text = index.plain(query).trim();
    if (/^\d+$/.test(text)) { return ask.amounts(query, index, true).then(function (sum) { return sum ? one(sum) : before; }); }
    if (/^[a-z ]+$/.test(text)) { return latin(text, query, words, index, before); }
    return ask.simplified(query, index).then(function (simple) {
      if (simple !== query) {
        return once(simple, words, index).then(function (answer) { return empty(answer) ? other(simple, words, index, before) : answer; });
      }
      var asked = ask.parsed(query, words, index), unknown = asked.parts.some(function (part) { return part.kind === "rest"; });
      var near = unknown ? ask.slip(asked.text, words) || ask.mended(asked, words) : "";
      if (near) { return again(near, query, words, index); }
      return heardAs(text, query, words, index, before).then(function (answer) {
        if (!empty(answer)) { return answer; }
        return index.listed(asked.bare || query, 0.3).then(function (partly) {
          return partly.found.length ? { answers: [], found: partly.found, total: partly.total, told: "没有完全相同的，列出相近的。" } : before;
        });
      });
    });
  }

  ask.answer = function (query, index) {
    return index.piece("words").then(function (words) {
      return /[a-z]/i.test(query.normalize("NFKC")) ? ask.spelled(words, index) : words;
    }).then(function (words) {
      return once(query, words, index).then(function (answer) {
        var lost = answer.answers[0] && answer.answers[0].lost;
        if (!lost) { return empty(answer) ? other(query, words, index, answer) : answer; }
        return ask.simplified(query, index).then(function (simple) { return simple === query ? answer : once(simple, words, index); });
      });
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
