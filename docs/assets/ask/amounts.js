/* Amounts and percentages, found where they are printed. */
(function (ask) {
  "use strict";

  function placesOf(value, index, first) {
    return index.held("=" + value, "n", first.amounts).then(function (list) {
      if (!list) { return []; }
      return index.shard("=" + value, "n", first.amounts).then(function (part) {
        return list.map(function (one) {
          var own = part[one[2]];
          return [{ t: one[0], u: "d/" + own[0] + "/" + one[4] }, " " + one[1] + "（" + own[1] + "，第 " + one[3] + " 行）"];
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
