/* A query answered: from data where it is a question or an amount, else by records, else in another form of it. */
(function (ask) {
  "use strict";

  /* Characters of the longest name that is looked for by its sound. */
  var HEARD = 12;

  function one(box) { return { answers: [box], found: [], total: 0 }; }

  /* Words that carry meaning in a question, by what they are. */
  var CARRYING = /^(rest|place|office|cost|measure|project|score|rate|missed|check|unit|item)$/;

  /* What else is found: by the whole query; else by the words of it that carry meaning, together, some of them, one by one. */
  ask.more = function (query, asked, index) {
    var own = asked.parts.filter(function (one) { return CARRYING.test(one.kind) && !(one.kind === "measure" && one.value[7]); });
    var all = own.map(function (one) { return one.text.replace(/^哪(个|些)?/, ""); }).filter(Boolean), joined = all.join(asked.latin ? " " : "");
    var names = asked.measure ? [asked.measure[1]] : asked.kinds.check !== undefined ? [CHECKED] : [];
    var tries = [[query], [all.join(" "), 0, 0, true], [joined], [joined, 0.6]].concat(all.concat(names).map(function (text) { return [text, 0.5]; }));
    function next(left) {
      return index.listed.apply(null, left[0]).then(function (answer) {
        if (!answer.found.length && left.length > 1) { return next(left.slice(1)); }
        return Object.assign(answer, { by: left[0][0] === query ? "" : left[0][0] });
      });
    }
    return next(tries.filter(function (one) { return one[0]; }));
  };
  var CHECKED = "勾稽核对";

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
    said = /^(类|款|项|科目|编码|代码)+(?=\d)/.test(said) ? said.replace(/^\D+/, "") : said;
    if (/^\d{3}(\d\d){0,2}$/.test(said)) {
      return ask.onFunction(said, asked, index).then(function (box) { return index.listed(said).then(function (answer) { return { answers: box ? [box] : [], found: answer.found, total: answer.total }; }); });
    }
    return index.piece("plain").then(function (terms) {
      var names = Object.keys(terms).map(function (name) { return [name, ask.compact(index.plain(name))]; });
      function by(test) { return names.filter(test).sort(function (a, b) { return a[1].length - b[1].length; })[0]; }
      var every = [said].concat(asked.parts.filter(function (one) { return /^(rest|measure|cost)$/.test(one.kind); }).map(function (one) { return one.text; }));
      var term = every.reduce(function (found, text) {
        return found || (text.length > 1 && (by(function (name) { return name[1] === text; }) || by(function (name) { return name[1].slice(-text.length) === text; }) || by(function (name) { return name[1].indexOf(text) === 0; })));
      }, null);
      /* The longest term that the words hold: 口径变了. */
      term = term || names.filter(function (name) { return name[1].length > 1 && said.indexOf(name[1]) >= 0; }).sort(function (a, b) { return b[1].length - a[1].length; })[0];
      return index.listed(term ? term[0] : asked.bare || said).then(function (answer) { return answer.found.length || !asked.left.length ? answer : index.listed(asked.left[0].said); }).then(function (answer) {
        var page = term && answer.found.find(function (found) { return found.title === term[0]; });
        var box = page ? [{ head: term[0], url: page.below, lead: [terms[term[0]]] }] : [];
        return { answers: box, found: answer.found, total: answer.total };
      });
    });
  }

  /* What is explained where a word for contradictions is itself a term; nothing if it is none. */
  function defined(asked, index) {
    return index.piece("plain").then(function (terms) {
      var said = asked.parts.reduce(function (text, one) { return one.kind === "meaning" ? text.replace(one.text, "") : text; }, asked.text);
      var own = Object.keys(terms).some(function (name) { return ask.compact(index.plain(name)) === said; });
      return own ? meaning(asked, index).then(function (answer) { return answer.answers; }) : [];
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
  function titled(answer, asked) {
    var fitting = answer.found.filter(function (one) { return asked.left.every(function (left) { return left.ways.some(function (way) { return one.title.indexOf(way) >= 0; }); }); });
    return fitting.length ? { answers: [], found: fitting, total: fitting.length } : null;
  }

  /* A name of a kind of department that only sounds right, by its last character: 人设局. */
  var KIND = /..[局厅委办]$/;

  function answered(query, words, index, sum, further) {
    var asked = further ? null : ask.parsed(query, words, index), slip = asked && !asked.latin && !asked.office && asked.parts.some(function (one) { return one.kind === "rest" && KIND.test(one.text); });
    return (slip ? ask.homophones(asked, words, index) : Promise.resolve("")).then(function (heard) {
      return slip && wholly(heard, asked, words, index) ? again(heard, query, words, index) : understood(query, words, index, sum, further);
    });
  }

  /* Whether all that is left of a question is the name of a code: there is no slip in it. */
  function legit(asked) { return asked.left.length > 0 && asked.left.every(function (one) { return one.codes && one.codes.length; }); }

  function understood(query, words, index, sum, further) {
    return ask.answers(query, words, index, further).then(function (told) {
      var box = told.all[0], asked = told.asked;
      if (box && (box.nothing || box.strange || (box.lost && asked.office && !box.absent)) && !asked.latin && !further && asked.kinds.check === undefined && !legit(asked)) {
        return repaired(asked, words, index).then(function (slipped) { return slipped ? again(slipped, query, words, index) : settled(told, query, words, index, sum, further); });
      }
      return settled(told, query, words, index, sum, further);
    });
  }

  /* A question with a slip as it was meant; nothing if there is none. */
  function repaired(asked, words, index) {
    function whole(text) { return wholly(text, asked, words, index); }
    return ask.homophones(asked, words, index).then(function (heard) { return whole(heard) || whole(joint(asked, words)) || whole(ask.mended(asked, words)); });
  }

  /* A mended question of which nothing is unknown but what was before: half a word is no mending. */
  function wholly(text, asked, words, index) {
    function rest(parts) { return parts.filter(function (one) { return one.kind === "rest"; }).map(function (one) { return one.text; }); }
    return text && rest(ask.parsed(text, words, index).parts).every(function (one) { return rest(asked.parts).indexOf(one) >= 0; }) ? text : "";
  }

  function settled(told, query, words, index, sum, further) {
    var box = told.all[0], asked = told.asked;
    function later() { return { answers: told.all, found: [], total: 0, rest: function () { return ask.more(query, asked, index); } }; }
    if (box && box.checks) { return defined(asked, index).then(function (own) { return Object.assign(later(), { answers: own.concat(told.all) }); }); }
    if (box && box.nothing) { return (asked.left.some(function (one) { return one.core.length > 3; }) ? index.listed(asked.left.map(function (one) { return one.core; }).join(" "), 0, 0, true) : index.listed(query)).then(function (answer) { return titled(answer, asked) || later(); }); }
    if (asked.kinds.meaning !== undefined && !asked.latin && !(box && (box.help || box.said))) { return meaning(asked, index); }
    if (box && box.cost) { return index.listed(query).then(function (answer) { return { answers: told.all, found: answer.found, total: answer.total }; }); }
    if (box && (!box.bare || box.topic)) { return later(); }
    var meant = !box && asked.said && asked.whose && !asked.latin ? wholly(ask.mended(asked, words), asked, words, index) : "";
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
      if (!box && !sum && answer.found.length && asked.left.length && asked.left.length < 3 && !asked.office) { return withFirst(answer, asked, words, index); }
      return { answers: box ? told.all : sum && !answer.found.length ? [sum] : [], found: answer.found, total: answer.total, next: box ? [] : nextOf(answer).concat(begun(asked.text, words)) };
    });
  }

  /* Fewer records than these, all of them projects, are told. */
  var FEW = 4;

  /* Records of a name; the first one told, where it is a project of that name. */
  function withFirst(answer, asked, words, index) {
    var first = answer.found.find(function (one) { return /\/projects/.test(one.below) && asked.left.length > 1 && asked.left.every(function (left) { return left.ways.some(function (way) { return ask.fits(way, one.title, index) > 2 || ask.fits(way, one.beside, index) > 2; }); }); }) || answer.found[0], own = /\/projects/.test(first.below) && (asked.left[0].ways.some(function (way) { return way.length > 2 && ask.fits(way, first.title, index) > 2; }) || (answer.found.length < FEW && answer.found.every(function (one) { return /\/projects/.test(one.below); })));
    return (own ? ask.ofRecord([first].concat(answer.found.filter(function (one) { return one !== first; })), asked, index) : Promise.resolve(null)).then(function (box) {
      return { answers: box ? [box] : [], found: answer.found, total: answer.total, next: nextOf(answer).concat(begun(asked.text, words)) };
    });
  }

  /* A government as a whole has no accounts here: what its office spent is told, and that this is no more. */
  function once(query, words, index, meant) {
    return (!meant && /政府/.test(query) ? ask.phrased(index) : Promise.resolve(null)).then(function (said) {
      var whole = said && said.government.exec(ask.compact(query)), office = whole && whole[0] + said.office;
      return !whole ? known(query, words, index, meant) : known(ask.compact(query).replace(whole[0], office), words, index, true).then(function (answer) {
        return Object.assign(answer, { told: "“" + whole[0] + "”按“" + office + "”查找：它只是政府的一个部门，整个政府的收支不在部门决算里。" });
      });
    });
  }

  function known(query, words, index, meant) {
    return ask.near(query, words, index).then(function () { return ask.amounts(query, index); }).then(function (sum) {
      if (sum && sum.rows) { return one(sum); }
      var asked = ask.parsed(query, words, index);
      return (sum ? Promise.resolve(null) : ask.quoted(asked, query, words, index)).then(function (told) {
        return told ? Object.assign(one(told), { rest: function () { return ask.more(query, asked, index); } }) : worded(query, words, index, meant, sum);
      });
    });
  }

  /* A query by its words, where it is no amount. */
  function worded(query, words, index, meant, sum) {
    return index.held("=" + ask.compact(index.plain(query)), "t", 0).then(function (titled) {
      var near = titled || meant ? "" : whole(query, words, index) || begin(query, words, index);
      return near ? again(near, query, words, index) : answered(query, words, index, sum);
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

  /* What sounds alike; spending by function is told. */
  function heard(answer, query, words, index) {
    var code = answer.found.length && /^functions\/#[ci](\d+)$/.exec(answer.found[0].below);
    return (code ? ask.onFunction(code[1], ask.parsed(query, words, index), index) : Promise.resolve(null)).then(function (box) { return Object.assign(said(answer, query), { answers: box ? [box] : [] }); });
  }

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
    var each = splits.concat(splits.map(function (one) { return [one[1], one[0]]; }));
    var split = each.find(function (one) { return ask.sounded(one[1], words); }) || each.find(function (one) { return one[1].length > 5 && ask.soundedOffice(one[0], words) && ask.begunSound(one[1], words); });
    if (!split) { return Promise.resolve(null); }
    var named = (ask.sounded(split[1], words) || ask.begunSound(split[1], words))[1];
    var rest = split[0], office = ask.soundedOffice(rest, words);
    if (office) { return again(office[0] + named, query, words, index); }
    return index.sounding(ask.initials(rest)).then(function (heard) { return heard.found.length ? heard : ask.bySound(rest, index).then(function (sounds) { return sounds && index.sounding(sounds.tokens); }); }).then(function (heard) {
      var own = heard && heard.found.find(function (one) { return /^d\/departments\//.test(one.below); });
      return own ? again(own.title.split("：")[0] + named, query, words, index) : null;
    });
  }

  function latin(text, query, words, index, before) {
    var named = ask.lettered(text, words);
    if (named) { return again(named, query, words, index); }
    return ask.spoken(text, words, index).then(function (said) { return said ? again(said, query, words, index) : bare(text, query, words, index, before); });
  }

  /* Letters that are no words, as the sound or the initials of a name. */
  function bare(text, query, words, index, before) {
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
    if (text.length > HEARD) { return Promise.resolve(before); }
    return ask.bySound(text, index).then(function (sounds) {
      if (!sounds) { return before; }
      return index.sounding(sounds.tokens).then(function (found) { return found.found.length ? heard(found, query, words, index) : before; });
    });
  }

  /* Whether a title holds two neighbouring characters of what a question names. */
  function shares(core, title) {
    return Array.from(core).some(function (char, i) { return i && title.indexOf(core.slice(i - 1, i + 1)) >= 0; });
  }

  /* Another form of a query that finds nothing as it is. */
  function other(query, words, index, before) {
    var text = index.plain(query).trim(), lone = ask.parsed(query, words, index);
    if (lone.placed && !lone.office && !before.own) { return ask.uncollected(lone, words, index).then(function (box) { return box ? one(box) : other(query, words, index, Object.assign(before, { own: true })); }); }
    if (/^3\d\d(\d\d)?$/.test(text)) { return ask.costs([text], index).then(function (all) { return all.length ? one(all[0]) : before; }); }
    if (/^\d+$/.test(text)) { return ask.amounts(query, index, true).then(function (sum) { return sum ? one(sum) : before; }); }
    if (/[a-z]/.test(text) && !words.voiced) { return ask.voiced(words, index).then(function () { return other(query, words, index, before); }); }
    if (/^[a-z ]+$/.test(text)) { return latin(text, query, words, index, before); }
    if (/[a-z]/.test(text)) {
      var named = spelledOut(text, words);
      if (named) { return again(named, query, words, index); }
    }
    var asked = ask.parsed(query, words, index), unknown = asked.parts.some(function (part) { return part.kind === "rest"; });
    /* Who is first by what is in no form, and why in no words: there only a slip can help. */
    var ranks = (asked.ranked || asked.kinds.whose !== undefined) && !ask.counts(asked);
    /* Of a department that is named no other one speaks. */
    ranks = ranks || !!asked.office;
    return (unknown && !ranks ? ask.indicators(asked, null, index) : Promise.resolve(null)).then(function (box) { return box || !unknown || ranks ? box : ask.passages(asked, null, index); }).then(function (box) { return box ? one(box) : near(text, asked, unknown, query, words, index, before); });
  }

  /* What is near to a query in its letters or in its sound. */
  function near(text, asked, unknown, query, words, index, before) {
    return (unknown ? repaired(asked, words, index) : Promise.resolve("")).then(function (name) {
      name = name || (unknown ? ask.slip(asked.text, words) : "");
      return name ? again(name, query, words, index) : sounding(text, asked, query, words, index, before);
    });
  }

  /* Letters within Chinese (rsj多少人) as the department or the measure that they stand for; nothing if one stands for none. */
  function spelledOut(text, words) {
    var lost = false, named = text.replace(/[a-z]+/g, function (letters) {
      var own = ask.soundedOffice(letters, words) || ask.sounded(letters, words), name = own && (own[6] === undefined || typeof own[1] !== "string" ? own[0] : own[1]);
      lost = lost || !name;
      return name || letters;
    });
    return lost ? "" : named;
  }

  /* How many characters two texts have together in one run. */
  function common(text, other) {
    for (var size = Math.min(text.length, other.length); size > 1; size -= 1) {
      for (var i = 0; i + size <= text.length; i += 1) { if (other.indexOf(text.substr(i, size)) >= 0) { return size; } }
    }
    return 0;
  }
  var ALIKE = 4;

  /* Runs of a name that share no two neighbouring characters with a title. */
  function absentFrom(title, name) {
    var held = Array.from(name).map(function (char, i) { return [name.slice(i - 1, i + 1), name.slice(i, i + 2)].some(function (pair) { return pair.length > 1 && title.indexOf(pair) >= 0; }) ? " " : char; });
    return held.join("").split(" ").filter(function (run) { return run.length > 1; });
  }

  /* Projects that are called nearly so: told, with what no name of them holds. */
  function nearest(near, partly, query, asked, index) {
    return ask.ofRecord(near, asked, index).then(function (box) {
      if (!box) { return { answers: [], found: partly.found, total: partly.total }; }
      var title = ask.compact(index.plain(near[0].title)), name = asked.left.map(function (one) { return one.said; }).filter(function (one) { return one.length > 1; }).join(" "), lost = absentFrom(title, name);
      var exactly = name && ask.compact(name) === title;
      box.lead = (exactly ? [] : ["没有完全叫“" + (name || query) + "”的" + (lost.length ? "（名称里没有“" + lost.join("”“") + "”）" : "") + "；名称最接近的是："]).concat(box.lead);
      return { answers: ask.unheeded([box], asked), found: partly.found, total: partly.total };
    });
  }

  /* What sounds like a query, or shares some of its characters. */
  function sounding(text, asked, query, words, index, before) {
    return heardAs(text, query, words, index, before).then(function (answer) {
      if (!empty(answer)) { return answer; }
      return index.listed(asked.bare || query, 0.3, 5).then(function (partly) {
        partly.found = partly.found.filter(function (one) { return shares(asked.core, ask.compact(index.plain(one.title))); });
        partly.total = partly.found.length;
        var named = asked.left.map(function (one) { return one.said; }).join("") || asked.core.replace(/ /g, "");
        var near = partly.found.filter(function (one) { return /\/projects/.test(one.below) && common(named, ask.compact(index.plain(one.title))) >= ALIKE; });
        if (near.length && near.length < 4) { return nearest(near, partly, query, asked, index); }
        return partly.found.length ? { answers: [{ head: "没有找到“" + query + "”", partly: true, lead: ["下面各处只有几个字与它相同。"] }], found: partly.found, total: partly.total } : before;
      });
    });
  }

  /* Whether an answer is that nothing is called so. */
  function lacks(answer) {
    var first = answer.answers[0];
    return !first ? !answer.found.length : answer.answers.every(function (box) { return box.nothing || box.partly; });
  }

  /* An answer with what it leaves unsaid; where nothing is called so, with what is printed in such words. */
  function rounded(answer, typed, words, index) {
    var asked = ask.parsed(typed, words, index), worded = answer.answers.length > 0 && (ask.wordsUnsaid(answer, asked).length || answer.answers.some(function (box) { return box.strange; })), said = answer.answers.length ? ask.withUnsaid(answer, asked) : answer;
    return !lacks(answer) && !worded ? Promise.resolve(said) : ask.ownOf(asked, index).then(function (own) { return ask.nearSentences(typed, asked, own, index); }).then(function (box) {
      /* What was asked is found as it was typed: no slip need be mended. */
      var lost = said.answers.every(function (one) { return one.partly && one.url === undefined; });
      return box ? Object.assign(said, { answers: lost ? [box].concat(said.answers) : said.answers.concat(box) }, worded ? {} : { told: "" }) : said;
    });
  }

  ask.answer = function (typed, index) {
    var letters = /^[a-z ]+$/i.test(typed.normalize("NFKC").trim()), latin = /[a-z]/i.test(typed.normalize("NFKC"));
    return Promise.all([index.piece("words"), index.piece("first")]).then(function (all) {
      return new RegExp(all[0].hint).test(typed) ? ask.phrased(index).then(function () { return all; }) : all;
    }).then(function (all) {
      var words = ask.unpacked(all[0]);
      ask.aliased = all[1].aliases;
      /* Letters that are the sound of a question need no English. */
      return (letters ? ask.spoken(index.plain(typed).trim(), words, index) : Promise.resolve("")).then(function (said) {
        return said ? again(said, typed, words, index) : letters && ask.syllabic(index.plain(typed).trim()) ? sounded(typed, words, index) : (latin ? ask.spelled(words, index) : Promise.resolve(words)).then(function () { return read(typed, words, index); }).then(function (answer) { return window.juesuanPage.english ? answer : rounded(answer, typed, words, index); });
      });
    });
  };

  /* Of a project it is asked how many of something there were: the indicator that counts it comes first. */
  function counted(answer, query, words, index) {
    var asked = ask.parsed(query, words, index), first = answer.answers[0];
    if (!first || first.indicator || !/\/projects(-\d+)?\/#/.test(first.url || "") || asked.ranked || asked.limit || !ask.counts(asked)) { return Promise.resolve(answer); }
    return ask.indicators(asked, null, index).then(function (box) { return box ? Object.assign(answer, { answers: [box].concat(answer.answers) }) : answer; });
  }

  /* Letters that may be a sound and hold no English: looked for as they sound before they are as they stand. */
  function sounded(typed, words, index) {
    var text = index.plain(typed).trim();
    return Promise.all([ask.spelled(words, index), ask.voiced(words, index)]).then(function () {
      var strange = ask.parsed(typed, words, index).parts.every(function (one) { return one.kind === "rest"; });
      return strange && text.indexOf(" ") > 0 ? latin(text, typed, words, index, null) : null;
    }).then(function (answer) { return answer && !empty(answer) ? answer : read(typed, words, index); });
  }

  /* Of nobody it is asked how many of something that has a name: only forms count that. */
  function firstCounted(query, words, index) {
    return ask.near(query, words, index).then(function () {
      var asked = ask.parsed(query, words, index), own = !asked.latin && !asked.office && !asked.ranked && !asked.limit && ask.counts(asked) && !asked.measure && asked.kinds.whose === undefined && asked.left.length;
      return (own ? ask.indicators(asked, null, index) : Promise.resolve(null)).then(function (box) {
        return box && box.sure ? Object.assign(one(box), { rest: function () { return ask.more(query, asked, index); } }) : null;
      });
    });
  }

  function read(typed, words, index) {
    return ask.simplified(typed, index).then(function (query) {
      return firstCounted(query, words, index).then(function (answer) { return answer || once(query, words, index); }).then(function (answer) { return empty(answer) ? other(query, words, index, answer) : counted(answer, query, words, index); }).then(function (answer) {
        if (!empty(answer) || answer.answers.length) { return answer; }
        return ask.near(query, words, index).then(function () { return ask.uncollected(ask.parsed(query, words, index), words, index); }).then(function (box) {
          if (box) { return one(box); }
          answer.unknown = ask.question(query, words, index).unknown;
          return answer;
        });
      });
    });
  }
})(window.juesuanAsking = window.juesuanAsking || {});
