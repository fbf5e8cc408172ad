/* A question as one structure: departments or projects × measures × conditions × what is done with them. Any condition
   goes with any measure: each number belongs to the measure before it, or to the one that its unit names. */
(function (ask) {
  "use strict";

  /* Signs that stand for conditions while a question is cut into words. */
  var SIGNS = "ᚠᚢᚦᚨᚱᚲ";
  ask.signs = Array.from(SIGNS);

  function any(words, role) { return words.roles[role].slice().sort(function (a, b) { return b.length - a.length; }).map(function (one) { return one.replace(/[-~]/g, "\\$&"); }).join("|"); }
  ask.any = any;

  /* A number with its unit as one side of a condition. */
  function side(digits, power, unit) { return ask.quantity(digits.replace(/,/g, ""), power, (unit || "").replace("个人", "人")); }

  /* Conditions with their numbers, and the question with a sign for each. */
  function conditions(text, words) {
    var number = "(\\d[\\d,]*(?:\\.\\d+)?) ?(万亿|亿|万|千万|百万)?(元|块|%|分|个人|人|名|辆|台|平方米)?";
    var all = [], below = any(words, "below"), above = any(words, "above");
    function put(one, said) { if (all.length === ask.signs.length) { return said; } one.said = said.trim(); all.push(one); return ask.signs[all.length - 1] + (/ $/.test(said) ? " " : ""); }
    text = text.replace(new RegExp(number + " ?(?:" + any(words, "between") + ") ?" + number + "(?!年|月|[-\\d])(?:之间)?", "g"), function (said, low, power, unit, high, more, other) {
      if (!more && !other && !unit && !power && /^20\d\d$/.test(low)) { return said; }
      var from = side(low, power || more, unit || other), to = side(high, more, other || unit);
      return put({ low: from.value, high: to.value, kind: to.kind || from.kind }, said);
    });
    function one(said, bound, isBelow) {
      var told = new RegExp("^(?:" + any(words, "inclusive") + ")$").test(bound.word);
      var limit = { kind: bound.size.kind, open: !told };
      limit[isBelow ? "high" : "low"] = bound.size.value;
      return put(limit, said);
    }
    text = text.replace(new RegExp("(?:(" + below + ")|(" + above + "))了? ?" + number, "g"), function (said, down, up, digits, power, unit) {
      return one(said, { word: down || up, size: side(digits, power, unit) }, !!down);
    });
    text = text.replace(new RegExp(number + "[之及]?(?:(" + below + ")|(" + above + "))", "g"), function (said, digits, power, unit, down, up) {
      return one(said, { word: down || up, size: side(digits, power, unit) }, !!down);
    });
    if (/项目|project/.test(text)) { text = exactly(text, words, put); }
    return { text: text, all: all };
  }

  /* Ranges that a question asks for, as they are said. */
  ask.ranges = function (text, words) {
    return conditions(text, words).all.filter(function (one) { return one.low !== undefined && one.high !== undefined && one.low !== one.high && (one.kind || /项目|分/.test(text)); }).map(function (one) { return one.said; });
  };

  /* Numbers that must be met exactly, of projects: 执行率100%, 满分; or must not. */
  function exactly(text, words, put) {
    text = text.replace(new RegExp("((?:" + any(words, "rate") + "|" + any(words, "score") + ")(?:是|为|等于|达)?) *(\\d+(?:\\.\\d+)?)(%|分)(?![" + "之及以" + "])", "g"), function (said, before, digits, unit) {
      return before + put({ low: +digits, high: +digits, kind: unit === "%" ? "rate" : "score" }, digits + unit);
    });
    return text.replace(new RegExp("(有没有|没有?得?|未得?|不是|没拿)?(?:" + any(words, "full") + ")", "g"), function (said, not) {
      return put(not && not !== "有没有" ? { high: 100, open: true, kind: "score" } : { low: 100, high: 100, kind: "score" }, said);
    });
  }

  /* Whether a value fulfils a condition. */
  ask.fulfils = function (value, limit) {
    if (limit.low !== undefined && (limit.open ? value <= limit.low : value < limit.low)) { return false; }
    return limit.high === undefined || (limit.open ? value < limit.high : value <= limit.high);
  };

  function byId(id, words) { return words.measures.find(function (one) { return one[0] === id; }); }
  ask.byId = byId;

  /* The part of a kind next to a place, over what says nothing. */
  function near(parts, at, step, kind) {
    var i = at + step;
    while (parts[i] && parts[i].kind === "filler") { i += step; }
    return parts[i] && parts[i].kind === kind ? parts[i] : null;
  }

  /* What a number of projects is, where its unit does not say it: what is named before it. */
  function ofProject(limit, parts, at) {
    if (/^(rate|score|money)$/.test(limit.kind)) { return limit.kind; }
    var named = parts.slice(0, at).filter(function (one) { return /^(rate|score|completion_pct|money|annual_budget)$/.test(one.kind); }).pop();
    return !named ? "" : named.kind === "completion_pct" ? "rate" : named.kind === "annual_budget" ? "money" : named.kind;
  }

  /* The last measure before a place, else the first one behind it, of a unit if that is said. */
  function measureAt(parts, at, unit) {
    function fits(one) { return one.kind === "measure" && (!unit || one.value[2] === unit); }
    return parts.slice(0, at).filter(fits).pop() || parts.slice(at).find(fits) || null;
  }

  var UNITS = { people: ["人", "headcount.total"], vehicles: ["辆", "three_public.vehicles_kept"], money: ["万元", "expenditure.current"] };

  /* The measure that a condition is about. */
  function bound(limit, parts, at, words) {
    var own = UNITS[limit.kind], part = measureAt(parts, at, own && own[0]);
    if (part) { part.used = true; return part.value; }
    return own ? byId(own[1], words) : null;
  }

  /* How many places of a ranking are asked for: 前三名, 最多的两个部门. */
  function places(text) {
    var found = /前 ?([一二两三四五六七八九十]|\d{1,2})(?![年月\d])/.exec(text) || /([一二两三四五六七八九十]|\d{1,2}) ?(?:个|家|名|位)(?:部门|单位|局|项目)?(?!月|人)/.exec(text);
    var digit = found && (ask.digit(found[1]) || (found[1] === "十" ? 10 : +found[1]));
    var top = /(?:top|first) (\d{1,2})\b/.exec(text);
    return digit > 1 ? digit : top ? +top[1] : 0;
  }

  function has(text, words, role) { return words.roles[role].some(function (one) { return text.indexOf(ask.compact(one)) >= 0; }); }

  /* The zero that is asked for by a word such as 没有, beside its measure; what is over a budget is a condition of its own. */
  function without(parts, i) {
    var part = near(parts, i, 1, "measure") || near(parts, i, -1, "measure");
    if (near(parts, i, 1, "variance_pct")) { return { column: "variance_pct", high: 0, kind: "", said: "不高于 0" }; }
    return part ? { part: part, low: 0, high: 0, kind: "", said: "为 0" } : null;
  }

  /* The conditions of a question, each with its measure. */
  function bindings(question, parts, all, words) {
    parts.forEach(function (one, i) {
      if (one.kind === "limit") {
        var limit = all[one.value];
        if (question.project) { limit.kind = ofProject(limit, parts, i); }
        question.limits.push(Object.assign({ measure: question.project || /^(rate|score)$/.test(limit.kind) ? null : bound(limit, parts, i, words) }, limit));
      }
      var none = one.kind === "none" ? without(parts, i) : null;
      if (none) {
        var part = none.part || measureAt(parts, i);
        if (part) { part.used = true; question.limits.push(Object.assign(none, { measure: part.value })); }
      }
    });
  }

  /* What is ranked by: the measure before the word for it, else the one behind it. */
  function ranks(question, parts, words) {
    parts.forEach(function (one, i) {
      var order = { most: "most", best: "most", least: "least", worst: "least" }[one.kind];
      /* 人最多 is a name of the count of persons, and ranks by it. */
      if (one.kind === "measure" && /最[多大高]/.test(one.text) && !one.used) { one.used = true; question.rank = { measure: one.value, order: "most", said: one.text }; }
      if (one.kind === "measure" && one.value[7] && /[得的][多少]$/.test(one.text) && question.whose && !one.used && !question.rank) { one.used = true; question.rank = { measure: one.value, order: /少$/.test(one.text) ? "least" : "most", said: one.text }; }
      if (!order || (question.rank && question.rank.measure && /前|个|名/.test(one.text))) { return; }
      /* Ranked by two things: each is answered, and whether it is the same. */
      if (question.rank && question.rank.measure) { question.ranks.push(question.rank); }
      var part = parts.slice(0, i).filter(function (own) { return own.kind === "measure" && !own.used; }).pop() || (question.latin ? parts.find(function (own) { return own.kind === "measure" && !own.used; }) : i && near(parts, i, 1, "measure"));
            /* Of an everyday word for all that was spent what it was spent on counts. */
      var special = part && part.value[7] && parts.find(function (own) { return own.kind === "measure" && !own.used && !own.value[7] && own.value[2] === part.value[2]; });
      /* 得分最低 of departments is that of the whole, 执行率最低 too. */
      var named = !part && question.whose && !question.project && parts.slice(0, i).filter(function (own) { return /^(score|rate)$/.test(own.kind) && !own.used; }).pop();
      if (named) { named.used = true; part = { value: byId(named.kind + ".overall", words) }; part = part.value ? part : null; }
      if (part) { part.used = true; }
      if (special) { part = special; part.used = true; }
      question.rank = { measure: part ? part.value : /花|钱/.test(one.text) ? byId("expenditure.current", words) : null, order: order, said: one.text };
    });
  }

  /* Measures that are only shown: what goes with another one of the same unit says nothing of its own. */
  function shown(parts, held) {
    return parts.filter(function (one, i) {
      if (one.kind !== "measure" || one.used || held.indexOf(one.value) >= 0) { return false; }
      return !(one.value[7] && parts.some(function (other, at) { return other.kind === "measure" && other !== one && other.value[2] === one.value[2] && Math.abs(at - i) < 3; }));
    }).map(function (one) { return one.value; }).filter(function (one, i, all) { return all.indexOf(one) === i; });
  }

  /* Departments that are left out: 除了市委谁的公车最多, 市委以外花钱最多的部门. */
  function exceptions(question, parts) {
    parts.forEach(function (one, i) {
      var out = one.kind === "office" && (near(parts, i, -1, "except") || near(parts, i, 1, "except") || (i && parts[i - 1].kind === "place" && near(parts, i - 1, -1, "except")));
      if (!out) { return; }
      question.except = question.except.concat(one.value[3].map(function (own) { return own[0]; }));
      question.excepted.push(one.text);
      one.kind = "filler";
      if (i && parts[i - 1].kind === "place") { parts[i - 1].kind = "filler"; }
    });
  }

  /* Words that were not understood, as they were typed. */
  function unknown(question, parts) {
    return parts.filter(function (one, i) {
      var goesOn = i && parts[i - 1].kind === "place" && /^[省市州县区盟旗]$/.test(one.text);
      return /^(rest|cost)$/.test(one.kind) && !goesOn && !(question.number && /^[一二两三四五六七八九十前名第\d]+$/.test(one.text)) && one.text.replace(/[的里中]/g, "").length > 0;
    }).map(function (one) { return one.text; });
  }

  /* Departments that only grew, or only fell. */
  function moved(question, parts) {
    var change = parts.find(function (one) { return one.kind === "change"; });
    if (!change || question.rank || !question.whose) { return; }
    var down = /减|降|跌|缩|砍|少|decrease/.test(change.text), up = /增|涨|升|多|increase/.test(change.text);
    if (down === up) { return; }
    var part = measureAt(parts, parts.indexOf(change));
    if (part) { part.used = true; }
    question.moved = true;
    question.limits.push({ measure: part ? part.value : null, column: "change", kind: "", open: true, said: down ? "减少" : "增加" });
    question.limits[question.limits.length - 1][down ? "high" : "low"] = 0;
  }

  /* Projects that did not spend all, or nothing. */
  function unspent(question, parts) {
    var said = question.project && question.limits.every(function (one) { return /^(money|score)$/.test(one.kind); }) && !question.rank && parts.find(function (one) { return one.kind === "rate" && /[没未零]/.test(one.text); });
    if (!said) { return; }
    var nothing = /一分|零|没执行|没动/.test(said.text);
    question.limits.push(nothing ? { low: 0, high: 0, kind: "rate", said: "为 0" } : { high: 100, open: true, kind: "rate", said: "低于 100%", all: true });
  }

  /* Who has something at all: 几个部门有接待费, 几个部门买了车, 既买了车又出了国的部门. */
  function having(question, parts, words) {
    if (question.rank || question.limits.length || !question.whose) { return; }
    var both = parts.some(function (one) { return one.kind === "both"; }) || /又.+又|同时/.test(question.text);
    /* 既花钱多又人少: who is first by each. */
    var ends = both ? parts.filter(function (one, i) { return one.kind === "measure" && (/[多少高低大]$/.test(one.text) || (parts[i + 1] && /^[多少高低大]$/.test(parts[i + 1].text))) && !/多少$/.test(one.text); }) : [];
    if (ends.length > 1) {
      ends.forEach(function (one) {
        var next = parts[parts.indexOf(one) + 1], said = one.text + (next ? next.text : "");
        one.used = true;
        if (question.rank) { question.ranks.push(question.rank); }
        question.rank = { measure: one.value, order: /[少低]/.test(said) ? "least" : "most", said: one.text };
      });
      return;
    }
    parts.forEach(function (one, i) {
      var there = one.kind === "filler" && /^(有|has|have|with)$/.test(one.text), part = there ? near(parts, i, 1, "measure") : null;
      part = part || ((question.count || both) && one.kind === "measure" ? one : null);
      if (!part || part.used || (question.limits.length && !both) || /几|多少|how/.test(part.text)) { return; }
      part.used = true;
      question.limits.push({ measure: part.value, low: 0, open: true, kind: "", said: "大于 0", there: true });
    });
    if (both && question.limits.length === 1) { question.limits = []; }
  }

  /* An amount that is stated of whoever has it: 花了3.6亿的是哪个部门. As near as it was said. */
  function near0(claim) {
    var places = (claim.number.split(".")[1] || "").length, digits = claim.number.replace(/0+$/, "").length, step = places ? Math.pow(10, -places) : Math.pow(10, claim.number.length - Math.max(1, digits));
    var value = +claim.number, from = claim.more ? value : value - step / 2, to = value + (claim.more ? step : step / 2);
    function money(one) { return ask.quantity(String(Math.max(0, +one.toFixed(6))), claim.power, claim.power ? "" : "元").value; }
    return { low: money(from), high: money(to) };
  }

  function about(question, parts, words) {
    var claims = parts.filter(function (one) { return one.kind === "claim" && one.value.money; });
    if (claims.length !== 1 || question.rank || question.limits.length || !question.whose || question.office || question.project) { return; }
    var part = measureAt(parts, parts.indexOf(claims[0]), "万元"), one = part ? part.value : byId("expenditure.current", words);
    if (!one) { return; }
    if (part) { part.used = true; }
    question.limits.push(Object.assign({ measure: one, kind: "money", said: "约 " + claims[0].text.replace(/^约/, "") }, near0(claims[0].value)));
    question.about = true;
  }

  /* Who spent more than the budget. */
  function over(question, parts, words) {
    var budget = parts.some(function (one) { return /^(annual|initial)_budget$/.test(one.kind); });
    var said = parts.find(function (one) { return (one.kind === "variance_pct" && /超|高于预算|比预算多/.test(one.text)) || (budget && (one.kind === "above" || (one.kind === "filler" && /^一样$|相同|持平/.test(one.text)))); });
    if (!said || question.limits.length || question.rank || question.office || question.project || !(question.whose || /一样|相同|持平/.test(said.text))) { return; }
    var part = measureAt(parts, parts.indexOf(said)), own = part ? part.value : byId("appropriation.overall", words), not = near(parts, parts.indexOf(said), -1, "none");
    if (part) { part.used = true; }
    if (!own) { return; }
    question.whose = true;
    question.limits = [Object.assign({ measure: own, column: "variance_pct", kind: "" }, said.kind === "filler" ? { low: 0, high: 0, said: "为 0" } : not ? { high: 0, said: "不高于 0" } : { low: 0, open: true, said: "高于 0" })];
  }

  /* A name that other words stand within: 行政单位医疗, 机关事业单位养老保险. */
  function spanned(parts) {
    var rests = parts.filter(function (one) { return one.kind === "rest"; });
    if (!rests.length) { return ""; }
    var to = parts.indexOf(rests[rests.length - 1]) + 1;
    while (parts[to] && parts[to].kind === "filler" && parts[to].text.length === 1 && parts[to].text !== "的") { to += 1; }
    var own = parts.slice(parts.indexOf(rests[0]), to);
    return own.every(function (one) { return /^(rest|filler|whose|cost)$/.test(one.kind) && !/[哪谁]/.test(one.text); }) ? own.map(function (one) { return one.text; }).join("") : "";
  }

  /* A question as a structure. */
  ask.question = function (query, words, index) {
    var read = conditions(ask.unlimited(ask.normal(query), words), words), parts = ask.cut(read.text, words, index), compact = ask.compact(read.text);
    function said(kind) { return parts.some(function (one) { return one.kind === kind; }); }
    var question = { except: [], excepted: [] };
    exceptions(question, parts);
    Object.assign(question, {
      parts: parts, text: compact, limits: [], rank: null, ranks: [], unknown: [], latin: ask.isLatin(read.text),
      whose: said("whose") || parts.some(function (one) { return one.kind === "filler" && /部门|单位/.test(one.text); }), office: said("office"), project: said("project") || parts.some(function (one) { return (/^(rate|missed)$/.test(one.kind) && /项目/.test(one.text)) || (read.all.length > 0 && one.kind === "measure" && one.value[0] === "performance.project_count"); }), place: parts.filter(function (one) { return one.kind === "place"; }).map(function (one) { return one.text; }).join(""),
      year: (parts.find(function (one) { return one.kind === "year"; }) || {}).value, count: has(ask.compact(ask.normal(query)), words, "count"),
      number: places(read.text), sum: said("sum") || said("mean"), mean: said("mean"), kinds: {}
    });
    parts.forEach(function (one) { question.kinds[one.kind] = one.text; });
    bindings(question, parts, read.all, words);
    ranks(question, parts, words);
    moved(question, parts);
    about(question, parts, words);
    having(question, parts, words);
    over(question, parts, words);
    unspent(question, parts);
    question.number = question.rank ? question.number : 0;
    var held = question.limits.map(function (one) { return one.measure; }).concat(question.rank ? question.rank.measure : []);
    question.shown = shown(parts, held);
    question.spanned = spanned(parts);
    if (question.rank && !question.rank.measure && question.spanned && question.whose) { question.rank.measure = byId("expenditure.current", words); }
    question.unknown = unknown(question, parts);
    return question;
  };
})(window.juesuanAsking = window.juesuanAsking || {});
