/* What is asked with more than one thing: two measures or two items of one department, spending by function against
   another, sums that nobody printed, questions that lack their subject, what changed most within a department. */
(function (ask) {
  "use strict";
  var SHOWN = 8;

  function has(text, words, role) { return words.roles[role].some(function (one) { return text.indexOf(ask.compact(one)) >= 0; }); }

  ask.holds = has;

  function flat(lists) { return [].concat.apply([], lists); }

  /* How far two printed numbers are apart, and how many times the one is the other. */
  function gap(one, other, names, unit, times) {
    var a = +one[0], b = +other[0];
    if (a === b) { return ["两个数相同。"]; }
    var parts = [names[a > b ? 0 : 1] + "多 " + ask.grouped(ask.exactly(Math.abs(a - b), [one[0], other[0]])) + " " + unit];
    if (times && Math.min(a, b) > 0) { parts.push("，前者是后者的 " + (a / b).toFixed(2) + " 倍"); }
    return parts.concat("（本站计算）。");
  }

  function counts(part) { return /多少|几/.test(part.text); }

  /* The measures that a question sets beside each other. */
  ask.measuresOf = function (asked) {
    var parts = asked.parts, joined = asked.kinds.and !== undefined || asked.kinds.versus !== undefined;
    var all = parts.filter(function (one, i) {
      if (one.kind !== "measure" || /^each\./.test(one.value[0])) { return false; }
      /* An everyday word for all that was spent counts only where it is joined by a word. */
      if (!one.value[7]) { return true; }
      /* How many persons and how many of another thing: 多少人多少车. */
      if (one.value[2] === "人" && counts(one)) { return parts.some(function (other) { return other.kind === "measure" && !other.value[7] && other.value[2] !== "人" && counts(other); }); }
      return joined && [parts[i - 1], parts[i + 1]].some(function (beside) { return beside && beside.kind === "and"; });
    }).map(function (one) { return one.value; });
    return all.filter(function (one, i) { return all.indexOf(one) === i; });
  };

  /* Two and more measures of one department in one answer; null if one of them is not printed. */
  ask.beside = function (found, asked, words) {
    var measures = ask.measuresOf(asked);
    if (measures.length < 2 || asked.column !== "actual" || asked.each || asked.swapped) { return null; }
    var years = ask.ofYear(found, asked), own = years.own[0], cells = measures.map(function (one) { return (own.m[one[0]] || {}).actual; });
    if (!cells.every(Boolean)) { return null; }
    var units = measures.every(function (one) { return one[2] === measures[0][2]; });
    var told = flat(measures.map(function (one, i) { return [(i ? "，" : own.year + " 年度") + one[1] + " ", ask.figure(cells[i], one[2], own.id), ask.large(cells[i][0], one[2])].concat(ask.doubt(cells[i], own.id)); })).concat("。");
    var times = /倍/.test(asked.text);
    var apart = units && measures.length === 2 ? gap(cells[0], cells[1], [measures[0][1], measures[1][1]], measures[0][2], times) : [];
    return {
      head: found.short + "：" + measures.map(function (one) { return one[1]; }).join("和"), url: "d/" + own.id + "/",
      lead: (years.missing ? [years.missing] : []).concat(told, apart), rows: measures.map(function (one) { return ask.sentenceOf(own, asked, one, words); }), note: ask.scoped(found, own) + "点数字看它在原文中的位置。"
    };
  };

  /* Two things of one department that are named, set beside each other. */
  ask.namedBeside = function (found, asked, index) {
    if (asked.left.length !== 2 || asked.kinds.and === undefined) { return Promise.resolve(null); }
    var own = ask.ofYear(found, asked).own[0];
    return Promise.all(asked.left.map(function (one) { return ask.things(own, [one], asked, index).then(function (held) { return ask.fullOf(own, held, index); }); })).then(function (all) {
      var both = all.map(function (things) { return things.find(function (one) { return one[0] === "f" && one[6] && one[6].length; }); });
      if (!both.every(Boolean) || both[0][1] === both[1][1]) { return null; }
      var names = both.map(function (one) { return one[1]; });
      var told = flat(both.map(function (one, i) { return [(i ? "，" : own.year + " 年度") + "“" + one[1] + "”（" + (one[3] ? one[3] + "，" : "") + one[4] + "级科目）", ask.figure(one[6], "万元", own.id), ask.large(one[6][0], "万元")]; })).concat("。");
      return {
        head: found.short + "：" + names.join("和"), url: "d/" + own.id + "/", lead: told.concat(gap(both[0][6], both[1][6], names, "万元", /倍/.test(asked.text))), rows: null,
        note: ask.scoped(found, own) + "点数字看它在原文中的位置。" + (both[0][4] === both[1][4] ? "" : "两个科目的级别不同。")
      };
    });
  };

  /* Spending by function against another, over all departments: who spent most on each; sums are not made. */
  ask.functionsBeside = function (asked, index) {
    if (asked.left.length !== 2 || asked.kinds.and === undefined) { return Promise.resolve(null); }
    return Promise.all(asked.left.map(function (one) { return ask.functionOf([one], asked, index); })).then(function (both) {
      if (!both.every(Boolean) || both[0].head === both[1].head) { return null; }
      return {
        head: both.map(function (one) { return one.head.replace(/（.*/, ""); }).join("和") + "：各部门里花得最多的", url: "functions/",
        lead: ["各部门的数没有相加，所以不能说全部部门里哪一类花得多；每一类里："], rows: both.map(function (one) { return [{ t: one.head, u: one.url }, "："].concat(one.lead); }), note: both[0].note
      };
    });
  };

  /* A sum or a mean that nobody printed: refused with the reason, with the numbers themselves. */
  ask.refused = function (question, asked, words, index) {
    var all = has(question.text, words, "every") || (question.whose && /all dep/.test(question.text));
    var whole = question.sum || (all && has(question.text, words, "whole"));
    if (!whole || question.office || question.rank || question.limits.length || question.project || !asked.measure || !(question.whose || all) || asked.kinds.check !== undefined) { return null; }
    return ask.ranking(Object.assign({}, asked, { order: "most", column: "actual", left: [], ranked: true, limit: null }), words, index).then(function (box) {
      if (!box) { return null; }
      var name = asked.measure[1];
      return {
        head: name + "：没有" + (question.mean ? "算平均数" : "把各部门相加"), url: box.url, topic: true,
        lead: ["没有一份公开印着这个" + (question.mean ? "平均数" : "总数") + "。各部门的口径（是否含所属单位）和年度不同，有的数会重复计算，收录的也不是全部部门，所以本站不相加。各部门印出的数："], rows: box.rows, ordered: true, note: box.note
      };
    });
  };

  /* How many projects of a kind each department has: nobody counted them. */
  ask.notCounted = function (question) {
    if (!question.project || !question.rank || !question.limits.length || !/部门|单位|局|谁|家/.test(question.kinds.whose || "")) { return null; }
    return { head: "没有按部门数过这样的项目", url: "projects/", topic: true, lost: true, lead: ["本站没有数每个部门各有多少这样的项目。全部项目在", { t: "项目绩效", u: "projects/" }, "里可以按部门、得分和执行率筛选；一个部门的可以直接问，例如", { t: "人社局满分的项目有几个", u: "search/?q=" + encodeURIComponent("人社局满分的项目有几个") }, "。"] };
  };

  /* A quotient that is not ranked. */
  ask.notRanked = function (question, asked, words) {
    var ratio = asked.kinds.share_pct !== undefined, measures = asked.measures.filter(function (one, i, all) { return all.indexOf(one) === i && !/^each\./.test(one[0]); });
    if (!ratio || question.office || question.place || measures.length < 2 || !(question.whose || question.rank)) { return null; }
    var names = measures.slice(0, 2).map(function (one) { return one[1]; });
    if (measures[0][0].split(".")[0] === measures[1][0].split(".")[0]) { return null; }
    return {
      head: names.join("占") + "：没有按这个比例排名", url: measures[0][4] || "disclosures/", topic: true, lost: true,
      lead: ["这两个数在各部门的口径不一定相同，相除排名会误导，所以本站没有排。一个部门的可以问，例如", { t: "人社局" + measures[0][1].replace(/[“”]/g, "") + "占" + measures[1][1] + "多少", u: "search/?q=" + encodeURIComponent("人社局" + measures[0][1].replace(/[“”]/g, "") + "占" + measures[1][1] + "多少") }, "。"]
    };
  };

  /* What a question lacks that only goes on from another one. */
  ask.fragment = function (question, asked, words) {
    var kinds = asked.kinds, empty = !asked.office && !asked.placed && !asked.measure && !asked.left.length && !asked.limit && !asked.latin;
    var nothing = ["project", "check", "item", "meaning", "score", "missed", "unit", "rate", "whose", "most", "least", "share_pct", "completion_pct"].every(function (kind) { return kinds[kind] === undefined; });
    var goesOn = asked.years.length && (/[呢吗比那]|怎么样|怎样/.test(asked.text) || kinds.change !== undefined) || (kinds.change !== undefined && asked.text.length < 8) || ((kinds.reason !== undefined || kinds.money !== undefined) && asked.text.length < 10) || (/^(那|还有|其他|别的).*[呢吗]$/.test(asked.text));
    if (!empty || !nothing || !goesOn) { return null; }
    return {
      head: "这句话里没有说是哪个部门、什么数", url: "disclosures/", help: true,
      lead: ["每次提问单独查找，不接着上一个问题。请把部门和要问的数写在一起，例如", { t: "人社局三公经费比上年", u: "search/?q=" + encodeURIComponent("人社局三公经费比上年") }, "。收录的年度：" + words.years.join("、") + "。"]
    };
  };

  /* Which items of a department grew or fell, and why. */
  ask.movedItems = function (found, asked, index) {
    var years = ask.ofYear(found, asked), own = years.own[0], gone = /没了|取消/.test(asked.kinds.change), fresh = /新增/.test(asked.kinds.change), down = gone || asked.down || /减|降|少|没/.test(asked.kinds.change || "");
    return index.piece("i-" + own.id).then(function (held) {
      var spent = held.all.filter(function (thing) { return thing[0] === "f"; });
      return ask.fullOf(own, { held: held, found: spent }, index, true);
    }).then(function (all) {
      var rows = all.filter(function (thing) { return thing[0] === "f" && thing[7] && thing[7].length && (down ? +thing[7][0] < 0 : +thing[7][0] > 0) && (!gone || !+thing[6][0]) && (!fresh || +thing[6][0] === +thing[7][0]); });
      rows.sort(function (a, b) { return (b[7][0] - a[7][0]) * (down ? -1 : 1); });
      var word = gone ? "减为 0" : fresh ? "新增" : down ? "减少" : "增加";
      if (!rows.length) { return { head: found.short + "：没有" + word + "的科目", url: "d/" + own.id + "/", lead: [own.year + " 年度印出增减的科目里，没有" + word + "的。"] }; }
      function line(thing) { return ["“" + thing[1] + "”" + (thing[3] ? "（" + thing[3] + "）" : "") + "："].concat(ask.changed(ask.changeOf(thing), "万元", own.id).map(function (part, i) { return i ? part : part.replace(/^，/, ""); }), "，支出 ", ask.figure(thing[6], "万元", own.id), thing[8] ? "。部门说明的原因：" + ask.stop(thing[8]) : "。"); }
      return {
        head: found.short + "（" + own.year + " 年度）：" + word + "的科目，共 " + rows.length + " 个", url: "d/" + own.id + "/",
        lead: (years.missing ? [years.missing] : []).concat(word + "最多的是", line(rows[0])), rows: rows.slice(1, SHOWN).map(line), note: ask.scoped(found, own) + "只列印出了比上年增减的科目。点数字看它在原文中的位置。"
      };
    });
  };

  /* A contradiction in a sentence, with its page and where both numbers are printed. */
  function contradiction(one, id) {
    var sides = one[3].map(function (side, i) { return [i ? "、" : "", { t: one[3].length > 1 ? "第" + (i ? "二" : "一") + "个数的原文" : "这个数的原文", u: "d/" + id + "/" + side }]; });
    return [{ t: one[0], u: "d/findings/" + id + "--" + one[2] + "/" }, one[1] ? "（" + one[1] + "）" : "", sides.length ? "。见" : ""].concat(flat(sides), "。");
  }

  /* A larger difference that has an explanation at hand: why it does not come first. */
  function explained(told) {
    function says(words) { return told.some(function (one) { return words.test(one.t || one); }); }
    return [says(/正好是另外印出/) ? "差额更大、但另外印出的一个数可以解释的一处：" : says(/一边印的是 0/) ? "差额更大、但一边印的是 0（常常只是没有填）的一处：" : "差额更大、但只是通常应当一致的一处："].concat(told);
  }

  var CAUTION = "对不上只说明印出来的两处内容不能同时成立，或者按通常的填报口径应当一致而不一致，不说明原因。不能同时成立的在前，再按有疑问的金额排列。", FIRST = "排在最前";

  /* The weightiest contradictions of one department. */
  ask.checksOf = function (found, asked, index) {
    var years = ask.ofYear(found, asked), own = years.own[0], head = found.short + "：勾稽核对", lead = years.missing ? [years.missing] : [];
    if (!own.fails) {
      return Promise.resolve({ head: head, url: "d/" + own.id + "/", lead: lead.concat(own.year + " 年度的决算公开里，本站没有发现对不上的地方；有数没读出的地方没能核对。见", { t: "这份公开的页面", u: "d/" + own.id + "/" }, "；全部结果见", { t: "勾稽核对", u: "checks/" }, "。"), note: CAUTION });
    }
    return index.piece("c-" + own.id).then(function (told) {
      var own1 = matching(told.all, asked), rest = own1.length ? own1 : told.all;
      if (own1.length) {
        return {
          head: head + "：与“" + own1.said + "”有关的", url: "d/" + own.id + "/", matched: true, lead: lead.concat(own.year + " 年度的决算公开里，有 " + own1.length + " 处对不上与它有关。", contradiction(own1[0], own.id)),
          rows: own1.length > 1 ? own1.slice(1, SHOWN).map(function (one) { return contradiction(one, own.id); }) : null, note: "这份公开共有 " + told.n + " 处对不上。" + CAUTION
        };
      }
      return {
        head: head, url: "d/" + own.id + "/", lead: lead.concat(own.year + " 年度的决算公开里，有 " + told.n + " 处对不上。" + (/^相差/.test(told.all[0][1]) ? FIRST + "的是：" : ""), contradiction(told.all[0], own.id), told.larger ? explained(contradiction(told.larger, own.id)) : []),
        rows: rest.length > 1 ? rest.slice(1, SHOWN).map(function (one) { return contradiction(one, own.id); }) : null, note: CAUTION
      };
    });
  };

  /* The contradictions that hold an amount that is stated, or a name that is left of the question. */
  function matching(all, asked) {
    function digits(text) { return text.replace(/,/g, ""); }
    var claim = asked.parts.find(function (one) { return one.kind === "claim"; });
    var names = claim ? [claim.value.number.replace(/\.0+$/, "")] : asked.left.reduce(function (every, one) { return every.concat(one.ways.concat(one.parts.filter(function (part) { return part.kind === "rest"; }).map(function (part) { return part.text; })).map(function (way) { return way.replace(/[有的在里存]*(什么|啥|哪些)?问题.*$/, ""); }).filter(function (way) { return way.length > 3; })); }, []);
    for (var i = 0; i < names.length; i += 1) {
      var found = all.filter(function (one) {
        var text = digits(one[0] + one[1]), at = text.indexOf(names[i]);
        return claim ? new RegExp("(^|[^\\d.])" + names[i].replace(".", "\\.") + "(?!\\d)").test(text) : at >= 0;
      });
      if (found.length) { return Object.assign(found, { said: claim ? claim.text : names[i] }); }
    }
    return [];
  }

  /* Where the letters about one department are. */
  ask.lettersOf = function (found) {
    var where = "checks/?department=" + encodeURIComponent(found.name);
    return { head: found.short + "：可以复制的信", url: where, help: true, lead: ["每一处对不上的地方都有一封可以复制的信：问部门，或者依申请公开。在", { t: "这个部门对不上的地方", u: where }, "里点开一处，就能看到；没有对不上的地方就没有信。"] };
  };

  /* The weightiest contradictions over all; who has the most of them. */
  ask.contradictions = function (question, index) {
    return index.piece("fails").then(function (told) {
      if (/部门|单位|局|谁|家|department/.test(question.kinds.whose || "") && ((question.rank && question.rank.order === "most") || /最多/.test(question.kinds.check)) && told.many.length) {
        var first = told.many[0];
        return {
          checks: true, head: "对不上的地方最多的部门", url: "checks/", ordered: true, lead: [{ t: first[0], u: "d/" + first[2] + "/" }, "（" + first[1] + " 年度）：" + first[3] + " 处。"],
          ranks: ask.ranks(told.many.map(function (one) { return one[3]; })), rows: told.many.map(function (one) { return [{ t: one[0], u: "d/" + one[2] + "/" }, "（" + one[1] + "）：" + one[3] + " 处"]; }), note: "印得多的公开，能核对的地方也多；处数不说明谁的数更可靠。各取最新年度。"
        };
      }
      if (/没有(一处|任何|对不上|矛盾|问题|错)|都没有|没有.{0,3}对不上|全部?对得上|都对得上|没问题/.test(question.text)) {
        var clean = told.clean, none = !clean.n;
        return {
          checks: true, head: none ? "没有一个部门一处对不上都没有" : "没有发现对不上的部门：" + clean.n + " 个", url: "checks/", topic: true, lead: none ? ["收录的部门最新年度的公开里，每一份都有对不上的地方。"] : [clean.n > clean.some.length ? "其中：" : "有："],
          rows: none ? null : clean.some.map(function (one) { return [{ t: one[0], u: "d/" + one[2] + "/" }, "（" + one[1] + " 年度）：本站没有发现对不上的地方"]; }), note: "没有发现不等于没有：有数没读出的地方没能核对。各取最新年度。"
        };
      }
      function line(one) { return [{ t: one[0], u: "d/" + one[2] + "/" }, "（" + one[1] + "）："].concat(contradiction(one.slice(3), one[2])); }
      var rows = told.all.map(line);
      return {
        checks: true, head: "勾稽核对：对不上的地方", url: "checks/", lead: rows.length ? [FIRST + "的一处是 "].concat(rows[0], told.larger ? explained(line(told.larger)) : []) : ["本站没有发现对不上的地方。"], rows: rows.length > 1 ? rows.slice(1) : null,
        note: CAUTION + "每个部门最多列两处，全部在“勾稽核对”。"
      };
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
