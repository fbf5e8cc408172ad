/* What one of something costs: an amount by a count, both printed by the same department, divided by the site. */
(function (ask) {
  "use strict";
  var SHOWN = 5, PEOPLE = /^(个|个人|人|位|名|人次)$/, SERVING = "headcount.serving", LITTLE = 0.1;

  /* What stands before a part without a space between. */
  function before(parts, at) {
    var text = "";
    for (var i = at - 1; i >= 0 && !parts[i + 1].gap; i -= 1) { text = parts[i].text + text; }
    return text;
  }

  /* Of what one is asked for, and in what it is counted: 一辆公车, 每个在职职工, 接待一批; null if of nothing. */
  function single(asked, words) {
    var parts = asked.parts, each = "(?:" + ask.any(words, "per") + ")(" + ask.any(words, "classifier") + ")", found = null;
    parts.some(function (one, i) {
      if (one.kind !== "measure" || /^each\./.test(one.value[0])) { return false; }
      var own = new RegExp(each + "$").exec(before(parts, i)), behind = new RegExp("^" + each).exec(parts.slice(i + 1).map(function (part) { return part.text; }).join(""));
      var counted = words.counted[one.value[0]];
      if ((own || behind) && one.value[2] !== "万元") { found = { by: one.value, part: one }; }
      else if ((own || behind) && counted) { found = { by: ask.byId(counted[PEOPLE.test((own || behind)[1]) && counted[1] ? 1 : 0], words), of: one.value, part: one }; }
      return found && found.by;
    });
    return found && found.by ? found : null;
  }

  /* The amount and the count of a question for one of something; null if it asks for no such quotient. */
  ask.quotient = function (asked, words) {
    if (asked.latin || asked.column !== "actual" || asked.limit) { return null; }
    var own = asked.each ? { by: ask.byId(SERVING, words), of: asked.measure } : single(asked, words);
    if (!own || !own.by) { return null; }
    var other = asked.measures.find(function (one) { return one[2] === "万元" && !one[7] && !/^each\./.test(one[0]) && one !== own.by; });
    var cost = Object.keys(words.counted).find(function (id) { return words.counted[id].indexOf(own.by[0]) >= 0; });
    own.of = own.of || other || ask.byId(words.per[own.by[0]] || words.money[own.by[0]] || cost, words);
    return own.of && (own.of[2] === "万元" || (asked.each && own.of[2] === "平方米")) ? own : null;
  };

  function unitOf(measure) { return measure[2].replace(/（.*/, ""); }

  /* An amount by a count; what is little in yuan. */
  function divided(amount, count, unit, of) {
    var value = amount / count;
    if (of && of !== "万元") { return ask.grouped(value.toFixed(2)) + " " + of + "/" + unit; }
    return value < LITTLE ? ask.grouped((value * 10000).toFixed(2)) + " 元/" + unit : ask.grouped(value.toFixed(2)) + " 万元/" + unit;
  }

  /* Whether words are left that neither name what is divided nor say one of it. */
  ask.quotientLeft = function (asked, words) {
    var said = new RegExp("^(?:" + ask.any(words, "per") + "|" + ask.any(words, "classifier") + ")+$");
    return asked.left.filter(function (one) { return !said.test(one.core); });
  };

  /* The quotient of one department: both numbers, and what is made of them; null where one is not printed. */
  ask.quotientOf = function (quotient, found, asked, words) {
    var years = ask.ofYear(found, asked), own = years.own[0], cells = [quotient.of, quotient.by].map(function (one) { return (own.m[one[0]] || {}).actual; }), unit = unitOf(quotient.by);
    if (!cells[0] || !cells[1] || !+cells[1][0]) { return null; }
    var names = [quotient.of[1], quotient.by[1]];
    return {
      head: found.short + "：平均每" + unit + "的" + names[0], url: "d/" + own.id + "/",
      lead: (years.missing ? [years.missing] : []).concat(own.year + " 年度" + names[0] + " ", ask.figure(cells[0], quotient.of[2], own.id), " ÷ " + names[1] + " ", ask.figure(cells[1], quotient.by[2], own.id), " ＝ " + divided(cells[0][0], cells[1][0], unit, quotient.of[2]) + "（本站计算）。", ask.caution({ "basic.personnel": "each.personnel", "expenditure.current": "each.spending" }[quotient.of[0]])),
      rows: [quotient.of, quotient.by].map(function (one) { return ask.sentenceOf(own, asked, one, words); }), note: ask.scoped(found, own) + "原文没有印出商。点数字看它在原文中的位置。"
    };
  };

  /* The quotient of all departments that print both, the most or the least first; null where fewer than two do. */
  ask.quotients = function (quotient, asked, words, index) {
    return Promise.all([quotient.of, quotient.by].map(function (one) { return ask.table(one, "actual", asked.question, words, index); })).then(function (all) {
      if (!all.every(Boolean)) { return null; }
      var unit = unitOf(quotient.by), least = asked.order === "least" && asked.ranked, rows = Object.keys(all[0].rows).filter(function (id) { return all[1].rows[id] && +all[1].rows[id][4]; }).map(function (id) {
        return { own: all[0].rows[id], by: all[1].rows[id], value: all[0].rows[id][4] / all[1].rows[id][4] };
      }).sort(function (a, b) { return (b.value - a.value) * (least ? -1 : 1); });
      if (rows.length < 2) { return null; }
      function line(one) { return ask.lineOf(one.own).concat(divided(one.own[4], one.by[4], unit, quotient.of[2]) + "（" + quotient.of[1] + " ", ask.figure(one.own.slice(4), quotient.of[2], one.own[2]), " ÷ " + quotient.by[1] + " ", ask.figure(one.by.slice(4), quotient.by[2], one.by[2]), "）"); }
      return {
        head: "平均每" + unit + "的" + quotient.of[1] + "：" + rows.length + " 个部门里" + (least ? "最少" : "最多") + "的", url: quotient.of[4] || "disclosures/", topic: true, lead: line(rows[0]).concat("。"), rows: rows.slice(0, SHOWN).map(line), ordered: true,
        ranks: ask.ranks(rows.slice(0, SHOWN).map(function (one) { return one.value; })), note: "商由本站计算，只在两个数都印出时列出，各取最新年度；口径不同（是否含所属单位）时不宜直接比较。" + (all[0].whole && all[1].whole ? "" : "只在数额最大和最小的各几十个里找，可能不全。")
      };
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
