/* What is answered to a question: from data about one department, some, or all; or that there is no such data. */
(function (ask) {
  "use strict";

  /* The first of some entries of which a query holds the words. */
  function holding(asked, list) {
    return list.find(function (item) {
      /* 接待一个人多少钱 asks for nobody's income. */
      var text = asked.text.replace(/([一二两三几每]|多少)个人/g, "");
      function has(word) { return text.indexOf(ask.compact(word)) >= 0; }
      return item[0].some(has) && (!item[1].length || item[1].some(has));
    });
  }

  /* Whether a question asks how much of what has a name: no help is asked for. */
  function plainlyMoney(asked) {
    var own = asked.left.length === 1 && asked.left[0];
    return !!own && own.core.length > 3 && (asked.kinds.money !== undefined || /[费贴]$|资金$|补助$/.test(own.ways[1] || own.core) || /经费|资金|补贴/.test(own.said));
  }

  /* What a query looks for that the site does not hold; or what a reader wants to do, and where. */
  function absent(asked, words, index) {
    var ranked = asked.ranked || asked.kinds.rate !== undefined || /_pct$/.test(asked.column);
    var letters = asked.latin && ask.syllabic(asked.parts.map(function (one) { return one.text; }).join(" "));
    return ((!asked.measure || asked.supposed) && !letters && !plainlyMoney(asked) && !(asked.ranked && asked.kinds.project !== undefined) ? index.piece("helps") : Promise.resolve([])).then(function (helps) {
      var help = holding(asked, helps);
      /* Beside a department only what is left of the question can ask for help. */
      if (help && asked.office && !asked.left.some(function (one) { return help[0].some(function (word) { return one.ways[0].indexOf(word) >= 0; }); })) { help = undefined; }
      if (help && (ask.rates(asked) || (asked.kinds.variance_pct !== undefined && asked.kinds.whose !== undefined))) { help = undefined; }
      var own = help || (!ranked && holding(asked, words.absent));
      if (help && help[0].indexOf("几个部门") >= 0 && !asked.office && (asked.placed || /几|多少|how many/.test(asked.text))) { return regions(asked, words, index); }
      return own ? index.piece("said").then(function (said) { return asked.kinds.check !== undefined && said[own[2]][2] === "disclosures/" ? null : { head: said[own[2]][0], lead: [said[own[2]][1]], url: said[own[2]][2], lost: !help, absent: !help, help: !!help }; }) : null;
    });
  }

  /* How many departments are collected, of a place if one is said. */
  function regions(asked, words, index) {
    return Promise.all([index.piece("regions"), index.piece("first")]).then(function (loaded) {
      var place = asked.office ? "" : asked.whose, ways = place ? index.ways(place, loaded[1].aliases).map(ask.compact) : [];
      var own = loaded[0].filter(function (one) { return !place || ways.some(function (way) { return one[0].indexOf(way) >= 0; }); });
      var n = own.reduce(function (sum, one) { return sum + one[1]; }, 0);
      var where = { t: "公开部门", u: "disclosures/" };
      if (!own.length) { return { head: place + "：还没有收录", url: "disclosures/", lost: true, lead: ["收录的部门里没有地区名称含“" + place + "”的。本站现有 " + words.departments + " 个部门，见", where, "。没有收录不等于没有公开。"] }; }
      return {
        head: (place || "本站") + "：收录 " + n + " 个部门", url: "disclosures/", topic: true, lead: ["地区名称" + (place ? "含“" + place + "”的" : "各不相同的") + "有 " + own.length + " 个，共收录 " + n + " 个部门" + (asked.year ? "（各年度合计，没有按 " + asked.year + " 年度筛选）" : "") + "；名单见", where, "。"],
        rows: own.slice(0, 8).map(function (one) { return [one[0] + "：" + one[1] + " 个，"].concat(one[2].reduce(function (all, department, i) { return all.concat(i ? "、" : "", { t: department[0], u: "d/" + department[1] + "/" }); }, []), one[1] > one[2].length ? "等。" : "。"); }),
        note: "收录的年度：" + words.years.join("、") + "。没有收录不等于没有公开。"
      };
    });
  }

  /* A year of which nothing is collected. */
  function early(asked, words) {
    if (!asked.year || asked.whose || asked.measure || words.years.indexOf(asked.year) >= 0) { return null; }
    return { head: asked.year + " 年度的决算：还没有收录", url: "disclosures/", lead: ["本站还没有收录 " + asked.year + " 年度的决算；收录的年度：" + words.years.join("、") + "。见", { t: "公开部门", u: "disclosures/" }, "。"] };
  }

  function measureOf(id, words) { return words.measures.find(function (item) { return item[0] === id; }); }

  /* A measure that is meant without a word for it. */
  function supposed(asked, words, project) {
    var kinds = asked.kinds, rate = kinds.completion_pct !== undefined || kinds.rate !== undefined, who = asked.whose || kinds.whose !== undefined, id = "";
    if (asked.measure && asked.measure[0] === "expenditure.current" && /^项目/.test(kinds.project || "") && asked.office && !asked.left.length && !asked.ranked && !asked.limit) { asked.measure = measureOf("expenditure.project", words) || asked.measure; }
    if (!asked.measure && asked.office && kinds.prior !== undefined && kinds.reason !== undefined) { id = "overall"; asked.column = "reason"; }
    if (asked.measure || project || kinds.item !== undefined || kinds.check !== undefined) { return; }
    if (id) { kinds.none = undefined; }
    else if (rate && who) { id = "rate.overall"; asked.column = "actual"; }
    else if ((kinds.score !== undefined || asked.quality) && who && kinds.project === undefined) { id = "score.overall"; asked.column = "actual"; }
    else if (asked.limit && asked.limit.kind === "people") { id = "headcount.total"; }
    else if (asked.limit && asked.limit.kind === "vehicles") { id = "three_public.vehicles_kept"; }
    else if (asked.limit && kinds.whose !== undefined && (asked.limit.kind === "money" || !asked.limit.kind)) { id = "expenditure.current"; }
    else if (kinds.project !== undefined && kinds.whose !== undefined && asked.ranked && /[多少]$/.test(kinds.most || kinds.least) && kinds.money === undefined) { id = "performance.project_count"; }
    else if (asked.sides && asked.sides.length > 1) { id = "expenditure.current"; }
    else if (asked.ranked && kinds.whose !== undefined && kinds.project === undefined && !asked.whose) { id = "expenditure.current"; }
    else if ((/^(change|variance_pct|annual_budget|initial_budget)$/.test(asked.column) || (asked.column === "reason" && kinds.change !== undefined)) && (who || (asked.column === "variance_pct" && !/差异率?$/.test(kinds.variance_pct)))) { id = "expenditure.current"; }
    else if (kinds.project !== undefined && asked.office && !asked.left.length && !asked.ranked && ["money", "rate", "score", "missed", "change"].every(function (kind) { return kinds[kind] === undefined; }) && asked.latin) { id = "performance.project_count"; }
    else if ((kinds.money !== undefined || (kinds.reason !== undefined && /[花用钱]/.test(asked.text))) && asked.office) { id = "expenditure.current"; }
    asked.measure = id ? measureOf(id, words) : asked.measure;
    asked.supposed = !!asked.measure;
  }

  /* Whether projects are asked for, not departments. */
  function projectly(asked) {
    if (asked.limit && asked.measure && asked.measure[0] === "performance.project_count") { asked.measure = null; asked.kinds.project = "项目"; }
    var kinds = asked.kinds, by = asked.ranked || asked.limit || kinds.score !== undefined || kinds.rate !== undefined || kinds.missed !== undefined;
    if (/部门|单位|局|谁|哪家/.test(kinds.whose || "") && !asked.limit && /[多少]$/.test(kinds.most || kinds.least || "") && kinds.score === undefined && kinds.rate === undefined && kinds.money === undefined && kinds.missed === undefined && !asked.measure) { return false; }
    var whole = !asked.measure || (asked.measure[7] && (asked.ranked || asked.limit));
    return (kinds.project !== undefined && whole && !!by) || (kinds.rate !== undefined && asked.ranked && !asked.measure && kinds.whose === undefined) || (!!asked.limit && !!asked.limit.equal && !asked.measure && !(kinds.project === undefined && /部门|单位|局|谁|哪家/.test(kinds.whose || "")));
  }

  /* A name without the word behind it that only compares: 培训费多. */
  function compared(one) {
    var said = one.said.replace(/更?[多少高低大小]$/, "");
    return said !== one.said && one.ways.indexOf(said) >= 0 ? Object.assign({}, one, { said: said }) : one;
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
      left = left.map(compared);
      return left.length ? Promise.all(own.map(function (one) { return ask.byName(one, Object.assign({}, asked, { left: left }), index); })) : null;
    });
  }

  /* Whether a measure is only a part of a longer name that is left. */
  function swallowed(asked) {
    return !!asked.said && asked.left.some(function (one) { return one.parts.indexOf(asked.said) >= 0; });
  }

  /* The answer about one department, by what is asked of it; all that the question names is used. */
  function about(found, asked, words, index, project) {
    return ask.passageOf(found, asked, index).then(function (box) { return box ? [box] : amountOf(found, asked, words, index, project); });
  }

  var OWN = /^(市|州|县|区)?(局|委|办|厅|部门|单位|自己)?(机关|本级|本部|本身|机关本级)$/;

  /* The department without its units: its accounts hold them, and that is told. */
  function itself(found, asked, words, index) {
    var said = asked.left.map(function (one) { return one.said; }), own = ask.ofYear(found, asked).own[0];
    if (!said.length || !said.every(function (one) { return OWN.test(one); }) || !/汇总|部门/.test(own.scope)) { return Promise.resolve(null); }
    return index.piece("d-" + found.id).then(function (all) {
      var of = ask.ofYear(all, asked).own[0];
      return {
        head: found.short + "（本级）：没有单独的决算", url: "d/" + own.id + "/", lost: true, lead: ["收录的是“" + own.scope + "”口径的决算，没有把“" + said.join("”“") + "”单独印出。" + (asked.measure ? "整个部门的：" : "见")].concat(asked.measure ? ask.sentenceOf(of, asked, asked.measure, words) : [{ t: "这份公开的页面", u: "d/" + own.id + "/" }, "。"])
      };
    });
  }

  function amountOf(found, asked, words, index, project) {
    return itself(found, asked, words, index).then(function (own) { return own || divided(found, asked, words, index); }).then(function (own) { return own ? [own] : amounting(found, asked, words, index, project); });
  }

  /* What one of something cost a department, where nothing else is named. */
  function divided(found, asked, words, index) {
    var quotient = ask.quotient(asked, words);
    if (!quotient || ask.quotientLeft(asked, words).length) { return null; }
    return index.piece("d-" + found.id).then(function (whole) { return ask.quotientOf(quotient, whole, asked, words); });
  }

  function amounting(found, asked, words, index, project) {
    if (asked.left.length && asked.kinds.check !== undefined) {
      return index.piece("d-" + found.id).then(function (all) { return ask.checksOf(all, asked, index); }).then(function (box) { return box.matched ? [box] : lefts(found, asked, words, index); });
    }
    if (asked.left.length) { return lefts(found, asked, words, index); }
    return plainly(found, asked, words, index, project);
  }

  /* What is left of a question about one department, by name. */
  function lefts(found, asked, words, index) {
    return whole(found, asked, index).then(function (own) { return own || ask.namedBeside(found, asked, index); }).then(function (both) { return both || ask.byName(found, asked, index); }).then(function (box) {
      if ((box.nothing || box.strange || (box.named && ask.counts(asked))) && asked.kinds.check === undefined) { return ask.promised(box, found, asked, index); }
      /* Where numbers contradict each other is told, whatever else was said. */
      if (!(box.nothing || box.strange) || asked.kinds.check === undefined) { return [box]; }
      return index.piece("d-" + found.id).then(function (whole) { return ask.checksOf(whole, asked, index); }).then(function (told) {
        told.lead.unshift(ask.unused(asked.left.map(function (one) { return one.said; })));
        return [told];
      });
    });
  }

  /* What is asked of one department where nothing else is named. */
  function plainly(found, asked, words, index, project) {
    if (asked.kinds.check !== undefined) { return ask.checksOf(found, asked, index).then(function (box) { return [box]; }); }
    var table = ask.portfolio(asked.question, asked, found, index);
    if (table) { return table.then(function (box) { return [box]; }); }
    if (asked.kinds.unit !== undefined && !asked.measure) { return ask.unitsOf(found, asked, index).then(function (box) { return [box]; }); }
    if (ask.isProjects(asked.question)) { return ask.projectsOf(asked.question, found, asked, index).then(function (box) { return [box]; }); }
    if (project) { return ask.projects(asked, found, index).then(function (box) { return [box]; }); }
    if (asked.kinds.item !== undefined && asked.kinds.change !== undefined) { return ask.movedItems(found, asked, index).then(function (box) { return [box]; }); }
    if (asked.kinds.item !== undefined) { return ask.itemsOf(found, asked, index).then(function (box) { return [box]; }); }
    if (asked.measure && /^organisation\./.test(asked.measure[0]) && asked.column === "actual") { return ask.unitsOf(found, Object.assign({}, asked, { kinds: Object.assign({ unit: asked.said.text }, asked.kinds) }), index).then(function (box) { return [ask.ofDepartment(found, asked, words), box]; }); }
    if (asked.measure) { return ask.addedUp(found, asked, words, index).then(function (sum) { return [sum || ask.ofDepartment(found, asked, words)]; }); }
    return [ask.withoutYear(found, asked) || (asked.year ? ask.whole(found, asked) : null)];
  }

  /* What is left with the word that joins it, where that is one name: 社会保障和就业支出. */
  function whole(found, asked, index) {
    var every = asked.kinds.and === undefined || asked.latin ? [] : ask.left(asked.parts, ask.named(asked.parts).own);
    if (every.length < 2) { return Promise.resolve(null); }
    var parts = asked.parts, first = parts.indexOf(every[0].parts[0]), last = every[every.length - 1].parts, run = parts.slice(first, parts.indexOf(last[last.length - 1]) + 1);
    if (run.some(function (one, i) { return (i && one.gap) || /^(office|place)$/.test(one.kind); })) { return Promise.resolve(null); }
    var name = run.map(function (one) { return one.text; }).join(""), next = parts[first + run.length];
    var ways = [next && !next.gap && /^(支出|经费|类)$/.test(next.text) ? name + next.text : "", name].filter(Boolean), one = { ways: ways, said: name, core: name, parts: run };
    var own = ask.ofYear(found, asked).own[0];
    return ask.things(own, [one], asked, index).then(function (held) {
      return held.found.length ? ask.byName(found, Object.assign({}, asked, { left: [one] }), index) : null;
    });
  }

  /* A kind of costs alone: what is printed of it. */
  function costly(asked, index) {
    var one = asked.left.length === 1 && asked.left[0];
    return one && one.parts.some(function (part) { return part.kind === "cost" && one.said === part.text; }) ? ask.costs(one.ways, index) : [];
  }

  /* What is left of a question of nobody's: a kind of costs; or where something is asked of it, what has that name. */
  function named(asked, index) {
    var kinds = asked.kinds, asks = asked.measure && asked.measure[0] === "performance.project_count" ? true : asked.measure ? asked.measure[7] || asked.supposed || swallowed(asked) || /没|未|剩/.test(asked.said.text) : asked.asking;
    return Promise.resolve(costly(asked, index)).then(function (costs) {
      if (costs.length || !asks || (asked.ranked && kinds.whose !== undefined) || asked.limit || kinds.meaning !== undefined) { return costs; }
      return ask.anywhere(asked.left, asked, index).then(function (box) { return box ? [box] : []; });
    });
  }

  /* The answer over all departments; nothing where the question names something else. */
  function overAll(asked, words, index, project) {
    var quotient = ask.quotient(asked, words);
    if (quotient && !ask.quotientLeft(asked, words).length) {
      return ask.quotients(quotient, asked, words, index).then(function (box) { return box ? [box] : overEvery(asked, words, index, project); });
    }
    return overEvery(asked, words, index, project);
  }

  /* The contradictions about what is named, wherever it stands; over all where nothing of that name has any. */
  function checksNamed(asked, index) {
    return index.listed(asked.left.map(function (one) { return one.core; }).join(" "), 0, 3, true).then(function (answer) {
      var own = answer.found.map(function (one) { return /^d\/([^/]+-\d{4}[^/]*)\//.exec(one.below); }).find(Boolean);
      return own ? index.piece("i-" + own[1]).then(function (head) { return index.piece("d-" + head.id); }).then(function (found) { return ask.checksOf(found, asked, index); }) : null;
    }).then(function (box) { return box && box.matched ? [box] : ask.contradictions(asked.question, index).then(function (told) { return [Object.assign(told, { lead: [ask.unused(asked.left.map(function (one) { return one.said; }))].concat(told.lead) })]; }); });
  }

  function overEvery(asked, words, index, project) {
    if (asked.kinds.check !== undefined && asked.left.length && asked.left.some(function (one) { return one.core.length > 3; })) { return checksNamed(asked, index); }
    if (asked.kinds.check !== undefined) { return ask.contradictions(asked.question, index).then(function (box) { return [box]; }); }
    if (asked.left.length) { return ask.functionsBeside(asked, index).then(function (box) { return box ? [box] : named(asked, index); }); }
    /* Two measures against each other, of nobody: there is no such ranking. */
    if (asked.kinds.and !== undefined && asked.measures.some(function (one) { return one !== asked.measures[0]; })) { return []; }
    var told = project ? ask.projects(asked, null, index) : asked.kinds.item !== undefined ? ask.items(index) : null;
    return told ? told.then(function (box) { return [box]; }) : asked.measure ? ask.rankings(asked, words, index) : [];
  }

  /* Whether nothing is left behind a place but the rest of its name. */
  function goesOn(asked) {
    return asked.left.every(function (one) { return one.core.length < 4 && !one.parts[0].gap && asked.text.indexOf(asked.whose + one.core) >= 0; });
  }

  /* What is left, taken as one name over the words that join it: 社会保障和就业. */
  function spanned(asked) {
    var parts = asked.parts, first = parts.indexOf(asked.left[0].parts[0]), last = asked.left[asked.left.length - 1].parts;
    var text = parts.slice(first, parts.indexOf(last[last.length - 1]) + 1).map(function (one) { return one.text; }).join("");
    return [{ ways: [text], said: text, core: text, parts: parts }];
  }

  /* A question of nobody's about what has the name of spending by function: over all departments. */
  function functional(asked, index, project) {
    /* How many it was for is no amount. */
    var kinds = asked.kinds, other = project || asked.office || ask.counts(asked) || asked.placed || (asked.measure && !asked.measure[7] && !swallowed(asked)) || ["check", "meaning", "score", "rate", "missed", "project"].some(function (kind) { return kinds[kind] !== undefined; });
    var left = asked.left.length > 1 && kinds.and !== undefined ? spanned(asked) : asked.left;
    if (other || left.length !== 1) { return Promise.resolve([]); }
    return (kinds.share_pct !== undefined ? ask.shareOfCode(left, asked, index) : ask.functionOf(left, asked, index)).then(function (box) {
      if (!box) { return []; }
      if (box.only && kinds.reason !== undefined) { return index.piece("i-" + box.only).then(function (found) { return ask.byName(found, Object.assign({}, asked, { left: left }), index); }).then(function (own) { return [own, box]; }); }
      return Promise.resolve(costly(asked, index)).then(function (costs) { return [box].concat(costs); });
    });
  }

  function ofOne(asked, words, index, project) {
    if (!asked.whose) { return Promise.resolve(overAll(asked, words, index, project)); }
    return functional(asked, index, project).then(function (own) { return own.length ? own : ofSome(asked, words, index, project); });
  }

  function ofSome(asked, words, index, project) {
    /* Who of a place has the most: rankings are over all, and that is told. */
    if (asked.placed && !asked.office && !project && asked.measure && goesOn(asked)) {
      var place = asked.whose + asked.left.map(function (one) { return one.core; }).join("");
      return ask.ranking(Object.assign({}, asked, { left: [], place: place }), words, index).then(function (box) { return box && !box.few ? [box] : box || asked.column !== "actual" ? ofNamed(asked, words, index, project) : []; });
    }
    return ofNamed(asked, words, index, project);
  }

  /* A place of which nothing is found: that none of its departments is collected, where that is so. */
  ask.uncollected = function (asked, words, index) {
    var only = asked.placed && !asked.office && !asked.latin && asked.left.every(function (one) { return one.core.length < 2 && !one.parts[0].gap && asked.text.indexOf(asked.whose + one.core) >= 0; });
    if (!only) { return Promise.resolve(null); }
    asked.whose = asked.whose + asked.left.map(function (one) { return one.core; }).join("");
    return regions(asked, words, index).then(function (box) { return box.lost ? box : null; });
  };

  function ofNamed(asked, words, index, project) {
    /* A bare name: its records say all; what is not collected is said. */
    var light = !(asked.asking && !asked.office) && !asked.measure && !project && !asked.year && ["check", "item", "unit", "project"].every(function (kind) { return asked.kinds[kind] === undefined; }) && asked.column === "actual" && (!asked.office || !asked.left.length) && !ask.wordsAsked(asked);
    var names = asked.parts.filter(function (one) { return /^(rest|place|cost)$/.test(one.kind); });
    if (light && !asked.office && !asked.again && !(asked.latin && names.length > 1) && !names.slice(1).some(function (one) { return one.gap; })) { return Promise.resolve(costly(asked, index)); }
    light = light && !!asked.office;
    if (asked.office && asked.text === asked.parts.filter(function (one) { return one.kind === "office"; }).map(function (one) { return one.text; }).join("") && asked.office[2] > 1) { return Promise.resolve([ask.ofOffice(asked.office)]); }
    return ask.subject(asked.parts, index, light, project && asked.limit).then(function (subject) {
      if (light && subject.found && !subject.unit) { return []; }
      var found = subject.found;
      asked.whose = subject.whose || asked.whose;
      asked.left = subject.left;
      asked.others = subject.others;
      if (swallowed(asked)) { asked.beside = asked.measure; asked.measure = null; }
      if (subject.unit && /问题|疑点|对不上|矛盾/.test(asked.text)) {
        return index.piece("d-" + found.id).then(function (all) { return ask.checksOf(all, Object.assign({}, asked, { left: asked.left.concat(ask.left(asked.parts, [])) }), index); }).then(function (box) { return box.matched ? [box] : ask.unitTold(Object.assign({}, found, { unit: subject.unit, part: subject.part }), asked, index).then(function (own) { return [own]; }); });
      }
      if (subject.unit) { return ask.unitTold(Object.assign({}, found, { unit: subject.unit, part: subject.part }), asked, index).then(function (box) { return [box]; }); }
      if (asked.office && !found) { return ask.mentions(asked.called || asked.office[0], index).then(function (box) { return [ask.missing(asked, words), box].filter(Boolean); }); }
      if (!found) { return overAll(asked, words, index, project); }
      if (asked.left.length === 1 && words.roles.letter.indexOf(asked.left[0].said) >= 0) { return [ask.lettersOf(found)]; }
      /* What nobody of a place has a name for says nothing of the department that came first. */
      return Promise.resolve(about(found, asked, words, index, project)).then(function (all) { return subject.several && asked.placed && !asked.office && all[0] && all[0].nothing ? [] : all; });
    });
  }

  /* What combines kinds of questions: conditions, sums, quotients, what lacks its subject; null where it is none of these. */
  function composed(asked, words, index) {
    return ask.namesakes(asked.question, asked, words, index).then(function (own) { return own || combined(asked, words, index); });
  }

  function combined(asked, words, index) {
    var question = asked.question, told = ask.fragment(question, asked, words) || ask.notCounted(question) || ask.notRanked(question, asked, words) || ask.refused(question, asked, words, index);
    if (told) { return Promise.resolve(told); }
    var scope = question.kinds.scope !== undefined && ask.ofScope(question, asked, words, index);
    if (scope) { return scope; }
    var table = !asked.office && !asked.placed && ask.portfolio(question, asked, null, index);
    if (table) { return table; }
    var pair = ask.isAgainst(question);
    if (pair) { return ask.against(pair, question, words, index); }
    if (question.ranks.length && question.whose && !question.office && !question.project && question.rank.measure) { return ask.rankedBoth(question, asked, words, index); }
    if (ask.isProjects(question) && !asked.office && !question.unknown.length) { return ask.projectsOf(question, null, asked, index); }
    if (!ask.isSet(question) || (asked.swapped && !question.limits.length)) { return sameName(question, asked, index); }
    return ask.setOf(question, asked, words, index).then(function (box) { return box || sameName(question, asked, index); });
  }

  /* Who spent most on what several codes have as their name. */
  function sameName(question, asked, index) {
    if (!(question.rank || question.limits.length) || !question.whose || question.office || asked.left.length !== 1 || !asked.measure || asked.measure[0] !== "expenditure.current") { return Promise.resolve(null); }
    return ask.codes(asked.left[0].ways, index).then(function (codes) { return codes.length > 1 && codes[0].length > 5 ? ask.ofOneName(asked.left[0].said, codes, asked, index) : null; });
  }

  /* Everything that a question finds: answers first. */
  ask.answers = function (query, words, index, again) {
    var asked = ask.parsed(query, words, index), project = projectly(asked);
    asked.again = again;
    asked.words = words;
    supposed(asked, words, project);
    asked.question = ask.question(query, words, index);
    return absent(asked, words, index).then(function (own) {
      return own || composed(asked, words, index);
    }).then(function (own) {
      var none = own || early(asked, words);
      return none ? [none] : several(asked, words, index).then(function (both) { return both || ofOne(asked, words, index, project); });
    }).then(function (all) { return { asked: asked, all: ask.unheeded(all.filter(Boolean), asked) }; });
  };

  /* What a question states is not compared with what is printed: that is told. */
  ask.unheeded = function (all, asked) {
    var claims = asked.parts.filter(function (one) { return one.kind === "claim"; }).map(function (one) { return one.text; }), first = all[0];
    if (claims.length && !asked.limit && !(asked.question && asked.question.limits.length) && first && first.url !== undefined && !(asked.question && asked.question.about) && !first.nothing && !first.absent && !first.help && !first.matched) {
      first.lead = ["问题里的“" + claims.join("”“") + "”没有拿来核对，请和下面印出的数对照。"].concat(first.lead || []);
    }
    return all;
  };
})(window.juesuanAsking = window.juesuanAsking || {});
