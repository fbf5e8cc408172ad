/* The one evaluator of questions over all departments or all projects: conditions on any measures at once, who is first or
   last among those that fulfil them, how many these are. What cannot be told for sure is told so. */
(function (ask) {
  "use strict";
  var SHOWN = 5, LISTED = 40;

  /* The rows that are held of a measure: by disclosure; whether they are all that there are. */
  function table(measure, column, question, words, index) {
    var parents = words.parents;
    /* A change that is printed only of what holds it. */
    function above(own) {
      var other = words.measures.find(function (one) { return one[0] === parents[own[0]]; });
      return other ? table(other, column, question, words, index).then(function (found) { return found && Object.assign(found, { instead: found.instead || own[1] }); }) : null;
    }
    if (/^f:/.test(measure[0])) { return Promise.resolve(spentOn(measure, question.spending)); }
    return index.piece("m-" + measure[0]).then(function (held) {
      var groups = held[column], own = groups && ((question.year && groups[question.year]) || groups.new);
      if (!own) { return column === "change" && parents[measure[0]] && measure[0] !== parents[measure[0]] ? above(measure) : null; }
      var rows = {};
      own.most.concat(own.least || [], own.apart || []).forEach(function (row) { rows[row[2]] = row; });
      return { rows: rows, n: own.n, whole: Object.keys(rows).length >= own.n, measure: measure, column: column, lacking: !!question.year && !groups[question.year] };
    }, function () { return null; });
  }

  ask.table = table;

  function value(row) { return +row[4]; }

  /* Whether a change compares with nothing: it comes last. */
  function isNew(one, id) { return one.column === "change" && one.rows[id][7] ? 1 : 0; }

  /* What is spent on what has the name of a code is a measure too: 教育支出超过1000万的部门. */
  function coded(question, asked, index) {
    var own = question.limits.concat(question.rank || []).find(function (one) { return one.measure && one.measure[0] === "expenditure.current"; });
    var ways = asked.left.length === 1 ? asked.left[0].ways.concat(question.spanned || []) : question.spanned ? [question.spanned] : [];
    if (!own || !ways.length) { return Promise.resolve(); }
    return ask.codes(ways, index).then(function (codes) { return codes.length ? codes : ask.likeCode(ways.slice(-1), index); }).then(function (codes) {
      if (!codes.length || (codes.length > 1 && codes[0].length > 5)) { return; }
      return ask.heldCode(codes[0], index).then(function (told) {
        if (!told) { return; }
        /* Of single items no sum is printed: none of them stands for what they are part of. */
        if (told[3]) { question.items = codes[0]; return; }
        own.measure = ["f:" + codes[0], told[0], "万元", "", "functions/#" + (codes[0].length > 5 ? "i" : "c") + codes[0]];
        question.unknown = [];
        question.spending = told;
      });
    });
  }

  /* Who spent most on a code, as a table: those that are held. */
  function spentOn(measure, told) {
    var rows = {};
    told[4].forEach(function (line) { rows[line[2]] = rows[line[2]] || line.slice(0, 4).concat(line.slice(6, 8)); });
    return { rows: rows, n: told[2], whole: told[4].length >= told[2], measure: measure, column: "actual", lacking: false };
  }

  /* What a table is called. */
  function called(one) { return one.measure[1] + (one.column === "actual" ? "" : "（" + ask.columns[one.column] + "）"); }

  function unit(one) { return ask.percent(one.column) ? one.column : one.measure[2]; }

  /* A row of a table in words. */
  function cell(one, id) {
    var row = one.rows[id];
    if (!row) { return [called(one) + " ", one.whole ? "没有印出" : "不在各几十个最大和最小的数里"]; }
    return [called(one) + " ", ask.figure(row.slice(4), unit(one), id), ask.large(row[4], unit(one))].concat(ask.doubt(null, id, row[8]), one.column !== "change" && row[6] ? "（本站计算）" : [], one.column === "change" ? ask.before(row[7]) : [], one.column === "change" && row[6] ? "。部门说明：" + row[6].replace(/。+$/, "") : []);
  }

  function flat(lists) { return [].concat.apply([], lists); }

  ask.cellsOf = function (all, id) { return joined(all.map(function (one) { return cell(one, id); })); };

  function joined(cells) { return flat(cells.map(function (one, i) { return (i ? ["，"] : []).concat(one); })); }

  /* All tables that a question needs: of its conditions, of what is ranked by, of what is only shown. */
  function tables(question, words, index) {
    var wanted = question.limits.map(function (one) { return { measure: one.measure, column: one.column || "actual" }; });
    if (question.rank) { wanted.push({ measure: question.rank.measure, column: question.rank.column || "actual" }); }
    question.shown.forEach(function (measure) { wanted.push({ measure: measure, column: "actual" }); });
    return Promise.all(wanted.map(function (one) { return table(one.measure, one.column, question, words, index); })).then(function (all) {
      return all.every(Boolean) ? all : null;
    });
  }

  /* The disclosures that are known to fulfil all conditions, and whether there may be others. */
  function fitting(question, all, index, first) {
    var number = question.limits.length, base = all[0], place = question.place;
    var ways = place ? index.ways(place, first.aliases).map(ask.compact) : [];
    var here = Object.keys(base.rows).filter(function (id) { return !place || ways.some(function (way) { return base.rows[id][0].indexOf(way) >= 0; }); });
    var everywhere = place && !here.length;
    var ids = (everywhere ? Object.keys(base.rows) : here).filter(function (id) {
      if (question.except.some(function (own) { return base.rows[id][2].replace(/-\d{4}[^/]*$/, "") === own; })) { return false; }
      return question.limits.every(function (limit, i) { return all[i].rows[id] && ask.fulfils(value(all[i].rows[id]), limit); });
    });
    /* Sure is what lies within one end of a table that is cut off. */
    var sure = all.slice(0, Math.max(1, number)).every(function (one, i) { return one.whole || (number === 1 && i === 0 && within(one, question.limits[0])); });
    var ranked = question.rank && all[number];
    return { ids: ids, sure: sure && (!ranked || ranked.whole || !number), everywhere: everywhere };
  }

  /* Whether all that fulfils a condition is held of a table that is cut off: its ends reach beyond the border. */
  function within(one, limit) {
    /* Changes that do not compare are no end of it. */
    if (Object.keys(one.rows).some(function (id) { return isNew(one, id); })) { return false; }
    var ends = Object.keys(one.rows).map(function (id) { return value(one.rows[id]); }).sort(function (a, b) { return a - b; }), half = ends.length / 2;
    if (limit.low !== undefined && limit.high === undefined) { return ends[Math.floor(half)] < limit.low; }
    return limit.low === undefined && limit.high !== undefined && ends[Math.ceil(half) - 1] > limit.high;
  }

  function conditionsTold(question, all) {
    return question.limits.map(function (limit, i) {
      var name = limit.column === "change" ? all[i].measure[1] + "比上年" : called(all[i]);
      return name + (/^[\d为大不高减增]/.test(limit.said) ? limit.column === "change" ? limit.said : " " + limit.said : limit.said);
    }).join("，");
  }

  /* The answer of a question over all departments; null where a table is not there. */
  ask.setOf = function (question, asked, words, index) {
    return coded(question, asked, index).then(function () { return question.items ? ask.onFunction(question.items, asked, index) : compared(question, words, index); });
  };

  /* Departments in the order of what is asked. */
  function compared(question, words, index) {
    /* All that was spent is no answer about a part of it that is not known. */
    var general = question.limits.concat(question.rank || []).some(function (one) { return one.measure[7]; });
    return (general && question.unknown.length ? Promise.resolve([null]) : Promise.all([tables(question, words, index), index.piece("first")])).then(function (loaded) {
      var all = loaded[0];
      if (!all) { return null; }
      var found = fitting(question, all, index, loaded[1]), ids = found.ids, number = question.limits.length, by = all[question.rank ? number : 0];
      var least = question.rank ? question.rank.order === "least" : question.limits[0].high !== undefined && question.limits[0].low === undefined;
      ids = ids.filter(function (id) { return by.rows[id]; });
      ids.sort(function (a, b) { return isNew(by, a) - isNew(by, b) || (value(by.rows[b]) - value(by.rows[a])) * (least ? -1 : 1) || (a < b ? -1 : 1); });
      return told(question, all, by, ids, found, least);
    });
  }

  /* The words before an answer: what was not used of the question. */
  ask.unused = function (unknown) { return unknown.length ? "没有理解：“" + unknown.join("”“") + "”，下面没有用到它。" : ""; };

  function named(row) { return [{ t: row[0], u: "d/" + row[2] + "/" }, "（" + row[1] + "，" + row[3] + "）："]; }

  ask.lineOf = named;

  function told(question, all, by, ids, found, least) {
    var where = question.place && !found.everywhere ? "只看名称里有“" + question.place + "”的部门。" : "", conditions = conditionsTold(question, all);
    var many = (found.sure ? "" : "至少 ") + ids.length + " 个部门", rank = question.rank ? called(by) + (least ? "最少" : "最多") : "";
    var distinct = all.filter(function (one, i) { return all.findIndex(function (other) { return other.measure === one.measure && other.column === one.column; }) === i; });
    distinct.sort(function (a, b) { return (b === by) - (a === by); });
    var note = where + "只看已收录并且印有" + (distinct.length > 1 ? "这些数字" : "这个数字") + "的部门" + (question.year && !by.lacking ? "（" + question.year + " 年度）" : "，各取最新年度") + (found.sure ? "。" : "；有的数只在最大和最小的各几十个里找，可能不全。") + "口径不同（是否含所属单位）时不宜直接比较。";
    var shown = ids.slice(0, question.rank ? question.number || SHOWN : LISTED);
    var lead = [ask.unused(question.unknown), question.excepted.length ? "不算“" + question.excepted.join("”“") + "”。" : "", found.everywhere ? "没有按“" + question.place + "”筛选。" : "", by.instead ? "“" + by.instead + "”的比上年增减没有印出，这里是“" + by.measure[1] + "”的。" : "", by.lacking ? question.year + " 年度还没有收录，下面是各部门最新年度的。" : ""].filter(Boolean);
    var head = !rank && all.length === 1 && question.limits.length === 1 ? called(by).replace("（比上年增减）", "比上年") + "：" + many + question.limits[0].said : conditions + (rank ? (conditions ? "的 " + many + "里，" + rank : called(by) + "：" + many + "里" + (least ? "最少" : "最多")) + (question.number ? "的 " + shown.length + " 个" : "的") : "：" + many);
    if (!ids.length) {
      return { head: conditions + "：没有这样的部门", url: by.measure[4] || "disclosures/", topic: true, lead: lead.concat("收录的部门里，印有这" + (distinct.length > 1 ? "些" : "个") + "数字的有 " + Math.min.apply(null, all.map(function (one) { return one.n; })) + " 个，没有一个这样。"), note: note };
    }
    function line(id) { return named(by.rows[id]).concat(joined(distinct.map(function (one) { return cell(one, id); }))); }
    var first = by.rows[ids[0]], same = ids.filter(function (id) { return by.rows[id][4] === first[4]; });
    if (question.rank && !question.number && same.length > 1) {
      lead.push("有 " + same.length + " 个部门并列，都是 ", ask.figure(first.slice(4, 5), unit(by), first[2]), "。");
    } else if (question.rank && !question.number) { lead = lead.concat(line(ids[0]), "。"); } else { lead.push((found.sure ? "有 " : "至少有 ") + ids.length + " 个部门" + (question.rank ? "，前 " + shown.length + " 个：" : "：")); }
    var names = {};
    Object.keys(by.rows).forEach(function (id) { names[id] = by.rows[id][0]; });
    return { firsts: question.rank ? same : null, what: rank + "（" + by.n + " 个印出的部门里）", line: line, called: names, head: head, url: by.measure[4] || "d/" + first[2] + "/", topic: by.measure[4], lead: lead, rows: shown.map(line), ordered: !!question.rank, ranks: question.rank ? ask.ranks(shown.map(function (id) { return value(by.rows[id]); })) : null, note: note };
  }

  /* The disclosures that include the same: 口径是汇总的有哪几份. */
  ask.ofScope = function (question, asked, words, index) {
    var scope = ["汇总", "部门", "单位", "本级"].find(function (one) { return (question.kinds.scope || "").indexOf(one) >= 0; });
    if (!scope || question.office || question.rank || question.limits.length) { return null; }
    return table(ask.byId("expenditure.current", words), "actual", question, words, index).then(function (held) {
      var rows = held ? Object.keys(held.rows).map(function (id) { return held.rows[id]; }).filter(function (row) { return row[3] === scope; }) : [];
      return { head: "口径是“" + scope + "”的：" + (held && held.whole ? "" : "至少 ") + rows.length + " 个部门", url: "disclosures/", topic: true, lead: rows.length ? ["各取最新年度："] : ["收录的最新年度里没有这样的。"], rows: rows.map(function (row) { return [{ t: row[0], u: "d/" + row[2] + "/" }, "（" + row[1] + " 年度）"]; }), note: "“汇总”连同下属单位，“部门”含不含下属单位以原文为准，“单位”只有一个单位，“本级”只有机关自己。" };
    });
  };

  /* Of projects where what is asked for stands. */
  var AT = { score: 5, rate: 6, money: 7, spent: 8 }, NAMES = { score: "自评总分", rate: "预算执行率", money: "全年预算数" }, OF = { score: "分", rate: "_pct", money: "万元" };

  /* Whether a question asks for projects by more than one thing. */
  ask.isProjects = function (question) {
    var limits = question.limits;
    return question.project && limits.length > 0 && limits.every(function (one) { return NAMES[one.kind]; }) &&
      ["check", "meaning", "missed"].every(function (kind) { return question.kinds[kind] === undefined; });
  };

  /* The rows of all projects that a question may be about: of a department all, else an end of a ranking that holds all that fulfil one condition. */
  function projectRows(question, found, asked, index) {
    if (found) { return ask.allProjects(found, asked, index).then(function (all) { return { rows: all.rows, whole: !all.cut, n: all.rows.length }; }); }
    return Promise.all(question.limits.map(function (limit) { return index.piece("p-" + limit.kind); })).then(function (ends) {
      var all = ends.map(function (own, i) {
        var limit = question.limits[i], down = limit.high !== undefined && limit.low === undefined, at = AT[limit.kind];
        var both = limit.low !== undefined && limit.high !== undefined, rows = both ? own.most.concat(own.least || []) : down ? own.least || own.most : own.most;
        var fit = rows.filter(function (row, i) { return rows.indexOf(row) === i && row[at].length && ask.fulfils(+row[at][0], limit); });
        var whole = !own.least || (both ? +own.least[own.least.length - 1][at][0] > limit.high || +own.most[own.most.length - 1][at][0] < limit.low : fit.length < rows.length);
        return { rows: fit, whole: whole, n: own.n, number: counted(own, limit) };
      });
      return all.find(function (one) { return one.whole; }) || all[0];
    });
  }

  /* How many fulfil a condition, where the ends of a ranking count them. */
  function counted(own, limit) {
    var low = limit.low, high = limit.high, under = own.under || [];
    if (low !== undefined && low === high) { return low === 100 ? own.full : undefined; }
    if (low === undefined) { return limit.open ? under[high] : undefined; }
    if (high !== undefined || under[low] === undefined) { return undefined; }
    return !limit.open ? own.n - under[low] : low === 100 ? 0 : undefined;
  }

  function projectCell(row, kind) {
    var own = row[AT[kind]];
    return own.length ? [NAMES[kind] + " ", ask.figure(own, OF[kind], row[2])].concat(ask.doubt(own, row[2])) : [NAMES[kind] + " 没有印出"];
  }

  /* The projects that fulfil all conditions; the first or the last of them. */
  ask.projectsOf = function (question, found, asked, index) {
    return projectRows(question, found, asked, index).then(function (held) {
      var by = question.rank ? rankedBy(question) : question.limits[0].kind, least = question.rank ? question.rank.order === "least" : question.limits[0].low === undefined;
      var rows = held.rows.filter(function (row) { return question.limits.every(function (limit) { var own = row[AT[limit.kind]]; return own.length && ask.fulfils(+own[0], limit); }) && row[AT[by]].length; });
      rows.sort(function (a, b) { return (b[AT[by]][0] - a[AT[by]][0]) * (least ? -1 : 1); });
      var kinds = [by].concat(question.limits.map(function (one) { return one.kind; })).filter(function (one, i, all) { return all.indexOf(one) === i; });
      var conditions = (found ? found.short + "：" : "") + question.limits.map(function (one) { return NAMES[one.kind] + (/^\d/.test(one.said) ? " " : "") + one.said; }).join("，"), lead = [ask.unused(question.unknown.filter(function (word) { return !found || found.names.every(function (name) { return name.indexOf(word) < 0; }); }))].filter(Boolean);
      var note = "只看自评表里印有这些数字的项目" + (held.whole ? "。" : "；项目很多，只在排名两端各几十个里找，可能不全。") + "分数由部门自己评定。";
      if (!rows.length) { return { head: conditions + "：没有这样的项目", url: "projects/", lead: lead.concat("印有这些数字的项目里没有。"), note: note }; }
      function line(row) { return [{ t: row[3], u: "d/" + row[2] + "/" + row[4] }, "（" + row[0] + " " + row[1] + "）："].concat(joined(kinds.map(function (kind) { return projectCell(row, kind); })), by === "score" && row[10] && !question.rank ? "。" + ask.lost(row[10]) : []); }
      var shown = rows.slice(0, question.rank ? question.number || SHOWN : LISTED), exact = question.limits.length === 1 && held.number !== undefined ? held.number : undefined;
      var many = exact !== undefined ? exact + " 个" : (held.whole ? "" : "至少 ") + rows.length + " 个";
      return {
        head: conditions + (question.rank ? "的项目里，" + NAMES[by] + (least ? "最低" : "最高") + "的" : "的项目：" + many), url: "d/" + rows[0][2] + "/" + rows[0][4],
        lead: lead.concat(question.rank ? line(rows[0]).concat("。") : [(held.whole || exact !== undefined ? "有 " : "") + many + (shown.length < exact ? "，列出 " + shown.length + " 个：" : "：")]), rows: question.rank ? shown.slice(1).map(line) : shown.map(line), ordered: !question.rank, note: note
      };
    });
  };

  /* What projects are ranked by: what is named last before the word for it. */
  function rankedBy(question) {
    var parts = question.parts, at = parts.findIndex(function (one) { return one.text === question.rank.said; });
    var named = parts.slice(0, at).filter(function (one) { return /^(rate|score|money|annual_budget|completion_pct)$/.test(one.kind); }).pop();
    return !named ? "score" : { completion_pct: "rate", annual_budget: "money" }[named.kind] || named.kind;
  }

  /* Whether a question is one about all departments that the evaluator answers. */
  ask.isSet = function (question) {
    var limits = question.limits, complex = limits.length > 1 || question.except.length || (question.rank && question.spanned) || question.place || question.number || question.count || question.shown.length || question.moved || question.about || (limits.length && question.rank) ||
      limits.some(function (one) { return one.there || one.column || (one.low !== undefined && one.high !== undefined) || one.open; });
    return (question.whose || (question.number && question.rank)) && !question.office && !question.project && !question.shown.some(function (one) { return /^each\./.test(one[0]); }) && !question.sum && (limits.length > 0 || !!question.rank) && !!complex &&
      limits.every(function (one) { return !!one.measure && !/^(rate|score)$/.test(one.kind); }) && (!question.rank || !!question.rank.measure) &&
      (limits.some(function (one) { return one.column === "variance_pct"; }) ? ["share_pct", "reason", "check", "item", "missed"] : ["share_pct", "completion_pct", "annual_budget", "initial_budget", "reason", "check", "item", "meaning", "missed", "score", "rate"]).every(function (kind) { return question.kinds[kind] === undefined; });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
