/* Amounts and percentages, found where they are printed. */
(function (ask) {
  "use strict";

  function placesOf(value, index, first) {
    return index.held("=" + value, "n", first.amounts).then(function (list) {
      if (!list) { return []; }
      return index.shard("=" + value, "n", first.amounts).then(function (part) {
        return list.map(function (one) {
          var own = part[one[2]];
          return [{ t: one[0], u: "d/" + own[0] + "/source" + one[4] }, " " + one[1] + "（" + own[1] + "，第 " + one[3] + " 行）"];
        });
      });
    });
  }

  function flat(lists) { return [].concat.apply([], lists); }

  /* The exact values that are rounded as asked, the nearest first. */
  function near(asked, index, first) {
    if (asked.digits > 5) { return Promise.resolve([]); }
    return index.held(asked.digits + "~" + asked.values[0], "n", first.amounts).then(function (values) {
      var far = function (value) { return Math.abs(value - asked.values[0]); };
      var best = (values || []).sort(function (a, b) { return far(a) - far(b); }).slice(0, 5);
      return Promise.all(best.map(function (value) { return placesOf(value, index, first); }));
    }).then(flat);
  }

  /* With a sign only what fell is meant, if there is any. */
  function signed(rows, asked) {
    var fallen = rows.filter(function (row) { return /^[−-]/.test(row[0].t); });
    return asked.negative && fallen.length ? fallen : rows;
  }

  /* A number with its unit within a sentence; a year, a date, a whole number without a unit is none. */
  var NUMERAL = /[-−–]?\d[\d,]*(?:\.\d+)?(?:万亿|亿|千万|百万|万)?(?:元|%|人次|个人|人|名|辆|台|平方米|批次)?/g;
  var MOST = 3;

  function numerals(asked, query) {
    var limit = asked.limit ? asked.limit.said : "", all = ask.inDigits(query.normalize("NFKC").replace(/，(?=\d{3})/g, ",")).replace(/\s+(?=[万亿元%人辆])/g, "");
    var exact = asked.kinds.project === undefined && asked.kinds.reason === undefined && !asked.ranked && !(asked.limit && asked.kinds.whose !== undefined);
    return (all.match(NUMERAL) || []).filter(function (one) {
      var money = /\d\.\d\d(?!\d)|[万亿]|元$/.test(one), counted = /[%人次名辆台米]$/.test(one) && exact;
      return (money || counted || (exact && /^\d{5,6}$|^\d{1,3}(,\d{3})+$/.test(one) && !/科目|编码/.test(query))) && limit.indexOf(one) < 0;
    }).slice(0, MOST);
  }

  function lineOf(row) { return row[0].u.split("/")[1] + (/第 \d+ 行/.exec(row[1]) || [""])[0]; }

  function likeness(row, text) {
    var said = row[1].replace(/[^\u4e00-\u9fff]/g, ""), hits = 0;
    for (var i = 0; i + 1 < text.length; i += 1) { hits += /[\u4e00-\u9fff]{2}/.test(text.substr(i, 2)) && said.indexOf(text.substr(i, 2)) >= 0 ? 1 : 0; }
    return hits;
  }

  /* Whether what a question names is in no row: the same number of something else is no answer to it. */
  var ENOUGH = 0.6;

  function isOfOthers(shown, asked) {
    var named = asked.parts.filter(function (one) { return /^(rest|cost)$/.test(one.kind) || (one.kind === "measure" && !one.value[7]); });
    var names = flat(named.map(function (one) { return one.kind === "measure" ? [one.text, one.value[1]] : [one.text]; })).filter(function (one) { return one.length > 2 && /^[\u4e00-\u9fff“”（）]+$/.test(one); });
    return names.length > 0 && !asked.latin && flat(shown).every(function (one) {
      return names.every(function (name) { return likeness(one.row, name) < ENOUGH * (name.replace(/[^\u4e00-\u9fff]/g, "").length - 1); });
    });
  }

  /* Amounts that stand in a sentence: where they are printed, best where the sentence names it and the others stand too. */
  ask.quoted = function (asked, query, words, index) {
    var question = ask.question(query, words, index), said = question.limits.length && (!question.about || /[多余来]/.test(query)) && (question.whose || question.project) ? [] : numerals(asked, ask.unlimited(ask.normal(query), words));
    if (!said.length) { return Promise.resolve(null); }
    return index.piece("first").then(function (first) {
      return Promise.all(said.map(function (one) {
        var amount = ask.amount(one, true);
        return amount ? Promise.all(amount.values.map(function (value) { return placesOf(value, index, first); })).then(flat).then(function (rows) { return signed(rows, amount); }) : [];
      }));
    }).then(function (found) {
      var lines = {};
      found.forEach(function (rows) {
        rows.map(lineOf).filter(function (line, i, all) { return all.indexOf(line) === i; }).forEach(function (line) { lines[line] = (lines[line] || 0) + 1; });
      });
      var sorted = found.map(function (rows) {
        return rows.map(function (row, i) { return { row: row, by: lines[lineOf(row)] * 10 + likeness(row, asked.text), i: i }; }).sort(function (a, b) { return b.by - a.by || a.i - b.i; });
      });
      var shown = sorted.filter(function (rows) { return rows.length; });
      if (!shown.length || isOfOthers(shown, asked)) { return null; }
      var other = flat(shown.map(function (rows) { return rows.slice(1); })).slice(0, 8), lost = said.filter(function (one, i) { return !found[i].length; });
      return {
        head: "“" + said.filter(function (one, i) { return found[i].length; }).join("”和“") + "”印在这里", url: shown[0][0].row[0].u,
        lead: flat(shown.map(function (rows, i) { return (i ? ["；"] : []).concat(rows[0].row); })).concat("。", lost.length ? "没有找到“" + lost.join("”和“") + "”这个数。" : ""),
        rows: other.length ? other.map(function (one) { return one.row; }) : null, note: "点数字看它在原文中的位置。" + (other.length ? "下面是印有同样数字的其他地方。" : "")
      };
    });
  };

  ask.amounts = function (query, index, anyway) {
    var asked = ask.amount(query, anyway);
    if (!asked) { return Promise.resolve(null); }
    return index.piece("first").then(function (first) {
      return Promise.all([Promise.all(asked.values.map(function (value) { return placesOf(value, index, first); })).then(flat), near(asked, index, first)]);
    }).then(function (found) {
      var rows = signed(found[0], asked), close = signed(found[1], asked).slice(0, 10), exactly = rows.length > 0;
      if (!rows.length && !close.length) { return { head: "没有找到“" + query + "”", lead: [asked.counted ? "本站读到的数字里没有这个数。" : "本站读到的数字里没有这个金额（按万元、元、亿元都找过）。"] }; }
      return {
        head: exactly ? "“" + query + "”印在 " + rows.length + " 处" : "约 " + query + " 的金额", url: (rows[0] || close[0])[0].u,
        lead: exactly ? null : ["没有正好是这个数的；四舍五入后是它的有："], rows: rows.concat(close).slice(0, 14),
        note: "点数字看它在原文中的位置。" + (exactly && close.length ? "后面几个是四舍五入后与它相同的金额。" : "")
      };
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
