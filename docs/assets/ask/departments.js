/* Departments: what is printed of one, two of them side by side. */
(function (ask) {
  "use strict";

  function stop(text) { return text.replace(/。+$/, "") + "。"; }
  ask.stop = stop;

  /* Why a change does not compare: nothing of this was before (1), no department (2), or another one (3). */
  ask.before = function (kind) { return ["", "（由增减推算，上年为 0）", "（没有可比的上年数）", "（口径变了，不能直接相比）"][kind || 0]; };

  /* What must be known of a quotient before departments are compared by it. */
  ask.caution = function (measure) {
    return { "each.personnel": "人员经费可能包含离退休人员和编外人员的支出，口径也不尽相同，不宜直接排名。",
      "each.spending": "项目支出多半不花在本部门的人身上。" }[measure] || "";
  };

  var OTHER = 3;

  function change(told, unit, id) {
    var scope = told.new === OTHER ? [ask.before(OTHER)] : [];
    if (told.change === undefined) { return told.change_pct ? ["，比上年 ", ask.figure(told.change_pct, "_pct", id)].concat(scope) : []; }
    var amount = +told.change[0];
    if (!amount) { return ["，与上年持平（", ask.figure(told.change, unit, id), "）"].concat(scope); }
    var parts = ["，比上年" + (amount < 0 ? "减少 " : "增加 "), ask.figure([told.change[0].replace("-", ""), told.change[1]], unit, id)];
    if (told.new && !scope.length) { return parts.concat(ask.before(told.new)); }
    return told.change_pct ? parts.concat("（", ask.figure(told.change_pct, "_pct", id), "）", scope) : parts.concat(scope);
  }

  ask.changed = change;

  /* Why a measure changed: its own reason, else that of the measure that holds it, by name; never that there is none. */
  function why(own, one, words) {
    var told = own.m[one[0]] || {}, parent = one[0];
    if (told.reason) { return ["部门说明的原因：" + stop(told.reason)]; }
    while (words.parents[parent]) {
      parent = words.parents[parent];
      var above = own.m[parent], name = words.measures.find(function (other) { return other[0] === parent; });
      if (above && above.reason && name) {
        return ["本站没有读到“" + one[1] + "”单独的原因；部门对“" + name[1] + "”"].concat(above.change ? ["（"].concat(change(above, name[2], own.id).map(function (part, i) { return i ? part : part.replace(/^，/, ""); }), "）") : [], "的说明：" + stop(above.reason));
      }
    }
    return ["本站没有读到部门对这个数变化原因的说明。"];
  }

  /* One measure of one disclosure in a sentence. */
  function sentenceOf(own, asked, one, words) {
    var told = own.m[one[0]], unit = one[2], head = own.year + " 年度" + one[1] + " ";
    if (!told || (!told.actual && !told.change)) { return [own.year + " 年度的决算公开里，本站没有读到“" + one[1] + "”。"]; }
    if (!told.actual) { return [own.year + " 年度" + one[1]].concat(change(told, unit, own.id).map(function (part, i) { return i ? part : part.replace(/^，/, ""); }), "。", told.reason ? "部门说明的原因：" + stop(told.reason) : ""); }
    var parts = [head, ask.figure(told.actual, unit, own.id), ask.large(told.actual[0], unit)].concat(ask.doubt(told.actual, own.id), change(told, unit, own.id));
    if (told.made) { parts.push("（本站计算：" + told.made + (ask.caution(one[0]) ? "。" + ask.caution(one[0]).replace(/。$/, "") : "") + "）"); }
    if (asked.column === "change" && told.change === undefined && !told.change_pct) { parts.push("；本站没有读到它与上年相比的数字"); }
    ["annual_budget", "initial_budget", "completion_pct", "variance_pct", "share_pct"].forEach(function (column) {
      if (told[column] && (asked.column === column || column === "annual_budget")) {
        parts.push("，" + ask.columns[column] + " ", ask.figure(told[column], ask.percent(column) ? column : unit, own.id));
      } else if (asked.column === column && column === "share_pct" && asked.whole) {
        parts.push.apply(parts, share(own, one, asked.whole));
      } else if (asked.column === column) { parts.push("；本站没有读到它的" + ask.columns[column]); }
    });
    parts.push("。");
    if (asked.column === "reason") { return parts.concat(why(own, one, words)); }
    if (/_budget|variance|completion/.test(asked.column) && told.variance_reason) { return parts.concat("部门对预决算差异的说明：" + stop(told.variance_reason)); }
    return told.change && +told.change[0] && told.reason ? parts.concat("部门说明的原因：" + stop(told.reason)) : parts;
  }

  /* The share of one measure in another, made from both printed figures. */
  function share(own, one, whole) {
    var part = own.m[one[0]], all = own.m[whole[0]];
    if (!all || !all.actual || !+all.actual[0]) { return ["；本站没有读到" + whole[1]]; }
    return ["，" + whole[1] + " ", ask.figure(all.actual, whole[2], own.id), "，前者是后者的 " + (part.actual[0] / all.actual[0] * 100).toFixed(2) + "%（本站计算）"];
  }

  /* The disclosures of the year that is asked for; the newest, and that it is not there, if none is. */
  function ofYear(found, asked) {
    var own = found.of.filter(function (one) { return !asked.year || one.year === asked.year; });
    var years = found.of.map(function (one) { return one.year; }).join("、");
    /* Of several years that are said each one that is not there is told. */
    var lacking = [asked.year].concat(asked.years || []).filter(function (year, i, all) { return year && all.indexOf(year) === i && found.of.every(function (one) { return one.year !== year; }); });
    return { own: own.length ? own : found.of.slice(0, 1), missing: lacking.length ? lacking.join("、") + " 年度还没有收录；收录的年度：" + years + "。" : "" };
  }

  /* Whose numbers are told, by its full name, and whom they include. */
  ask.scoped = function (found, own) { return found.name + "，口径：" + own.scope + "。"; };

  ask.ofYear = ofYear;
  ask.sentenceOf = sentenceOf;

  function larger(own, one, other) {
    var cells = [one, other].map(function (item) { return (own.m[item[0]] || {}).actual; });
    return cells[0] && cells[1] && +cells[0][0] > +cells[1][0];
  }

  function byId(words, id) { return words.measures.find(function (other) { return other[0] === id; }); }

  /* What tells of a change or a budget where a measure has none of its own: a measure that holds it, by name. */
  function instead(own, one, asked, words) {
    var told = own.m[one[0]] || {}, column = asked.column;
    function has(cell) { return cell && (column === "change" ? cell.change || cell.change_pct : cell[column] || (column === "variance_pct" && cell.annual_budget)); }
    if (!/^(change|annual_budget|initial_budget|variance_pct|completion_pct)$/.test(column) || has(told)) { return []; }
    var others = column === "change" ? above(one[0], words.parents) : words.budgets[one[0]] || [];
    return others.filter(function (id) { return has(own.m[id]) && byId(words, id); }).slice(0, 2).map(function (id) {
      return ["部门印出的“" + byId(words, id)[1] + "”："].concat(sentenceOf(own, asked, byId(words, id), words));
    });
  }

  function above(id, parents) { return parents[id] ? [parents[id]].concat(above(parents[id], parents)) : []; }

  /* Other departments of the same kind, where none was said. */
  function further(found, asked) {
    if (!asked.others || !asked.others.length) { return []; }
    return ["收录的" + asked.office[0] + "不止一个，还有"].concat(asked.others.map(function (one, i) { return [i ? "、" : "", { t: one[1], u: "d/departments/" + one[0] + "/" }]; }).reduce(function (all, one) { return all.concat(one); }, []), "。");
  }

  /* A number of the year before the oldest that is collected, from what is printed and how it changed; none where the change
     does not compare. */
  function before(found, asked, one) {
    var own = found.of[found.of.length - 1], told = own && own.m[one[0]];
    if (!asked.year || !own || +asked.year !== own.year - 1 || !told || !told.actual || !told.change || (told.new && told.new !== OTHER)) { return []; }
    var value = ask.exactly(told.actual[0] - told.change[0], [told.actual[0], told.change[0]]);
    return [asked.year + " 年度" + one[1] + "可以由 " + own.year + " 年度的数和增减推算：" + ask.grouped(value) + " " + one[2] + "（本站计算，不是印出的数" + (told.new === OTHER ? "；那一年的口径不同，两年不能直接相比" : "") + "）。"];
  }

  /* What is printed of a measure of one department. */
  ask.ofDepartment = function (found, asked, words) {
    if (asked.kinds.prior !== undefined && !asked.year && asked.column === "actual") { asked = Object.assign({}, asked, { year: String(found.of[0].year - 1) }); }
    var both = ask.beside(found, asked, words);
    if (both) { return both; }
    var one = asked.measure, years = ofYear(found, asked), own = years.own;
    /* Of a share in money what a count cost: 三公里车占几成. */
    var cost = asked.column === "share_pct" && words.money[one[0]], spent = cost && asked.measures.some(function (other) { return other !== one && other[2] === "万元"; }) && byId(words, cost);
    if (spent) { asked.measures = asked.measures.filter(function (other) { return other !== one; }).concat(spent); one = spent; }
    /* What is joined by 和 is asked for side by side: 基本支出和项目支出各占多少. */
    var parallel = asked.kinds.and !== undefined && /各/.test(asked.text);
    asked.whole = asked.column === "share_pct" && !parallel && asked.measures.find(function (other) { return other[0] !== one[0] && other[2] === one[2]; });
    if (asked.whole && asked.latin && larger(own[0], one, asked.whole)) { one = asked.whole; asked.whole = asked.measure; }
    var also = asked.whole ? [] : asked.measures.filter(function (other, i) { return other !== one && !other[7] && !/^each\./.test(other[0]) && other[0] !== asked.swapped && asked.measures.indexOf(other) === i; });
    var beside = one[8].map(function (id) { return words.measures.find(function (other) { return other[0] === id; }); }).filter(function (other) {
      return other && own[0].m[other[0]];
    });
    var counts = (asked.text.match(/几|多少/g) || []).length > 1;
    if (asked.swapped && counts && byId(words, asked.swapped) && also.indexOf(byId(words, asked.swapped)) < 0) { also.push(byId(words, asked.swapped)); }
    (words.counted[asked.swapped] || []).forEach(function (id) { var other = counts && id && byId(words, id); if (other && other !== one && also.indexOf(other) < 0) { also.push(other); } });
    var price = words.money[one[0]] && asked.column === "actual" && !/几|多少|数/.test(asked.text) && byId(words, words.money[one[0]]);
    if (price && also.indexOf(price) < 0) { also.push(price); }
    also = also.concat(asked.column === "actual" ? ask.kindsOf(one, words).filter(function (other) { return also.indexOf(other) < 0 && own[0].m[other[0]]; }) : []);
    var held = instead(own[0], one, asked, words), sentence = sentenceOf(own[0], asked, one, words);
    /* What is printed of a measure that holds it answers first. */
    var first = held.length ? held.shift() : sentence;
    if (first !== sentence) { held.push(sentence); }
    var rows = held.concat(beside.concat(also).map(function (other) { return sentenceOf(own[0], asked, other, words); }), own.slice(1).map(function (year) { return sentenceOf(year, asked, one, words); }));
    return {
      head: found.short + "：" + one[1] + (asked.latin ? " · " + one[3].split(";")[0] : ""), url: "d/" + own[0].id + "/" + (asked.latin ? "en/" : ""),
      lead: further(found, asked).concat(years.missing || [], asked.column === "actual" ? before(found, asked, one) : [], asked.each ? "这不是人均数，本站没有算人均“" + one[1] + "”。" : [], first), rows: rows.length ? rows : null,
      note: ask.scoped(found, own[0]) + "点数字看它在原文中的位置。" + ask.includes(one, words) + (beside.length ? "“" + beside[0][1] + "”是国有资产里的数，和“" + one[1] + "”的数法不同。" : "")
    };
  };

  /* A year of a department that is not collected: what is said where nothing else is asked. */
  ask.withoutYear = function (found, asked) {
    var years = ofYear(found, asked), own = years.own[0];
    var lacking = asked.years.filter(function (year) { return !found.of.some(function (one) { return one.year === year; }); });
    if (!lacking.length) { return null; }
    if (!years.missing) { years = ofYear(found, { year: lacking[0] }); }
    return { head: found.short + "：" + lacking.join("、") + " 年度还没有收录", url: "d/departments/" + found.id + "/", lead: [years.missing], rows: found.of.map(function (one) { return [{ t: found.short + " " + one.year + " 年度决算", u: "d/" + one.id + "/" }]; }) };
  };

  /* The disclosure of a year, where nothing else is asked. */
  ask.whole = function (found, asked) {
    var own = ofYear(found, asked).own[0];
    return { head: found.name + " " + own.year + " 年度决算", url: "d/" + own.id + "/", lead: [{ t: "这份公开的页面", u: "d/" + own.id + "/" }, "（口径：" + own.scope + "）。"] };
  };

  /* All departments of a kind, where only the kind is said. */
  ask.ofOffice = function (office) {
    var own = office[3];
    return {
      head: office[0] + "：收录 " + office[2] + " 个部门", url: own.length === 1 ? "d/" + ask.newestOf(own[0]) + "/" : "disclosures/", lead: office[2] > own.length ? ["其中："] : null,
      rows: own.map(function (one) { return [{ t: one[1], u: "d/" + ask.newestOf(one) + "/" }, "（", { t: "历年", u: "d/departments/" + one[0] + "/" }, "）"]; })
    };
  };

  /* The items on which a department spent most. */
  ask.itemsOf = function (found, asked, index) {
    var years = ofYear(found, asked), own = years.own[0];
    return index.piece("q-" + own.id).then(function (held) {
      var rows = held.i.most.map(function (row) { return [found.short, own.year, own.id].concat(row); });
      return rows.length ? ask.itemsTold(held.i, rows, found.short + "（" + own.year + " 年度）", "d/" + own.id + "/", years.missing) : null;
    });
  };

  /* Several departments side by side: the largest first. */
  ask.compared = function (all, lost, asked, words) {
    var one = asked.measure || words.measures.find(function (other) { return other[0] === "expenditure.current"; });
    var told = all.map(function (found) {
      var years = ofYear(found, asked), own = years.own[0], cell = own.m[one[0]] || {};
      return { found: found, own: own, missing: years.missing, value: cell[asked.column] && asked.column !== "reason" ? cell[asked.column] : cell.actual, before: /^change/.test(asked.column) && cell[asked.column] ? ask.before(cell.new) : "" };
    });
    var unit = ask.percent(asked.column) ? asked.column : one[2];
    told.sort(function (a, b) { return (b.value ? +b.value[0] : -Infinity) - (a.value ? +a.value[0] : -Infinity); });
    var known = told.filter(function (item) { return item.value; }), lead = [];
    if (known.some(function (item) { return item.before; })) { lead = ["有的部门没有可以相比的上年数，增减不宜比大小。"]; } else if (known.length > 1 && !ask.percent(unit)) {
      var gap = Math.abs(known[0].value[0] - known[known.length - 1].value[0]), places = (known[0].value[0].split(".")[1] || "").length;
      lead = gap ? [known[0].found.short + "比" + known[known.length - 1].found.short + "多 " + ask.grouped(gap.toFixed(places)) + " " + unit + "（本站计算）。"] : ["两个数相同。"];
    }
    var rows = told.map(function (item) {
      var name = { t: item.found.short, u: "d/" + item.own.id + "/" };
      return [name, "（" + item.own.year + "，" + item.own.scope + "）：" + item.missing].concat(item.value ? [ask.figure(item.value, unit, item.own.id), ask.large(item.value[0], unit), item.before] : "本站没有读到这个数", "。");
    });
    /* What was not read, or is not collected, comes last. */
    var ranks = ask.ranks(known.map(function (item) { return item.value[0]; }));
    rows = rows.concat(lost.map(function (said) { return [said + "：还没有收录。"]; }));
    if (asked.kinds.sum !== undefined || asked.kinds.mean !== undefined || (!asked.ranked && ask.holds(asked.text, words, "whole"))) { lead.unshift("各部门的口径（是否含所属单位）可能不同，有的数会重复计算，本站没有相加。"); }
    var scopes = told.map(function (item) { return item.own.scope; }), years = told.map(function (item) { return item.own.year; });
    var differs = function (list) { return list.some(function (other) { return other !== list[0]; }); };
    return {
      head: told.map(function (item) { return item.found.short; }).join("和") + "：" + one[1] + (asked.column === "actual" || asked.column === "reason" ? "" : "（" + ask.columns[asked.column] + "）"),
      url: "d/" + told[0].own.id + "/", lead: lead, rows: rows, ordered: true, ranks: ranks,
      note: "口径：" + (differs(scopes) ? "各不相同，含不含所属单位不一样，不宜直接比大小。" : "都是“" + scopes[0] + "”。") + (differs(years) ? "年度不同。" : "")
    };
  };

  /* A kind of department that is not collected, or not of the place that is named. */
  ask.missing = function (asked, words) {
    var office = asked.office, said = asked.whose, own = office[3];
    var other = !own.length ? [] : ["收录的" + office[0] + "："].concat(own.map(function (one, i) {
      return [i ? "、" : "", { t: one[1], u: "d/departments/" + one[0] + "/" }];
    }).reduce(function (all, one) { return all.concat(one); }, []), "。");
    return {
      head: said + "：还没有收录", url: "disclosures/",
      lead: [said + (said === office[0] ? "" : "（" + office[0] + "）") + "的决算公开还没有收进本站。"].concat(other, "本站现有 " + words.departments + " 个部门，见", { t: "公开部门", u: "disclosures/" }, "。没有收录不等于没有公开。"), lost: true
    };
  };
})(window.juesuanAsking = window.juesuanAsking || {});
