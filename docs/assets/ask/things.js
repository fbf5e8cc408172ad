/* What a department's disclosure holds by name: items of spending, projects, units, kinds of costs. */
(function (ask) {
  "use strict";
  var SHOWN = 8, TOGETHER = 2, KINDS = ["f", "s", "p", "u", "e", "o"];

  function flat(lists) { return [].concat.apply([], lists); }

  /* What else a thing is known by: what it belongs to, or who carried it out. */
  function above(thing) { return thing[2] || ""; }

  /* The things of a disclosure in full; of many those that stand together with the first ones. */
  function full(id, held, all, index, most) {
    var at = function (thing) { return Math.floor(held.all.indexOf(thing) / held.size); };
    var pieces = all.map(at).filter(function (one, i, every) { return every.indexOf(one) === i; }).slice(0, most || Infinity);
    return Promise.all(pieces.map(function (one) { return index.piece("i-" + id + "-" + one); })).then(function (loaded) {
      return all.filter(function (thing) { return pieces.indexOf(at(thing)) >= 0; }).map(function (thing) { return loaded[pieces.indexOf(at(thing))][held.all.indexOf(thing) % held.size]; });
    });
  }

  /* The things that were found in a disclosure in full: those that stand with the first ones, or all of them. */
  ask.fullOf = function (own, held, index, all) {
    return full(own.id, held.held, all ? held.found : held.found.slice(0, SHOWN), index, all ? 0 : TOGETHER);
  };

  /* How well a thing is what the codes of the classification say that are meant: 4.5 it is it, 3.5 it is part of it. */
  function coded(thing, codes) {
    if (thing[0] !== "f" || !thing[3]) { return 0; }
    return codes.reduce(function (best, code) { return Math.max(best, thing[3] === code ? 4.5 : thing[3].indexOf(code) === 0 ? 3.5 : 0); }, 0);
  }

  function graded(thing, left, index) {
    var named = 0, all = left.every(function (one) {
      var own = coded(thing, one.codes || []) || Math.max.apply(null, one.ways.map(function (way, i) { var far = ask.fits(way, thing[1], index); return far ? far - i / 10 : 0; }));
      named = Math.max(named, own);
      return own || one.ways.some(function (way) { return ask.fits(way, above(thing), index); });
    });
    return all && named ? named : 0;
  }

  function begun(thing, left) { return thing[1].indexOf(left[0].said) === 0 ? 1 : 0; }

  /* What is left, with the codes that its words mean. */
  function withCodes(left, index) {
    return Promise.all(left.map(function (one) {
      return one.codes ? one : ask.codes(one.ways, index).then(function (codes) { one.codes = codes.length > 1 && codes[0].length > 5 ? [] : codes.slice(0, 1); });
    }));
  }

  /* A disclosure gets its measures, of which something may be a share. */
  function measured(own, id, index) {
    return index.piece("d-" + id).then(function (whole) { own.m = (whole.of.find(function (one) { return one.id === own.id; }) || {}).m; });
  }

  /* The things of a disclosure that hold every word that is left, the best first. */
  ask.things = function (own, left, asked, index) {
    return Promise.all([index.piece("i-" + own.id), withCodes(left, index)]).then(function (loaded) {
      return asked.kinds.share_pct === undefined || own.m ? loaded : measured(own, loaded[0].id, index).then(function () { return loaded; });
    }).then(function (loaded) {
      var held = loaded[0], fitting = held.all.map(function (thing) { return { thing: thing, grade: graded(thing, left, index) }; }).filter(function (one) { return one.grade; });
      var projects = fitting.filter(function (one) { return one.thing[0] === "p"; });
      if (asked.kinds.project !== undefined && projects.length) { fitting = projects; }
      var best = Math.max.apply(null, fitting.map(function (one) { return Math.floor(one.grade); }).concat(0));
      fitting = fitting.filter(function (one) { return best < 3 || one.grade >= 2.5; });
      fitting.sort(function (a, b) {
        return Math.floor(b.grade) - Math.floor(a.grade) || KINDS.indexOf(a.thing[0]) - KINDS.indexOf(b.thing[0]) || begun(b.thing, left) - begun(a.thing, left) || (a.thing[0] === "f" ? b.grade - a.grade || (a.grade === 3.5 ? held.all.indexOf(a.thing) - held.all.indexOf(b.thing) : a.thing[1].length - b.thing[1].length) : 0) || b.grade - a.grade;
      });
      return { found: fitting.map(function (one) { return one.thing; }), cut: held.cut, all: held.all, held: held };
    });
  };

  function cell(parts, said, value, unit, id) {
    if (value && value.length) { parts.push((parts.length > 1 ? "，" : "") + said + " ", ask.figure(value, unit, id)); }
  }

  /* The change of spending against the year before, with its rate where that is printed and the years compare. */
  ask.changeOf = function (thing) { return { change: thing[7].slice(0, 2), change_pct: thing[7].length > 2 && !thing[9] ? thing[7].slice(2) : undefined, new: thing[9] }; };

  /* The share of spending on a code in all of the general budget, where both are printed. */
  function shareOf(thing, own, asked) {
    var whole = ask.byId("general_budget.expenditure", asked.words), all = whole && thing[5] === "一般公共预算" && own.m && (own.m[whole[0]] || {}).actual;
    return all && +all[0] ? ["，" + whole[1] + " ", ask.figure(all, "万元", own.id), "，前者是后者的 " + (thing[6][0] / all[0] * 100).toFixed(2) + "%（本站计算）"] : [];
  }

  function spending(thing, own, asked) {
    var parts = [thing[4] + "级科目“" + (thing[2] ? thing[2] + " " : "") + thing[1] + "”" + (thing[3] ? "（" + thing[3] + "）" : "") + "：支出 ", ask.figure(thing[6], "万元", own.id), ask.large(thing[6][0], "万元")];
    if (thing[7].length) { parts = parts.concat(ask.changed(ask.changeOf(thing), "万元", own.id)); } else if (/change|reason/.test(asked.column)) { parts.push("；本站没有读到它与上年相比的数字"); }
    if (/budget|variance|completion/.test(asked.column)) { parts.push("；本站没有读到它的预算数"); }
    parts = parts.concat(asked.kinds.share_pct === undefined ? [] : shareOf(thing, own, asked), "，" + thing[5] + "。");
    if (thing[8] && (asked.column === "reason" || (thing[7].length && +thing[7][0]))) { parts.push("部门说明的原因：" + ask.stop(thing[8])); } else if (asked.column === "reason") { parts.push("本站没有读到部门对这个数变化原因的说明。"); }
    return parts;
  }

  function project(thing, own, asked) {
    var parts = [{ t: "项目“" + thing[1] + "”", u: "d/" + own.id + "/" + thing[2] }, (thing[3] ? "（" + thing[3] + "）" : "") + "："], told = [];
    cell(told, "全年执行", thing[4], "万元", own.id);
    cell(told, "全年预算数", thing[5], "万元", own.id);
    cell(told, "预算执行率", thing[6], "_pct", own.id);
    cell(told, "自评总分", thing[7], "分", own.id);
    if (/change/.test(asked.column)) { told.push("；自评表里没有上年的数"); }
    parts = parts.concat(told.length ? told : "本站没有读到它的金额", "。");
    return thing[8] ? parts.concat(ask.stop(ask.lost(thing[8]))) : parts;
  }

  function cost(thing, own) {
    var name = "费用“" + thing[1] + "”（经济分类" + (thing[2] ? " " + thing[2] : "") + "）：";
    if (thing[4].length) { return [name, ask.figure(thing[4], "万元", own.id), "。"]; }
    return [name + "列在" + (thing[3] ? "人员经费" : "公用经费") + "包括的费用里，本站没有读到它单独的金额。"];
  }

  /* Where the money of the whole department came from, by its own evaluation. */
  function source(thing, own) {
    var told = [];
    cell(told, "年初预算数", thing[2], "万元", own.id);
    cell(told, "全年预算数", thing[3], "万元", own.id);
    cell(told, "全年执行数", thing[4], "万元", own.id);
    return ["部门整体支出自评表的资金来源“" + thing[1] + "”："].concat(told.length ? told : "本站没有读到它的金额", "。");
  }

  /* A thing in a sentence. */
  function sentence(thing, own, asked) {
    if (thing[0] === "f") { return spending(thing, own, asked); }
    if (thing[0] === "p") { return project(thing, own, asked); }
    if (thing[0] === "e") { return cost(thing, own); }
    if (thing[0] === "s") { return source(thing, own); }
    return [(thing[0] === "u" ? "所属单位“" : "内设机构“") + thing[1] + "”：本站没有读到它单独的收支，它的数字合在整个部门里。"];
  }

  /* All projects of a disclosure as places of a ranking. */
  ask.allProjects = function (found, asked, index) {
    var own = ask.ofYear(found, asked).own[0];
    return index.piece("i-" + own.id).then(function (held) {
      return full(own.id, held, held.all.filter(function (thing) { return thing[0] === "p"; }), index).then(function (all) { return { held: held, all: all }; });
    }).then(function (told) {
      var held = told.held, rows = told.all.map(function (thing) { return [found.short, own.year, own.id, thing[1], thing[2], thing[7], thing[6], thing[5], thing[4], "", thing[8], thing[3], thing[9] || thing[5]]; });
      return { rows: rows, cut: held.cut };
    });
  };

  /* The projects of a disclosure as they are known, the first of them in full, how many there are. */
  ask.firstProjects = function (own, number, index) {
    return index.piece("i-" + own.id).then(function (held) {
      var known = held.all.filter(function (thing) { return thing[0] === "p"; });
      return full(own.id, held, known.slice(0, number), index).then(function (first) { return { known: known, first: first, n: known.length, cut: held.cut }; });
    });
  };

  /* The project of a record, as its department tells of it; null if it is none. */
  function projectOf(record, asked, index) {
    var at = /^d\/([^/]+)\/(projects(?:-\d+)?\/#.+)$/.exec(record.below);
    return !at ? Promise.resolve(null) : index.piece("i-" + at[1]).then(function (held) {
      var known = held.all.find(function (one) { return one[0] === "p" && one[3] === at[2]; }), own = held.of.find(function (one) { return one.id === at[1]; });
      return known && own ? full(at[1], held, [known], index).then(function (things) { return { thing: things[0], own: own, told: [held.short + " " + own.year + " 年度"].concat(project(things[0], own, asked)) }; }) : null;
    });
  }

  /* Projects of some records, each as its department tells of it. */
  ask.projectsOfRecords = function (records, asked, index) { return Promise.all(records.map(function (one) { return projectOf(one, asked, index); })); };

  /* A name that stands somewhere, told: spending by function, a project; nothing if it is another thing or stands nowhere. */
  ask.anywhere = function (left, asked, index) {
    var ways = left.length === 1 ? left[0].ways.filter(function (way) { return way.length > 1; }) : [];
    function next(all) {
      if (!all.length) { return null; }
      return index.listed(all[0], 0, 4, true).then(function (answer) {
        var fitting = answer.found.filter(function (one) { return ways.some(function (way) { return ask.fits(way, one.title.replace(/^\d+ /, ""), index) > (way.length > 3 ? 1 : 2); }); });
        /* Who asks how many it was for asks for the project, not for its item of spending. */
        var project = ask.counts(asked) ? fitting.findIndex(function (one) { return /\/projects/.test(one.below); }) : 0;
        if (project > 0) { fitting = [fitting[project]].concat(fitting.filter(function (one, at) { return at !== project; })); }
        return fitting.length ? ask.ofRecord(fitting, asked, index) : next(all.slice(1));
      });
    }
    ways.sort(function (a, b) { return b.length - a.length; });
    return Promise.resolve(next([left[0] && left[0].core, left[0] && left[0].said].filter(function (way, at, all) { return way && ways.length && way.length > 1 && all.indexOf(way) === at; })));
  };

  /* The units and offices of a department by name. */
  ask.unitsOf = function (found, asked, index) {
    var years = ask.ofYear(found, asked), own = years.own[0];
    return index.piece("i-" + own.id).then(function (held) {
      function named(kind) { return held.all.filter(function (thing) { return thing[0] === kind; }).map(function (thing) { return thing[1]; }); }
      var units = named("u"), offices = named("o"), rows = [];
      if (units.length) { rows.push(["所属单位 " + units.length + " 个：" + units.join("、") + "。"]); }
      if (offices.length) { rows.push(["内设机构 " + offices.length + " 个：" + offices.join("、") + "。"]); }
      if (/科室|处室|内设/.test(asked.kinds.unit)) { rows.reverse(); }
      if (asked.ranked) { years.missing = (years.missing || "") + "所属单位和内设机构没有单独的决算，不能排名。"; }
      return { head: found.short + "：所属单位和内设机构", url: "d/" + own.id + "/#organisation", lead: (years.missing ? [years.missing] : []).concat(own.year + " 年度的决算公开里印有：", rows.length ? "" : "本站没有读到。"), rows: rows.length ? rows : null };
    });
  };

  /* The first of some records, told. */
  ask.ofRecord = function (records, asked, index) {
    var code = /^functions\/#[ci](\d+)$/.exec(records[0].below);
    if (code) { return ask.onFunction(code[1], asked, index); }
    return projectOf(records[0], asked, index).then(function (own) {
      if (!own) { return null; }
      var others = records.slice(1).filter(function (one) { return /\/projects/.test(one.below); }), at = "d/" + own.own.id + "/";
      /* Those of the same disclosure are told in full. */
      return Promise.all(others.slice(0, SHOWN).map(function (one) { return one.below.indexOf(at) === 0 ? projectOf(one, asked, index) : null; })).then(function (full) { return boxOf(records, own, others, full); });
    });
  };

  function boxOf(records, own, others, full) {
      return {
        head: own.thing[1], url: records[0].below, lead: own.told, rows: others.length ? others.map(function (one, i) { return full[i] ? full[i].told.slice(1) : [{ t: one.title, u: one.below }, "（" + one.beside.replace(/^项目 · /, "") + "）"]; }) : null,
        note: "点数字看它在原文中的位置。" + (others.length ? "下面是名称相近的其他项目。" : "")
      };
  }

  /* A kind of costs over all: how many name it, and what few print of it. */
  ask.costs = function (names, index) {
    return index.piece("costs").then(function (costs) {
      var one = costs.find(function (cost) { return names.some(function (name) { return cost[0] === name || ask.compact(index.plain(cost[1])) === name; }); });
      if (!one) { return []; }
      var rows = one[4].map(function (row) { return [{ t: row[0], u: "d/" + row[2] + "/" }, "（" + row[1] + "）：", ask.figure(row.slice(3), "万元", row[2])]; });
      var where = { t: one[2] ? "人员经费" : "公用经费", u: "people/" }, current = /^30[123]/.test(one[0]);
      return [{
        head: one[1] + "（经济分类 " + one[0] + "）", url: "people/", cost: true,
        lead: one[3] ? ["收录的决算里有 " + one[3] + " 份把它列在", where, "包括的费用里，" + (rows.length ? "印出金额的：" : "本站都没有读到它单独的金额。")] : ["收录的决算里，本站没有读到它单独的金额" + (current ? "；这类费用合在" : "。")].concat(current ? [where, "里。"] : []), rows: rows.length ? rows : null
      }];
    });
  };

  /* What is left, as it is said; or as a thing holds it. */
  function saidOf(left, thing, index) {
    return left.map(function (one) {
      return (thing && one.ways.find(function (way) { return way.indexOf(" ") < 0 && (ask.fits(way, thing[1], index) || ask.fits(way, above(thing), index)); })) || one.said;
    }).join(" ");
  }

  /* What is left of a question, found by name in what a department discloses; or that it is not there. */
  ask.byName = function (found, asked, index) {
    var years = ask.ofYear(found, asked), own = years.own[0], said = saidOf(asked.left);
    return ask.things(own, asked.left, asked, index).then(function (held) {
      if (!held.found.length) { return beside(found, own, asked, said, held.cut, years.missing, index); }
      return full(own.id, held.held, held.found.slice(0, SHOWN), index, TOGETHER).then(function (rows) {
        return thingsTold(found, own, asked, saidOf(asked.left, held.found[0], index), rows, held, years.missing, index);
      });
    });
  };

  /* Where a project lost most, with the reason of that, where one is asked for. */
  ask.lost = function (text) { return (/）(等 \d+ 项)?：/.test(text) ? "丢分最多的指标和原因：" : "丢分最多：") + text; };

  /* Things that are not told of, by name: those of projects lead to their forms. */
  function others(things, own) {
    var named = things.slice(0, SHOWN).map(function (one, i) { return [i ? "、" : "", one[0] === "p" && one[3] ? { t: one[1], u: "d/" + own.id + "/" + one[3] } : one[1]]; });
    return ["另有 " + things.length + " 项："].concat([].concat.apply([], named), things.length > SHOWN ? "等。" : "。");
  }

  /* Whether an amount of a thing is printed. */
  function amounting(thing) { return ((({ f: thing[6], p: thing[4], e: thing[4], s: thing[4] })[thing[0]]) || []).length > 0; }

  function thingsTold(found, own, asked, said, rows, held, missing, index) {
    var first = rows[0], page = first[0] === "p" ? first[2] : "", more = held.found.length - rows.length;
    return {
      named: true, head: found.short + "：" + (rows.length === 1 && !more ? first[1] : (first[0] === "f" && !ask.fits(said, first[1], index) ? first[1] + "等" : "名称里有“" + said + "”的") + (more ? "，共 " + held.found.length + " 项" : "")), url: "d/" + own.id + "/" + page,
      lead: (missing ? [missing] : []).concat(own.year + " 年度", sentence(first, own, asked)),
      rows: held.found.length > 1 ? rows.slice(1).map(function (one) { return sentence(one, own, asked); }).concat(more ? [others(held.found.slice(rows.length), own)] : []) : null,
      note: ask.scoped(found, own) + "点数字看它在原文中的位置。" + (rows.filter(amounting).length > 1 ? "这些数有的互相包含，没有相加。" : "") + (held.cut ? "只找了金额最大的一些。" : "")
    };
  }

  /* Nothing is called so; of a measure that is named beside it, what is printed of that alone, told so. */
  function beside(found, own, asked, said, cut, missing, index) {
    asked = Object.assign({}, asked, { measure: asked.measure || asked.beside });
    if (!asked.measure || asked.measure[7] || asked.supposed) { return notThere(found, own, asked, said, cut, missing); }
    return index.piece("d-" + found.id).then(function (whole) { return notThere(found, ask.ofYear(whole, asked).own[0], asked, said, cut, missing); });
  }

  /* What is left of a question without the measures and the words that say nothing in it: what stood apart stays apart. */
  function strange(asked) {
    return flat(asked.left.map(function (one) {
      var within = one.parts.some(function (part) { return part.kind === "measure"; });
      return !within ? [one.said] : one.parts.map(function (part) { return part.kind === "measure" || part.kind === "filler" ? " " : part.text; }).join("").trim().split(/ +/);
    }));
  }

  /* Nothing in what a department discloses is called so. */
  function notThere(found, own, asked, said, cut, missing) {
    /* All that was spent, only supposed for several departments, is no answer about what they are named beside. */
    var one = own.m && asked.measure && !(asked.supposed && asked.sides && asked.sides.length > 1) && own.m[asked.measure[0]];
    /* Money that is asked for is never answered with a count or an area: 办公楼物业费. */
    var other = one && asked.measure[2] !== "万元" && /[费钱款]|资金|支出/.test(asked.text.replace(asked.said ? asked.said.text : "", ""));
    if (other) { one = null; }
    /* What is no name of anything is told; the measure beside it is answered. */
    if (one && !asked.latin && (!asked.beside || strange(asked).join("").length > 1)) {
      return { head: found.short + "：" + asked.measure[1], url: "d/" + own.id + "/", strange: true, lead: [missing, ask.unused(strange(asked))].filter(Boolean).concat(ask.sentenceOf(own, asked, asked.measure, asked.words)), note: ask.scoped(found, own) };
    }
    return {
      head: found.short + "：没有找到“" + said + "”", url: "d/" + own.id + "/", nothing: true, lost: true,
      rows: one ? [["没有用上“" + said + "”，只看“" + asked.measure[1] + "”："].concat(ask.sentenceOf(own, asked, asked.measure, asked.words))] : null,
      lead: asked.latin ? [missing, "科目、项目和单位的名称只有中文，没有按英文“" + said + "”找。见", { t: "这份公开的页面", u: "d/" + own.id + "/en/" }, "。"].filter(Boolean) : [missing, own.year + " 年度的决算公开里，本站没有找到名称含“" + said + "”的科目、项目、单位或费用" + (cut ? "（只找了金额最大的一些）" : "") + "。它可能合在别的科目里，没有单独印出。见", { t: "这份公开的页面", u: "d/" + own.id + "/" }, "。"].filter(Boolean)
    };
  }

  /* A unit whose accounts are part of those of a department: said so, with its own projects. */
  ask.unitTold = function (found, asked, index) {
    var years = ask.ofYear(found, asked), own = years.own[0];
    return ask.things(own, asked.left.filter(function (one) { return !ask.fits(one.core, found.unit, index); }), asked, index).then(function (held) {
      var every = asked.left.length ? held.found : held.all;
      var projects = every.filter(function (thing) { return thing[0] === "p" && thing[2] && (thing[2].indexOf(found.part) >= 0 || ask.fits(thing[2], found.unit, index)); });
      var spent = asked.left.length ? every.filter(function (thing) { return thing[0] === "f"; }).slice(0, 3) : [];
      return Promise.all([full(own.id, held.held, projects.slice(0, SHOWN), index, asked.kinds.project === undefined ? TOGETHER : 0), full(own.id, held.held, spent, index)]).then(function (told) { return { n: projects.length, projects: told[0], spent: told[1] }; });
    }).then(function (told) {
      var projects = told.projects, spent = told.spent;
      return {
        head: found.unit + "：没有单独的决算", url: "d/" + own.id + "/", partly: !!asked.left.length && !projects.length && !spent.length,
        lead: [years.missing, "它是", { t: found.short, u: "d/" + own.id + "/" }, "的所属单位，收支合在部门的 " + own.year + " 年度决算里（口径：" + own.scope + "），没有单独印出。" + (projects.length ? "由它实施、有自评表的项目" + (told.n > projects.length ? "有 " + told.n + " 个，前 " + projects.length + " 个：" : "：") : "")].filter(Boolean),
        rows: projects.length || spent.length ? projects.map(function (one) { return project(one, own, asked); }).concat(spent.map(function (one) { return ["整个部门的"].concat(sentence(one, own, asked)); })) : null
      };
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
