/* Spending by function over all departments: by a code, by its name, or by what people call it. */
(function (ask) {
  "use strict";

  /* Ways to say a name that are looked for: each is a piece to load. */
  var WAYS = 4;

  /* A word as names of codes are held. */
  function keys(ways, index) {
    var plain = ways.map(function (way) { return ask.compact(index.plain(way)); });
    var all = plain.concat(plain.map(function (one) { return one.replace(/(支出|事务|方面|领域|经费|费用|资金)$/, ""); }), plain.filter(function (one) { return /^[a-z]+s$/.test(one); }).map(function (one) { return one.slice(0, -1); }));
    return all.filter(function (one, i) { return one.length > 1 && all.indexOf(one) === i; });
  }

  function held(token, index, first) { return index.held(token, "f", first.functions); }

  /* The codes that one of some words means, the one that is meant most first; none if there is no such. */
  ask.codes = function (ways, index) {
    return index.piece("first").then(function (first) {
      function next(all) {
        if (!all.length) { return []; }
        var number = /^\d{3}(\d\d){0,2}$/.test(all[0]);
        return held((number ? "" : "=") + all[0], index, first).then(function (own) {
          return own ? (number ? [all[0]] : own) : next(all.slice(1));
        });
      }
      return next(keys(ways, index).slice(0, WAYS));
    });
  };

  /* The code whose name holds all that is said: 养老保险缴费 for 机关事业单位基本养老保险缴费支出. */
  ask.likeCode = function (ways, index) {
    return index.listed(ways[0], 0, 3).then(function (answer) {
      var own = answer.found.find(function (one) { return /^functions\/#[ci]\d+$/.test(one.below) && ways.some(function (way) { return way.length > 3 && ask.fits(way, one.title.replace(/^\d+ /, ""), index) > 1; }); });
      return own ? [/\d+$/.exec(own.below)[0]] : [];
    });
  };

  ask.heldCode = function (code, index) { return index.piece("first").then(function (first) { return held(code, index, first); }); };

  /* Codes of one name, each with who spent most on it, or least. */
  ask.ofOneName = function (said, codes, asked, index) {
    return Promise.all(codes.map(function (code) { return ask.onFunction(code, asked, index); })).then(function (all) {
      var own = all.filter(function (box) { return box && box.rows !== undefined; });
      return own.length < 2 ? null : {
        head: "“" + said + "”：有 " + own.length + " 个科目用这个名称", url: "functions/", lead: ["同名的科目属于不同的类，各部门的数没有相加。每个科目里："],
        rows: own.map(function (box) { return [{ t: box.head, u: box.url }, "："].concat(box.lead); }), note: own[0].note
      };
    });
  };

  function page(code) { return "functions/#" + (code.length > 5 ? "i" : "c") + code; }

  function row(line, below) {
    var parts = [{ t: line[0], u: "d/" + line[2] + "/" }, "（" + line[1] + "，" + line[3] + "）：" + (below ? line[5] + " " : ""), ask.figure(line.slice(6, 8), "万元", line[2]), ask.large(line[6], "万元")];
    if (line[8]) { parts = parts.concat(ask.changed({ change: [line[8]], new: line[9] }, "万元", line[2])); }
    return parts.concat(line[4] === "一般公共预算" ? [] : "，" + line[4]);
  }

  /* What departments spent on a code: who most, or who least. */
  ask.onFunction = function (code, asked, index) {
    return index.piece("first").then(function (first) { return held(code, index, first); }).then(function (told) {
      if (!told) { return null; }
      var name = told[0], level = code.length === 3 ? "类" : code.length === 5 ? "款" : "项", head = name + "（" + code + "，" + level + "级科目）";
      var rows = told[4].slice(), least = asked.kinds.least !== undefined;
      if (!rows.length) { return { head: head, url: "functions/", lead: ["收录的决算里，本站没有读到这一" + level + "的支出。"], cost: true }; }
      if (least && rows.length === told[2]) { rows.reverse(); }
      var lead = (asked.year && rows.every(function (line) { return line[1] !== asked.year; }) ? [asked.year + " 年度还没有收录，下面是各部门最新年度的。"] : []);
      if (told[3]) { lead = lead.concat("没有读到印出的" + level + "级合计，各项之和见", { t: "钱用在哪些方面", u: page(code) }, "。它下面的项级科目里，最多的是 "); } else { lead = lead.concat("收录的决算里有 " + told[2] + " 个部门印出了它" + (told[2] > 1 ? "，" + (least && rows.length === told[2] ? "最少" : "最多") + "的是 " : "：")); }
      var others = told[5] ? [["另有 " + told[5] + " 个部门没有印出这一" + level + "的合计，只印出了它下面的项级科目："]].concat(told[6].map(function (line) { return row(line, true); })) : [];
      return {
        only: rows.length === 1 && !others.length ? rows[0][2] : "", head: head, url: page(code), lead: lead.concat(row(rows[0], told[3]), "。"), rows: rows.length > 1 || others.length ? (rows.length > 1 ? rows.map(function (line) { return row(line, told[3]); }) : []).concat(others) : null, ordered: rows.length > 1 && !others.length,
        note: (told[1] ? "属于“" + told[1] + "”。" : "") + "各部门的数没有相加；口径（是否含所属单位）不同时不宜直接比较。"
      };
    });
  };

  /* Whose share of all that was spent a code is, the largest first; none if it is no name of a code or is printed by nobody. */
  ask.shareOfCode = function (left, asked, index) {
    return left.length !== 1 ? Promise.resolve(null) : ask.codes(left[0].ways, index).then(function (codes) {
      var code = codes.length === 1 || (codes[0] || "").length < 7 ? codes[0] : "";
      return !code ? null : Promise.all([ask.heldCode(code, index), ask.table(ask.byId("general_budget.expenditure", asked.words), "actual", asked.question, asked.words, index)]).then(function (all) {
        var told = all[0], spent = all[1], least = asked.kinds.least !== undefined;
        var rows = !told || told[3] || !spent ? [] : told[4].filter(function (line, i) { return spent.rows[line[2]] && line[4] === "一般公共预算" && told[4].findIndex(function (other) { return other[2] === line[2]; }) === i; }).map(function (line) { return { line: line, all: spent.rows[line[2]], share: line[6] / spent.rows[line[2]][4] * 100 }; });
        if (!rows.length) { return null; }
        rows.sort(function (a, b) { return (b.share - a.share) * (least ? -1 : 1); });
        function said(one) { return [{ t: one.line[0], u: "d/" + one.line[2] + "/" }, "（" + one.line[1] + "，" + one.line[3] + "）：" + one.share.toFixed(2) + "%（", ask.figure(one.line.slice(6, 8), "万元", one.line[2]), " ÷ 一般公共预算财政拨款支出 ", ask.figure(one.all.slice(4), "万元", one.line[2]), "）"]; }
        return {
          head: told[0] + "（" + code + "）占一般公共预算财政拨款支出：" + rows.length + " 个部门里" + (least ? "最低" : "最高") + "的", url: page(code), lead: said(rows[0]).concat("。"), rows: rows.map(said), ordered: true, ranks: ask.ranks(rows.map(function (one) { return one.share; })),
          note: "比例由本站计算，只在两个数都印出时列出；口径（是否含所属单位）不同时不宜直接比较。"
        };
      });
    });
  };

  /* What is left of a question, as spending by function over all departments; none if it is not the name of any. */
  ask.functionOf = function (left, asked, index) {
    if (left.length !== 1) { return Promise.resolve(null); }
    return ask.codes(left[0].ways, index).then(function (codes) {
      return codes.length && (codes.length === 1 || codes[0].length < 7) ? ask.onFunction(codes[0], asked, index) : null;
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
