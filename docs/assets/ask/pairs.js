/* Two things at once over all departments: ranked by two measures, one measure against another. And the sum of two
   measures of one department. */
(function (ask) {
  "use strict";
  var LISTED = 40;

  function flat(lists) { return [].concat.apply([], lists); }

  /* Who is first by each of several measures, and whether that is the same department. */
  ask.rankedBoth = function (question, asked, words, index) {
    return Promise.all(question.ranks.concat(question.rank).map(function (rank) {
      return ask.setOf(Object.assign({}, question, { rank: rank, ranks: [], shown: [], number: 0 }), asked, words, index);
    })).then(function (all) {
      if (!all.every(function (box) { return box && box.firsts; })) { return null; }
      var ids = all[0].firsts.filter(function (id) { return all.every(function (box) { return box.firsts.indexOf(id) >= 0; }); });
      var unknown = ask.unused(question.unknown);
      return {
        head: all.map(function (box) { return box.what; }).join("、") + (ids.length ? "：是同一个部门" : "：不是同一个部门"), url: all[0].url, topic: true,
        lead: (unknown ? [unknown] : []).concat(ids.length ? flat(ids.slice(0, LISTED).map(function (id, i) { return [i ? "、" : "", { t: all[0].called[id], u: "d/" + id + "/" }]; })).concat(" 同时是这几样里的第一。") : ["没有一个部门同时是这几样里的第一。分别是："]),
        rows: all.map(function (box) { return [box.what + "："].concat(box.firsts.length > 3 ? [box.firsts.length + " 个部门并列"] : flat(box.firsts.map(function (id, i) { return (i ? ["；"] : []).concat(box.line(id)); }))); }), note: all[0].note
      };
    });
  };

  var MORE = /[多高大]|超过|大于|高于|多于/, LESS = /[少低小]|低于|小于|少于|不到|不如/;

  /* Two measures of which one is said to be more than the other: 项目支出比基本支出还多的部门. */
  ask.isAgainst = function (question) {
    if (!question.whose || question.rank || question.limits.length || question.office || question.project || question.kinds.share_pct !== undefined) { return null; }
    var parts = question.parts, at = parts.findIndex(function (one) { return (one.kind === "and" && /^比$/.test(one.text)) || /^(above|below)$/.test(one.kind); });
    function measure(one) { return one.kind === "measure"; }
    var first = at > 0 && parts.slice(0, at).filter(measure).pop(), other = at > 0 && parts.slice(at).find(measure);
    if (!first || !other || first.value === other.value || first.value[2] !== other.value[2]) { return null; }
    var said = parts[at].kind === "and" ? parts.slice(parts.indexOf(other) + 1).map(function (one) { return one.text; }).join("") : parts[at].text;
    var less = parts[at].kind === "below" || LESS.test(said), more = parts[at].kind === "above" || MORE.test(said);
    return less === more ? null : { first: first.value, other: other.value, less: less };
  };

  ask.against = function (pair, question, words, index) {
    return Promise.all([pair.first, pair.other].map(function (one) { return ask.table(one, "actual", question, words, index); })).then(function (all) {
      if (!all.every(Boolean)) { return null; }
      var ids = Object.keys(all[0].rows).filter(function (id) {
        var a = all[0].rows[id], b = all[1].rows[id];
        return b && (pair.less ? +a[4] < +b[4] : +a[4] > +b[4]);
      });
      var whole = all[0].whole && all[1].whole, word = pair.less ? "少" : "多", names = [pair.first[1], pair.other[1]];
      ids.sort(function (a, b) { return all[0].rows[b][4] - all[0].rows[a][4] || (a < b ? -1 : 1); });
      var unknown = ask.unused(question.unknown), many = (whole ? "" : "至少 ") + ids.length + " 个";
      return {
        head: names[0] + "比" + names[1] + word + "的部门：" + (ids.length ? many : "没有"), url: pair.first[4] || "disclosures/", topic: true,
        lead: (unknown ? [unknown] : []).concat(ids.length ? "有 " + many + "：" : "两个数都印出的部门里没有这样的。"),
        rows: ids.slice(0, LISTED).map(function (id) { return ask.lineOf(all[0].rows[id]).concat(ask.cellsOf(all, id)); }),
        note: "只看已收录并且两个数都印出的部门，各取最新年度" + (whole ? "。" : "；只在数额最大和最小的各几十个里找，可能不全。")
      };
    });
  };

  /* The sum of two measures of one department, where both are parts of one whole; else why there is none. */
  ask.addedUp = function (found, asked, words, index) {
    var measures = ask.measuresOf(asked);
    if (measures.length < 2 || asked.kinds.sum === undefined || asked.column !== "actual") { return Promise.resolve(null); }
    return index.piece("wholes").then(function (wholes) {
      var years = ask.ofYear(found, asked), own = years.own[0], cells = measures.map(function (one) { return (own.m[one[0]] || {}).actual; });
      var whole = wholes[measures[0][0]], apart = whole && measures.every(function (one) { return wholes[one[0]] === whole && one[2] === measures[0][2]; });
      var names = measures.map(function (one) { return one[1]; }), unit = measures[0][2];
      var lead = years.missing ? [years.missing] : [], rows = measures.map(function (one) { return ask.sentenceOf(own, asked, one, words); });
      var note = ask.scoped(found, own) + "点数字看它在原文中的位置。";
      if (!apart || !cells.every(Boolean)) {
        return { head: found.short + "：" + names.join("、") + "，没有相加", url: "d/" + own.id + "/", lead: lead.concat(cells.every(Boolean) ? "这些数可能有一部分互相包含，相加会重复计算，所以本站没有相加。印出的各数：" : "有的数本站没有读到，所以没有相加。"), rows: rows, note: note };
      }
      var places = Math.max.apply(null, cells.map(function (cell) { return (cell[0].split(".")[1] || "").length; }));
      var sum = (cells.reduce(function (all, cell) { return all + Math.round(cell[0] * Math.pow(10, places)); }, 0) / Math.pow(10, places)).toFixed(places);
      var printed = words.measures.find(function (one) { return one[0] === whole; }), cell = printed && (own.m[whole] || {}).actual;
      return {
        head: found.short + "：" + names.join("加"), url: "d/" + own.id + "/",
        lead: lead.concat(own.year + " 年度" + names.join("加") + "是 " + ask.grouped(sum) + " " + unit + ask.large(sum, unit) + "（本站计算）。", cell ? ["它们所属的“" + printed[1] + "”印的是 ", ask.figure(cell, unit, own.id), "。"] : []),
        rows: rows, note: note
      };
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
