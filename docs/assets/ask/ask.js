/* A query answered: from data where it is a question or an amount, else by records, else in another form of it. */
(function (ask) {
  "use strict";

  function one(box) { return { answers: [box], found: [], total: 0 }; }

  /* The first of some entries of which a query holds the words. */
  function holding(asked, list) {
    return list.find(function (item) {
      function has(word) { return asked.text.indexOf(word) >= 0; }
      return item[0].some(has) && (!item[1].length || item[1].some(has));
    });
  }

  /* What a query looks for that the site does not hold; or what a reader wants to do, and where. */
  function absent(asked, words, index) {
    var help = (!asked.measure || asked.supposed) && holding(asked, words.helps), ranked = asked.ranked || asked.kinds.rate !== undefined || /_pct$/.test(asked.column);
    /* Beside a department only what is left of the question can ask for help. */
    if (help && asked.office && !asked.left.some(function (one) { return help[0].some(function (word) { return one.ways[0].indexOf(word) >= 0; }); })) { help = undefined; }
    var own = help || (!ranked && holding(asked, words.absent));
    return own ? index.piece("said").then(function (said) { return { head: said[own[2]][0], lead: [said[own[2]][1]], url: said[own[2]][2], lost: !help, help: !!help }; }) : Promise.resolve(null);
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
    var kinds = asked.kinds, rate = kinds.completion_pct !== undefined || kinds.rate !== undefined, who = asked.whose || kinds.whose !== undefined, id = "";
    if (asked.measure || project || kinds.item !== undefined || kinds.check !== undefined) { return; }
    if (rate && who) { id = "rate.overall"; asked.column = "actual"; }
    else if (kinds.score !== undefined && who && kinds.project === undefined) { id = "score.overall"; }
    else if (asked.limit && asked.limit.kind === "people") { id = "headcount.total"; }
    else if (asked.limit && asked.limit.kind === "vehicles") { id = "three_public.vehicles_kept"; }
    else if (asked.limit && kinds.whose !== undefined && (asked.limit.kind === "money" || !asked.limit.kind)) { id = "expenditure.current"; }
    else if (kinds.project !== undefined && kinds.whose !== undefined && asked.ranked && /[多少]$/.test(kinds.most || kinds.least) && kinds.money === undefined) { id = "performance.project_count"; }
    else if (asked.sides && asked.sides.length > 1) { id = "expenditure.current"; }
    else if (asked.ranked && kinds.whose !== undefined && kinds.project === undefined && !asked.whose) { id = "expenditure.current"; }
    else if (/^(change|variance_pct|annual_budget|initial_budget)$/.test(asked.column) && (who || (asked.column === "variance_pct" && !/差异率?$/.test(kinds.variance_pct)))) { id = "expenditure.current"; }
    else if (kinds.money !== undefined && asked.office) { id = "expenditure.current"; }
    asked.measure = id ? measureOf(id, words) : asked.measure;
    asked.supposed = !!asked.measure;
  }

  /* Whether projects are asked for, not departments. */
  function projectly(asked) {
    if (asked.limit && asked.measure && asked.measure[0] === "performance.project_count") { asked.measure = null; asked.kinds.project = "项目"; }
    var kinds = asked.kinds, by = asked.ranked || asked.limit || kinds.score !== undefined || kinds.rate !== undefined || kinds.missed !== undefined;
    if (/部门|单位|局|谁|哪家/.test(kinds.whose || "") && !asked.limit && /[多少]$/.test(kinds.most || kinds.least || "") && kinds.score === undefined && kinds.rate === undefined && kinds.money === undefined && kinds.missed === undefined && !asked.measure) { return false; }
    var whole = !asked.measure || (asked.measure[7] && (asked.ranked || asked.limit));
    return (kinds.project !== undefined && whole && !!by) || (kinds.rate !== undefined && asked.ranked && !asked.measure && kinds.whose === undefined) || (!!asked.limit && !!asked.limit.equal && !asked.measure);
  }

  /* Two and more departments that are named, side by side; null if there is only one, or if something else is named. */
  function several(asked, words, index) {
    if (!asked.sides || asked.sides.length < 2) { return Promise.resolve(null); }
    return Promise.all(asked.sides.map(function (side) { return ask.subject(side, index); })).then(function (told) {
      var found = told.map(function (one) { return one.unit ? null : one.found; });
      var own = found.filter(function (item, i) { return item && found.indexOf(item) === i; });
      var lost = told.filter(function (one) { return !one.found && one.office; }).map(function (one) { return one.whose; });
      var over = told.some(function (one) { return !one.found && !one.office ? true : one.left.length; });
      if (!own.length || own.length + lost.length < 2) { return null; }
      if (!over) { return [ask.compared(own, lost, asked, words)]; }
      /* Something else is named: of each department what is called so. */
      var left = told.reduce(function (all, one) { return all.concat(one.left); }, []);
      return left.length ? Promise.all(own.map(function (one) { return ask.byName(one, Object.assign({}, asked, { left: left }), index); })) : null;
    });
  }

  /* Whether a measure is only a part of a longer name that is left. */
  function swallowed(asked) {
    return !!asked.said && asked.left.some(function (one) { return one.parts.indexOf(asked.said) >= 0; });
  }

  /* The answer about one department, by what is asked of it; all that the question names is used. */
  function about(found, asked, words, index, project) {
    if (asked.left.length) { return ask.byName(found, asked, index).then(function (box) { return [box]; }); }
    if (asked.kinds.check !== undefined) { return [ask.checksOf(found, asked)]; }
    if (project) { return ask.projects(asked, found, index).then(function (box) { return [box]; }); }
    if (asked.kinds.item !== undefined) { return [ask.itemsOf(found, asked)]; }
    if (asked.measure) { return [ask.ofDepartment(found, asked, words)]; }
    return [ask.withoutYear(found, asked)];
  }

  /* A kind of costs alone: what is printed of it. */
  function costly(asked, index) {
    var one = asked.left.length === 1 && asked.left[0];
    return one && one.parts.some(function (part) { return part.kind === "cost" && one.said === part.text; }) ? ask.costs(one.ways, index) : [];
  }

  /* The answer over all departments; nothing where the question names something else. */
  function overAll(asked, words, index, project) {
    if (asked.kinds.check !== undefined) { return [CHECKS]; }
    if (asked.left.length) { return costly(asked, index); }
    /* Two measures against each other, of nobody: there is no such ranking. */
    if (asked.kinds.and !== undefined && asked.measures.some(function (one) { return one !== asked.measures[0]; })) { return []; }
    var told = project ? ask.projects(asked, null, index) : asked.kinds.item !== undefined ? ask.items(index) : asked.measure ? ask.ranking(asked, words, index) : null;
    return told ? told.then(function (box) { return [box]; }) : [];
  }

  /* Whether nothing is left behind a place but the rest of its name. */
  function goesOn(asked) {
    return asked.left.every(function (one) { return one.core.length < 4 && !one.parts[0].gap && asked.text.indexOf(asked.whose + one.core) >= 0; });
  }

  function ofOne(asked, words, index, project) {
    if (!asked.whose) { return Promise.resolve(overAll(asked, words, index, project)); }
    /* Who of a place has the most: rankings are over all, and that is told. */
    if (asked.placed && !asked.office && asked.kinds.whose !== undefined && (asked.ranked || asked.limit) && asked.measure && goesOn(asked)) {
      var place = asked.whose + asked.left.map(function (one) { return one.core; }).join("");
      return Promise.resolve(overAll(Object.assign({}, asked, { left: [], unused: "没有按“" + place + "”筛选，下面是收录的全部部门。" }), words, index, project));
    }
    /* A bare name: its records say all; what is not collected is said. */
    var light = !asked.measure && !project && !asked.year && asked.kinds.check === undefined && asked.kinds.item === undefined && asked.column === "actual" && (!asked.office || !asked.left.length);
    var names = asked.parts.filter(function (one) { return /^(rest|place|cost)$/.test(one.kind); });
    if (light && !asked.office && !asked.again && !names.slice(1).some(function (one) { return one.gap; })) { return Promise.resolve(costly(asked, index)); }
    light = light && !!asked.office;
    if (asked.office && asked.text === asked.parts.filter(function (one) { return one.kind === "office"; }).map(function (one) { return one.text; }).join("") && asked.office[2] > 1) { return Promise.resolve([ask.ofOffice(asked.office)]); }
    return ask.subject(asked.parts, index, light).then(function (subject) {
      if (light && subject.found && !subject.unit) { return []; }
      var found = subject.found;
      asked.whose = subject.whose || asked.whose;
      asked.left = subject.left;
      asked.others = subject.others;
      if (swallowed(asked)) { asked.measure = null; }
      if (subject.unit) { return ask.unitTold(Object.assign({}, found, { unit: subject.unit, part: subject.part }), asked, index).then(function (box) { return [box]; }); }
      if (asked.office && !found) { return [ask.missing(asked, words)]; }
      return found ? about(found, asked, words, index, project) : overAll(asked, words, index, project);
    });
  }

  /* Everything that a question finds: answers first. */
  function answers(query, words, index, again) {
    var asked = ask.parsed(query, words, index), project = projectly(asked);
    asked.again = again;
    asked.words = words;
    supposed(asked, words, project);
    return absent(asked, words, index).then(function (own) {
      var none = own || early(asked, words);
      return none ? [none] : several(asked, words, index).then(function (both) { return both || ofOne(asked, words, index, project); });
    }).then(function (all) { return { asked: asked, all: all.filter(Boolean) }; });
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
      var every = [said].concat(asked.parts.filter(function (one) { return /^(rest|measure|cost)$/.test(one.kind); }).map(function (one) { return one.text; }));
      var term = every.reduce(function (found, text) {
        return found || (text.length > 1 && (by(function (name) { return name[1] === text; }) || by(function (name) { return name[1].slice(-text.length) === text; })));
      }, null);
      return index.listed(term ? term[0] : asked.bare || said).then(function (answer) { return answer.found.length || !asked.left.length ? answer : index.listed(asked.left[0].said); }).then(function (answer) {
        var page = term && answer.found.find(function (found) { return found.title === term[0]; });
        var box = page ? [{ head: term[0], url: page.below, lead: [terms[term[0]]] }] : [];
        return { answers: box, found: answer.found, total: answer.total };
      });
    });
  }

  /* A name with a slip, of which only a part was understood: 人社据, 三公经非. */
  function joint(asked, words) {
    var found = "";
    asked.parts.some(function (one, i) {
      var next = asked.parts[i + 1], pair = next && !next.gap && /^(office|measure)$/.test((one.kind + next.kind).replace("rest", "")) ? one.text + next.text : "";
      /* A whole name with a word behind it is no slip of another name. */
      if (one.kind === "office" && /[局委办部室厅会院心]$/.test(one.text)) { return false; }
      var after = pair && asked.parts[i + 2], longer = after && !after.gap && after.kind === "filler" && after.text.length === 1 ? pair + after.text : "";
      if (longer && ask.slip(longer, words, 2, /^(office|measure)$/)) { pair = longer; }
      var better = pair.length > 2 ? ask.slip(pair, words, 2, /^(office|measure)$/) : "";
      found = better ? asked.text.replace(pair, better) : "";
      return found;
    });
    return found;
  }

  /* Records that hold all that a question names, in their titles. */
  function named(answer, asked) {
    var fitting = answer.found.filter(function (one) { return asked.left.every(function (left) { return left.ways.some(function (way) { return one.title.indexOf(way) >= 0; }); }); });
    return fitting.length ? { answers: [], found: fitting, total: fitting.length } : null;
  }

  function answered(query, words, index, sum, further) {
    return answers(query, words, index, further).then(function (told) {
      var box = told.all[0], asked = told.asked;
      var slipped = box && (box.nothing || (box.lost && asked.office)) && !asked.latin ? joint(asked, words) || ask.mended(asked, words) : "";
      if (slipped) { return again(slipped, query, words, index); }
      if (box && box.nothing) { return index.listed(query).then(function (answer) { return named(answer, asked) || { answers: told.all, found: [], total: 0, rest: function () { return index.listed(query); } }; }); }
      if (asked.kinds.meaning !== undefined && !asked.latin && !(box && box.help)) { return meaning(asked, index); }
      if (box && box.cost) { return index.listed(query).then(function (answer) { return { answers: told.all, found: answer.found, total: answer.total }; }); }
      if (box && (!box.bare || box.topic)) {
        return { answers: told.all, found: [], total: 0, rest: function () { return index.listed(query); } };
      }
      var meant = !box && asked.said && asked.whose && !asked.latin ? ask.mended(asked, words) : "";
      if (meant) { return again(meant, query, words, index); }
      return index.listed(query).then(function (answer) {
        /* What is around the names in a question stands in no title. */
        var bare = !box && !answer.found.length && asked.core && asked.core !== asked.text ? asked.core : "";
        return bare ? index.listed(bare, 0, 0, true) : answer;
      }).then(function (answer) {
        /* A place with words behind it that is no name of anything: what is called so there. */
        if (!box && !answer.found.length && asked.placed && !asked.office && asked.left.length && !further) { return answered(query, words, index, sum, true); }
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
        var near = titled || meant ? "" : whole(query, words, index) || begin(query, words, index);
        return near ? again(near, query, words, index) : answered(query, words, index, sum);
      });
    });
  }

  /* A long name with one slip, where nothing else is asked. */
  function whole(query, words, index) {
    var asked = ask.parsed(query, words, index);
    return asked.latin || asked.text.length < 5 || !asked.parts.some(function (one) { return one.kind === "rest"; }) || (asked.measure && !asked.measure[7]) || asked.office ? "" : ask.slip(asked.text, words, 2);
  }

  /* The first word typed, a long name with one slip, before what is asked of it. */
  function begin(query, words, index) {
    var every = query.trim().split(/\s+/), asked = every.length > 1 && every[0].length > 5 ? ask.parsed(every[0], words, index) : null;
    var better = asked && !asked.latin && asked.parts.some(function (one) { return one.kind === "rest"; }) ? ask.slip(asked.text, words, 2, /^office$/) : "";
    return better ? [better].concat(every.slice(1)).join(" ") : "";
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

  /* Letters of a department and of a measure, in either order: rsj sangong. */
  function both(text, query, words, index) {
    var every = text.split(" ").filter(Boolean), splits = every.slice(1).map(function (none, i) { return [every.slice(0, i + 1).join(""), every.slice(i + 1).join("")]; });
    var split = splits.concat(splits.map(function (one) { return [one[1], one[0]]; })).find(function (one) { return ask.sounded(one[1], words); });
    if (!split) { return Promise.resolve(null); }
    var rest = split[0], office = ask.soundedOffice(rest, words);
    if (office) { return again(office[0] + ask.sounded(split[1], words)[1], query, words, index); }
    return index.sounding(ask.initials(rest)).then(function (heard) { return heard.found.length ? heard : ask.bySound(rest, index).then(function (sounds) { return sounds && index.sounding(sounds.tokens); }); }).then(function (heard) {
      var own = heard && heard.found.find(function (one) { return /^d\/departments\//.test(one.below); });
      return own ? again(own.title.split("：")[0] + ask.sounded(split[1], words)[1], query, words, index) : null;
    });
  }

  function latin(text, query, words, index, before) {
    var named = ask.lettered(text, words);
    if (named) { return again(named, query, words, index); }
    var office = ask.soundedOffice(text.replace(/ /g, ""), words);
    if (office) { return Object.assign(one(ask.ofOffice(office)), { told: "按读音找到与“" + query + "”相近的。" }); }
    return both(text, query, words, index).then(function (told) { return told || bySounds(text, query, index, before); });
  }

  function bySounds(text, query, index, before) {
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

  /* Whether a title holds two neighbouring characters of what a question names. */
  function shares(core, title) {
    return Array.from(core).some(function (char, i) { return i && title.indexOf(core.slice(i - 1, i + 1)) >= 0; });
  }

  /* Another form of a query that finds nothing as it is. */
  function other(query, words, index, before) {
    var text = index.plain(query).trim();
    if (/^3\d\d(\d\d)?$/.test(text)) { return ask.costs([text], index).then(function (all) { return all.length ? one(all[0]) : before; }); }
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
          partly.found = partly.found.filter(function (one) { return shares(asked.core, ask.compact(index.plain(one.title))); });
          partly.total = partly.found.length;
          return partly.found.length ? { answers: [{ head: "没有找到“" + query + "”", lead: ["下面各处只有几个字与它相同。"] }], found: partly.found, total: partly.total } : before;
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
