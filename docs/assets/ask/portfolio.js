/* Projects as one table: by whom how many, what was left of each, which budgets were cut or raised, those of one name. */
(function (ask) {
  "use strict";
  var SHOWN = 5, LISTED = 12, SCORE = 5, RATE = 6, HAD = 7, SPENT = 8, UNIT = 11, INITIAL = 12;

  /* What projects are ordered by that no form prints: the difference of two printed amounts. */
  var ORDERS = {
    left: { of: HAD, less: SPENT, says: ["全年预算数", "全年执行数"], word: "没花完", name: "没有花完的钱", piece: "p-left" },
    cut: { of: INITIAL, less: HAD, says: ["年初预算数", "全年预算数"], word: "调减", name: "年中调减的预算", piece: "p-moved", end: "least" },
    raised: { of: HAD, less: INITIAL, says: ["全年预算数", "年初预算数"], word: "追加", name: "年中追加的预算", piece: "p-moved", end: "most" }
  };

  /* By which of these a question orders projects; "" if by none. */
  function orderOf(question) {
    var kinds = question.kinds, carried = question.parts.some(function (one) { return one.kind === "measure" && /^carryover\.closing/.test(one.value[0]); });
    if (!question.project || question.limits.length) { return ""; }
    if (kinds.cut !== undefined) { return "cut"; }
    if (kinds.raised !== undefined) { return "raised"; }
    return question.rank && (carried || /没|剩/.test(kinds.rate || "")) && !/率/.test(kinds.rate || "") ? "left" : "";
  }

  function gap(row, order) { return row[order.of].length && row[order.less].length ? row[order.of][0] - row[order.less][0] : NaN; }

  function line(row, order) {
    var cells = [row[order.of], row[order.less]], apart = ask.exactly(gap(row, order), [cells[0][0], cells[1][0]]);
    return [{ t: row[3], u: "d/" + row[2] + "/" + row[4] }, "（" + row[0] + " " + row[1] + (row[UNIT] ? "，" + row[UNIT] : "") + "）：" + order.word + " " + ask.grouped(apart) + " 万元（本站计算），" + order.says[0] + " ", ask.figure(cells[0], "万元", row[2]), "，" + order.says[1] + " ", ask.figure(cells[1], "万元", row[2])].concat(row[RATE].length ? ["，预算执行率 ", ask.figure(row[RATE], "_pct", row[2])] : []);
  }

  /* Projects in the order of a difference, of one department or over all. */
  function ordered(name, question, found, asked, index) {
    var order = ORDERS[name], rows = found ? ask.allProjects(found, asked, index) : index.piece(order.piece).then(function (held) { return { rows: held[order.end || "most"] || held.most, n: held.n }; });
    return rows.then(function (held) {
      var all = held.rows.filter(function (row) { return gap(row, order) > 0; }).sort(function (a, b) { return gap(b, order) - gap(a, order); });
      var whose = found ? found.short + "：" : "", note = "差由本站计算，两个数都印在自评表里才列出" + (held.cut ? "；只在金额最大的项目里找" : "") + "。点数字看它在原文中的位置。";
      if (!all.length) { return { head: whose + "没有" + order.name.replace("没有", "") + "的项目", url: found ? "d/" + ask.ofYear(found, asked).own[0].id + "/" : "projects/", lead: ["两个数都印出的项目里没有。"], note: note }; }
      var number = question.number || (question.rank ? SHOWN : LISTED), many = found && !question.rank && !held.cut ? "：" + all.length + " 个项目" : "最多的项目", unused = ask.unused(asked.left.filter(function (one) { return !heard(one.core); }).map(function (one) { return one.said; }));
      return { head: whose + order.name + many, url: "d/" + all[0][2] + "/" + all[0][4], lead: (unused ? [unused] : []).concat(line(all[0], order), "。"), rows: all.slice(1, number).map(function (row) { return line(row, order); }), note: note };
    });
  }

  /* What is said of an order itself is no name. */
  function heard(text) { return /^(被|的|了|掉|年|中|项目|金额)*$/.test(text); }

  /* Which unit of a department carries out the most projects. */
  function byUnit(found, question, asked, index) {
    var own = ask.ofYear(found, asked).own[0];
    return ask.firstProjects(own, 0, index).then(function (held) {
      var count = {}, least = question.rank.order === "least";
      held.known.forEach(function (thing) { var unit = thing[2] || "没有印出实施单位"; count[unit] = (count[unit] || 0) + 1; });
      var units = Object.keys(count).sort(function (a, b) { return (count[b] - count[a]) * (least ? -1 : 1) || (a < b ? -1 : 1); });
      if (!units.length) { return { head: found.short + "：没有项目自评表", url: "d/" + own.id + "/", lead: [own.year + " 年度的决算公开里，本站没有读到项目自评表。"] }; }
      return {
        head: found.short + "：" + (least ? "项目最少" : "项目最多") + "的实施单位", url: "d/" + own.id + "/projects/", lead: [own.year + " 年度的 " + held.n + " 张项目自评表里，" + units[0] + (least ? "最少" : "最多") + "，" + count[units[0]] + " 个（本站数的）。"],
        rows: units.slice(0, LISTED).map(function (unit) { return [unit + "：" + count[unit] + " 个"]; }), ordered: true, ranks: ask.ranks(units.slice(0, LISTED).map(function (unit) { return count[unit]; })), note: "按自评表的“实施单位”数；涉密项目没有公开自评表。" + (held.cut ? "只数了金额最大的项目。" : "")
      };
    });
  }

  /* Whether it is asked which unit of a department has the most projects. */
  function isByUnit(question, asked) {
    return question.project && question.rank && asked.office && /单位|中心|谁|哪家/.test((question.kinds.whose || "") + (question.kinds.unit || "")) && (!asked.measure || asked.supposed) && !question.limits.length && ["score", "rate", "money", "missed", "cut", "raised"].every(function (kind) { return question.kinds[kind] === undefined; });
  }

  /* Whether only the projects of a department are asked for: 人社局有哪些项目. */
  function isList(question, asked) {
    return question.project && !question.rank && !question.limits.length && !asked.left.length && (!asked.measure || asked.supposed || asked.measure[7]) && ["score", "rate", "missed", "check", "change", "reason", "meaning", "money", "mean"].every(function (kind) { return question.kinds[kind] === undefined; });
  }

  /* The projects of a department, what cost most first: in this order they are held. */
  function list(found, asked, index) {
    var years = ask.ofYear(found, asked), own = years.own[0], page = "d/" + own.id + "/projects/";
    return ask.firstProjects(own, LISTED, index).then(function (held) {
      if (!held.n) { return { head: found.short + "：没有项目自评表", url: "d/" + own.id + "/", lead: [own.year + " 年度的决算公开里，本站没有读到项目自评表。"] }; }
      var rows = held.first;
      return {
        head: found.short + "：有自评表的项目 " + (held.cut ? "至少 " : "") + held.n + " 个", url: page, lead: (years.missing ? [years.missing] : []).concat(own.year + " 年度全年执行数最大的 " + rows.length + " 个：", held.n > rows.length ? [{ t: "全部项目", u: page }, "。"] : []),
        rows: rows.map(function (thing) { return [{ t: thing[1], u: "d/" + own.id + "/" + thing[2] }, thing[3] ? "（" + thing[3] + "）" : ""].concat(thing[4].length ? ["：", ask.figure(thing[4], "万元", own.id)] : ["：没有印出全年执行数"]); }), note: ask.scoped(found, own) + "涉密项目没有公开自评表。点数字看它在原文中的位置。"
      };
    });
  }

  /* The mean of what projects scored, or of their rates: of one department, from all that are printed. */
  function mean(found, question, asked, index) {
    var at = question.kinds.rate !== undefined || question.kinds.completion_pct !== undefined ? RATE : SCORE, called = at === RATE ? "预算执行率" : "自评总分", unit = at === RATE ? "_pct" : "分";
    if (!found) {
      return Promise.resolve({ head: "全部项目" + called + "的平均数：没有算", url: "projects/", topic: true, lost: true, lead: ["没有一份公开印着这个平均数，各部门的项目大小不同，所以本站没有算。一个部门的可以问：写上它的名称。"] });
    }
    var own = ask.ofYear(found, asked).own[0], name = at === RATE ? "rate" : "score";
    return index.piece("q-" + own.id).then(function (held) {
      var told = held.p[name];
      return {
        head: found.short + "：项目" + called + "的平均数", url: "d/" + own.id + "/projects/", lead: [own.year + " 年度的项目自评表里" + (told ? "有 " + told.n + " 张印出" + called + "，平均 " + ask.grouped((told.sum / told.n).toFixed(2)) + (ask.percent(unit) ? "%" : " 分") + "（本站计算，每个项目算一样重，不按钱加权）。" : "没有印出" + called + "的。")],
        note: ask.scoped(found, own) + "分数由部门自己评定。"
      };
    });
  }

  /* What a question asks of projects as a table; null if it asks for nothing of the kind. */
  ask.portfolio = function (question, asked, found, index) {
    if (question.latin && !question.mean) { return null; }
    if (found && isByUnit(question, asked)) { return byUnit(found, question, asked, index); }
    if (question.mean && question.project && !question.rank && !asked.left.length) { return mean(found, question, asked, index); }
    var order = orderOf(question);
    if (order) { return ordered(order, question, found, asked, index); }
    return found && isList(question, asked) ? list(found, asked, index) : null;
  };

  /* Whether several projects of one name are asked for: 两个采暖费项目合计多少. */
  function several(question, asked) {
    var counted = !!asked.measure && asked.measure[0] === "performance.project_count" && question.limits.every(function (one) { return one.there; });
    return ((question.project && !question.limits.length) || counted) && !question.office && !question.rank && asked.left.length === 1 && asked.left[0].said.length > 1 && !question.latin && question.kinds.check === undefined;
  }

  /* All projects of one name, wherever they stand, and together where that is asked; null if only one has it. */
  ask.namesakes = function (question, asked, words, index) {
    if (!several(question, asked)) { return Promise.resolve(null); }
    var one = asked.left[0], name = one.core.length > 1 ? one.core : one.said;
    return index.listed(name, 0, LISTED, true).then(function (answer) {
      var own = answer.found.filter(function (record) { return /\/projects(-\d+)?\/#/.test(record.below) && one.ways.concat(name).some(function (way) { return ask.fits(way, record.title, index) > 2; }); });
      return own.length > 1 ? ask.projectsOfRecords(own, asked, index) : [];
    }).then(function (all) {
      var told = all.filter(Boolean);
      if (told.length < 2) { return null; }
      var spent = told.map(function (each) { return each.thing[4]; }), sum = (question.sum || ask.holds(question.text, words, "whole")) && spent.every(function (cell) { return cell.length; }) && told.length < LISTED;
      return {
        head: "名称里有“" + name + "”的项目：" + (told.length < LISTED ? "" : "至少 ") + told.length + " 个", url: "d/" + told[0].own.id + "/" + told[0].thing[2],
        lead: sum ? ["全年执行数相加：" + ask.grouped(ask.exactly(spent.reduce(function (whole, cell) { return whole + +cell[0]; }, 0), spent.map(function (cell) { return cell[0]; }))) + " 万元（本站计算）。各是："] : ["分别是："],
        rows: told.map(function (each) { return each.told; }), note: "点数字看它在原文中的位置。"
      };
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
