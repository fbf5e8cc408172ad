/* Rankings: who has the most or the least, who is beyond a limit; of departments, projects and items of spending. */
(function (ask) {
  "use strict";
  var SHOWN = 5, LIMITED = 40;
  var ORDERS = { score: "自评总分", rate: "预算执行率", money: "全年预算数", spent: "全年执行数", missed: "没有得到的分" };

  function percentFor(column, unit) { return ask.percent(column) ? column : unit; }

  /* The rows beyond a limit, and whether there may be more of them. */
  function beyond(ends, limit, at) {
    var all = (ends.least ? ends.least.concat(ends.most) : ends.most).concat(ends.apart || []);
    if (limit.equal) {
      var same = all.filter(function (row, i) { return +(at(row)[0]) === limit.value && all.indexOf(row) === i; });
      return { rows: same.slice(0, LIMITED), more: same.length > 0 && ends.n > all.length, number: limit.value === 100 ? ends.full : undefined };
    }
    var rows = limit.below ? (ends.least || ends.most.slice().reverse()) : ends.most;
    var own = rows.filter(function (row) { var value = +(at(row)[0]); return limit.below ? value < limit.value : value >= limit.value; });
    var under = ends.under && ends.under[limit.value];
    return { rows: own.slice(0, LIMITED), more: own.length === rows.length && ends.n > rows.length, number: under === undefined ? undefined : limit.below ? under : ends.n - under };
  }

  /* Of changes those that compare with something first: what was 0 before has grown by all of it. */
  function comparable(rows, column) {
    if (column !== "change") { return rows; }
    return rows.filter(function (row) { return !row[7]; }).concat(rows.filter(function (row) { return row[7]; }));
  }

  function many(found) { return found.number !== undefined ? found.number : (found.more ? "至少 " : "") + found.rows.length; }

  /* Which department has the most or the least of a measure. */
  ask.ranking = function (asked, words, index) {
    if (asked.column === "reason") { asked.column = "change"; }
    /* Budgets are ranked of nothing: what was spent is no answer to them. */
    if (/_budget$/.test(asked.column)) { return Promise.resolve(null); }
    var column = /^(change|completion_pct|variance_pct|share_pct)$/.test(asked.column) ? asked.column : "actual";
    return Promise.all([index.piece("m-" + asked.measure[0]), index.piece("first")]).then(function (loaded) {
      var held = loaded[0];
      /* A change that is printed only of what holds it, a budget only beside others. */
      var others = column === "actual" || column === "share_pct" || held[column] ? [] : column === "change" ? [words.parents[asked.measure[0]]] : words.budgets[asked.measure[0]] || [];
      var other = words.measures.find(function (one) { return others.indexOf(one[0]) >= 0 && one[0] !== "performance.overall"; });
      if (other) { return ask.ranking(Object.assign({}, asked, { measure: other, note: "“" + asked.measure[1] + "”的" + ask.columns[column] + "没有印出，这里是“" + other[1] + "”的。" }), words, index); }
      if (!held[column]) { return null; }
      var groups = held[column], year = groups && asked.year;
      var own = groups && ((year && groups[year]) || groups.new), lacking = year && groups && !groups[year] ? year + " 年度还没有收录，下面是各部门最新年度的。" : "";
      if (!own) { return null; }
      if (asked.place) {
        own = inside(own, asked.place, loaded[1].aliases, index);
        asked.unused = own.whole ? "没有按“" + asked.place + "”筛选，下面是收录的全部部门。" : "";
        if (!own.whole && own.n === 1 && !asked.limit) { return { few: true }; }
        if (own.whole && asked.kinds.whose === undefined) { return { few: true }; }
      }
      return told(asked, column, own, lacking ? "" : year, lacking);
    }, function () { return null; });
  };

  /* The part of a ranking in whose names a place stands; the whole ranking if it stands in none. */
  function inside(own, place, aliases, index) {
    var ways = index.ways(place, aliases).map(ask.compact), most = own.most.concat(own.least || [], own.apart || []).filter(function (row, i, all) {
      return all.findIndex(function (other) { return other[2] === row[2]; }) === i && ways.some(function (way) { return row[0].indexOf(way) >= 0; });
    });
    most.sort(function (a, b) { return b[4] - a[4]; });
    return most.length ? { n: most.length, most: most, place: place, cut: own.least !== undefined } : Object.assign({ whole: true }, own);
  }

  function told(asked, column, own, year, lacking) {
    var least = asked.order === "least" || (column === "change" && asked.down), limit = asked.limit;
    var unit = percentFor(column, asked.measure[2]), name = asked.measure[1] + (column === "actual" ? "" : "（" + ask.columns[column] + "）");
    var found = limit ? beyond(own, limit, function (row) { return row.slice(4); }) : null;
    var rows = found ? found.rows : comparable((least ? (own.least || own.most.slice().reverse()) : own.most).concat(own.apart || []), column).slice(0, SHOWN);
    var note = "只比已收录并且印有这个数字的 " + own.n + " 个部门" + (year ? "（" + year + " 年度）" : "，各取最新年度") + "；口径不同（是否含所属单位）时不宜直接比较。";
    if (limit && !rows.length) { return { head: name + limit.said + "：没有这样的部门", url: asked.measure[4] || "disclosures/", topic: true, lead: [asked.unused || "", "印有这个数字的 " + own.n + " 个部门里没有。"], note: note }; }
    var first = rows[0], same = rows.filter(function (row) { return row[4] === first[4]; });
    /* A change without a sign would be taken for what was asked: one that fell. */
    var compared = column === "change" && rows.length === own.n ? rows.filter(function (row) { return !row[7]; }).length || own.n : own.n;
    function more(value) { return column === "change" && +value > 0 ? "增加 " : ""; }
    var word = column === "change" ? (least ? "减少最多（或增加最少）" : "增加最多（或减少最少）") : least ? "最少" : "最多";
    var bare = !limit && !asked.ranked && column === "actual" && asked.kinds.whose === undefined;
    var who = same.length > 1 ? ["有 " + same.length + (own.n > rows.length && same.length === rows.length ? " 个以上" : " 个") + "部门并列，都是 "] : [{ t: first[0], u: "d/" + first[2] + "/" }, "（" + first[1] + " 年度）："];
    var line = [asked.unused || "", asked.each ? "这不是人均数，本站没有算人均“" + asked.measure[1] + "”。" : "", lacking, bare ? "收录的 " + own.n + " 个部门里最多的是 " : "", !limit && !first[7] && column === "change" && rows.some(function (row) { return row[7] === 3; }) ? "口径变了的部门排在后面，不参加比较。" : "", !limit && column === "change" && asked.down && +first[4] > 0 ? "可比的部门里没有减少的。" : ""].concat(who, more(first[4]), ask.figure(first.slice(4), unit, first[2]), ask.large(first[4], unit), column === "change" && same.length === 1 ? ask.before(first[7]) : "", same.length > 1 ? [] : ask.doubt(null, first[2], first[8]), "。").filter(Boolean);
    note = (asked.note || "") + (own.place ? "只看名称里有“" + own.place + "”的部门" + (own.cut ? "（在数额最大和最小的各几十个里找）" : "") + "。" : "") + note;
    return {
      head: bare ? name : name + "：" + (limit ? many(found) + " 个部门" + limit.said : own.n > 1 ? compared + " 个" + (compared < own.n ? "可比的" : "") + "部门里" + word + "的" : "收录的 1 个部门"), bare: bare,
      url: asked.measure[4] || "d/" + first[2] + "/", topic: asked.measure[4], lead: limit ? (asked.unused ? [asked.unused] : null) : line,
      rows: rows.map(function (row) { return [{ t: row[0], u: "d/" + row[2] + "/" }, "（" + row[1] + "，" + row[3] + "）：" + more(row[4]), ask.figure(row.slice(4), unit, row[2]), ask.large(row[4], unit)].concat(ask.doubt(null, row[2], row[8]), beside(row, column)); }),
      ordered: true, ranks: ask.ranks(rows.map(function (row) { return row[4]; })), note: (/^each\./.test(asked.measure[0]) ? "商由本站计算，只在两个数都印出时列出。" + ask.caution(asked.measure[0]) : rows.some(function (row) { return column !== "change" && row[6]; }) ? "本站计算的和只在各项都印出时列出。" : "") + ask.includes(asked.measure, asked.words) + note
    };
  }

  /* The kinds of persons that a count is made up of. */
  ask.kindsOf = function (measure, words) {
    return (words.kinds[measure[0]] || []).map(function (id) { return words.measures.find(function (one) { return one[0] === id; }); }).filter(Boolean);
  };

  /* What a count of persons includes, in words. */
  ask.includes = function (measure, words) {
    var kinds = ask.kindsOf(measure, words);
    return kinds.length ? "“" + measure[1] + "”包括" + kinds.map(function (one) { return one[1]; }).join("、") + "。" : "";
  };

  /* A ranking; behind one of all persons that of the first kind of them, those who serve. */
  ask.rankings = function (asked, words, index) {
    return ask.ranking(asked, words, index).then(function (box) {
      var first = ask.kindsOf(asked.measure, words)[0];
      if (!box || !first || asked.limit || asked.column !== "actual") { return [box]; }
      box.lead = [ask.includes(asked.measure, words)].concat(box.lead || []);
      return ask.ranking(Object.assign({}, asked, { measure: first }), words, index).then(function (own) { return [box, own]; });
    });
  };

  /* What a number needs beside it: how it was made; of a change why, or that there was nothing to compare with. */
  function beside(row, column) {
    if (column !== "change") { return row[6] ? ["（本站计算：" + row[6] + "）"] : []; }
    return [ask.before(row[7]), row[6] ? "。部门说明：" + row[6].replace(/。+$/, "") : ""].filter(Boolean);
  }

  /* What projects are ordered by. */
  function order(asked) {
    if (asked.limit) { return { rate: "rate", score: "score", money: "money" }[asked.limit.kind] || (asked.kinds.score !== undefined ? "score" : asked.kinds.rate !== undefined || asked.kinds.completion_pct !== undefined ? "rate" : "money"); }
    if (asked.kinds.missed !== undefined) { return "missed"; }
    if (asked.kinds.rate !== undefined || asked.kinds.completion_pct !== undefined) { return "rate"; }
    if (asked.kinds.score !== undefined || asked.quality) { return "score"; }
    return asked.order === "least" && asked.kinds.money === undefined && !/少|小/.test(asked.kinds.least) ? "score" : SPENT.test(asked.text) && !/预算/.test(asked.text) ? "spent" : "money";
  }
  /* What was spent is asked for, not what was to be spent. */
  var SPENT = /花|用(钱|了|得|掉)|支出|执行/;

  /* Which project is first or last by score, execution, money or what it missed; or beyond a limit. */
  ask.projects = function (asked, found, index) {
    var name = order(asked), at = { score: 5, rate: 6, money: 7, spent: 8 }[name];
    /* Those beyond a limit of money, in the order of something else: there is no such ranking. */
    if (asked.limit && asked.ranked && name === "money" && (asked.kinds.rate !== undefined || asked.kinds.score !== undefined)) { return Promise.resolve(null); }
    if (found && asked.limit && at) {
      return ask.allProjects(found, asked, index).then(function (all) {
        var rows = all.rows.filter(function (row) { return row[at].length; }).sort(function (a, b) { return b[at][0] - a[at][0]; });
        return projectsTold(asked, { most: rows, n: rows.length + (all.cut ? 1 : 0) }, name, found.short + "：");
      });
    }
    return (found ? within(found, name, asked, index) : index.piece("p-" + name)).then(function (own) {
      return own ? projectsTold(asked, own, name, found ? found.short + "：" : "") : null;
    }, function () { return null; });
  };

  /* The first and the last projects of a department by something, as they are held over all. */
  function within(found, name, asked, index) {
    var own = ask.ofYear(found, asked).own[0];
    return index.piece("q-" + own.id).then(function (held) {
      function rows(places) { return places && places.map(function (at) { return [found.short, own.year, own.id].concat(held.rows[at]); }); }
      var ends = held.p[name];
      return ends && Object.assign({}, ends, { most: rows(ends.most), least: rows(ends.least) });
    });
  }

  function projectsTold(asked, own, name, whose) {
    var at = { score: 5, rate: 6, money: 7, spent: 8 }[name], unit = { rate: "_pct", money: "万元", spent: "万元", score: "分", missed: "分" }[name];
    var least = asked.order === "least" && name !== "missed", limit = asked.limit;
    var beyondIt = limit ? beyond(own, limit, function (row) { return at ? row[at] : [row[9]]; }) : null;
    var rows = beyondIt ? beyondIt.rows : (least ? (own.least || own.most.slice().reverse()) : own.most).slice(0, SHOWN);
    function line(row) {
      var parts = [{ t: row[3], u: "d/" + row[2] + "/" + row[4] }, "（" + row[0] + " " + row[1] + "）：" + ORDERS[name] + " "];
      parts.push(name === "missed" ? row[9] + " 分" : ask.figure(row[at], unit, row[2]));
      if (at) { parts = parts.concat(ask.doubt(row[at], row[2])); }
      /* Forms have no reason for the rate; those of the indicators are not its reasons. */
      return row[10] && /^(score|missed)$/.test(name) ? parts.concat("。" + ask.lost(row[10])) : parts;
    }
    /* A second condition that is not used is told. */
    var unused = limit && name === "money" && /[没未]/.test(asked.kinds.rate || "") ? asked.kinds.rate.replace(/的?项目$/, "") : "";
    var note = own.n + " 个项目的自评表印有这一项；" + (name === "rate" ? "自评表的执行率一行没有写原因，其他指标的原因不列在这里。" : "分数由部门自己评定。");
    if (!rows.length) { return { head: whose + ORDERS[name] + limit.said + "：没有这样的项目", url: "projects/", lead: ["印有这一项的 " + own.n + " 个项目里没有。"], note: note }; }
    return {
      head: limit ? whose + ORDERS[name] + limit.said + "的项目：" + many(beyondIt) + " 个" : whose + ORDERS[name] + (least ? "最低" : name === "missed" ? "最多" : "最高") + "的项目",
      url: "d/" + rows[0][2] + "/" + rows[0][4], lead: (unused ? ["没有用到：“" + unused + "”，下面的项目有的花完了。"] : []).concat(line(rows[0]), "。"), rows: rows.slice(1).map(line), ordered: false,
      note: (beyondIt && beyondIt.more ? "没有全部列出，其余见项目绩效。" : "") + note
    };
  }

  /* On which items of spending most was spent. */
  ask.items = function (index) {
    return index.piece("items").then(function (own) { return own.most.length ? ask.itemsTold(own, own.most, "", "functions/", "") : null; });
  };

  ask.itemsTold = function (own, rows, whose, url, missing) {
    var shown = rows.slice(0, SHOWN).map(function (row) {
      var named = whose ? [row[3] + "："] : [row[3] + "（", { t: row[0], u: "d/" + row[2] + "/" }, " " + row[1] + "）："];
      return named.concat(ask.figure(row.slice(5), "万元", row[2]), ask.large(row[5], "万元"), "，" + row[4]);
    });
    return {
      head: (whose ? whose + "：" : "各部门里") + "支出最多的科目", url: url, lead: missing ? [missing] : null, rows: shown, ordered: true, ranks: ask.ranks(rows.slice(0, SHOWN).map(function (row) { return row[5]; })),
      note: (whose ? "" : "一行是一个部门的一个科目，不同部门的同一科目没有相加，总表见“钱用在哪些方面”。") + "共 " + own.n + " 个有金额的科目。"
    };
  };
})(window.juesuanAsking = window.juesuanAsking || {});
