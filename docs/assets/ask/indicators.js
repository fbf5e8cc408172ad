/* What was promised and what came of it: indicators of performance forms, by name. They are asked only where nothing
   that is an amount of the accounts has the name. */
(function (ask) {
  "use strict";
  var PIECES = 16, LOADED = 2, TOKENS = 5, SHOWN = 4, LONGEST = 40;
  /* How much of what is asked must stand in the names, and how much in that of the indicator itself. */
  var ENOUGH = 0.6, ALONE = 0.34;
  /* What is counted, asked for or named: 几期, 多少人; 人次, 合格率. */
  var COUNTED = /(?:第几|几|多少)(人次|个月|公里|人|名|期|个|次|册|台|套|场|件|家|份|辆|户|篇|亩|批|本|处|间|块|条|天|页|所|项)/;
  var NAMED = /(?:(人次|人)数?|(次|件|天|期|册|户|场|家|份)数|[^算总计人款]数|数量|满意度|(?:合格|覆盖|及时|准确|到位|达标|知晓|就业|参保|结案|办结|解决|体检|着装|完好|通过)率)(?:是|有)?(?:多少|几)?[吗呢了]?$/;
  var ASKING = /一年|全年|每年|每月|总共|一共|到底|实际|大概|今年|去年|目标|指标|完成值|完成情况|完成|达到|达标了|实现|结果|怎么样|是多少|多少钱|多少|几|有没有|是否|没有|超额|请问|花了/g;
  var EDGES = /^[了吗呢的是给在有被把到我想问查]+|[了吗呢的是给在有被把到啊呀]+$/g;

  function pairs(text, index) {
    var found = [];
    (index.plain(text).match(/[a-z0-9]+|[^\sa-z0-9]+/g) || []).forEach(function (run) {
      if (/^[a-z0-9]+$/.test(run)) { return; }
      for (var i = 0; i + 1 < run.length; i += 1) { found.push(run.slice(i, i + 2)); }
    });
    return found.filter(function (one, i) { return found.indexOf(one) === i; });
  }

  function split(text) {
    return text.replace(COUNTED, " ").replace(ASKING, " ").split(/\s+/).map(function (one) { return one.replace(EDGES, ""); }).filter(function (one) { return one.length > 1; });
  }

  /* What a question names, in runs: without whose it is, what is asked of it, and what it is counted in. */
  function runs(asked) {
    var own = asked.office ? ask.named(asked.parts).own : [];
    return split(asked.parts.map(function (one) {
      var asks = /^(year|most|least|reason|meaning|place)$/.test(one.kind) || (one.kind === "whose" && /^(哪|谁|各|所有)/.test(one.text));
      return own.indexOf(one) >= 0 || asks ? " " : (one.gap ? " " : "") + one.text;
    }).join(""));
  }

  function held(token, index, first) { return index.held(token, "x", first.indicators); }

  /* The pieces that hold most of the pairs of a question, of one disclosure if it is known. */
  function pieces(wanted, own, index, first) {
    var step = Math.max(1, wanted.length / TOKENS), some = wanted.filter(function (none, i) { return Math.floor(i / step) !== Math.floor((i - 1) / step); });
    return Promise.all([own ? held("@" + own.id, index, first) : null].concat(some.map(function (token) { return held(token, index, first); }))).then(function (all) {
      var count = {}, cut = 0;
      if (own && all[0] === null) { return []; }
      all.slice(1).forEach(function (list) {
        if (!list) { return; }
        if (list[list.length - 1] < 0) { cut += 1; }
        list.forEach(function (at) { if (at >= 0 && (!own || Math.floor(at / PIECES) === all[0])) { count[at] = (count[at] || 0) + 1; } });
      });
      var order = Object.keys(count).sort(function (a, b) { return count[b] - count[a] || a - b; });
      return order.filter(function (at) { return count[at] + cut >= some.length * ENOUGH; }).slice(0, own ? LOADED + 1 : LOADED);
    });
  }

  /* How well an indicator has the name that is asked for: 0 not at all. */
  function graded(wanted, chars, name, form, result, asked) {
    var unit = asked.unit;
    if (asked.money && !/元/.test(result)) { return 0; }
    var here = wanted.filter(function (one) { return name.indexOf(one) >= 0; }).length;
    var beside = wanted.filter(function (one) { return name.indexOf(one) < 0 && form.indexOf(one) >= 0; }).length;
    var known = chars.filter(function (one) { return name.indexOf(one) >= 0 || form.indexOf(one) >= 0; }).length / chars.length;
    var share = (here + beside) / wanted.length;
    var counts = !!unit && new RegExp("^[万亿]?" + unit).test(result.replace(/^[=≥≤><\d.,]+/, ""));
    if (known < (asked.counts ? 0.8 : 1) || (share < ENOUGH && known < 1) || (here / wanted.length < ALONE && !counts)) { return 0; }
    /* Only the form has the name: what is counted must say which of its indicators is meant. */
    if (!here && !counts) { return 0; }
    return share + here / wanted.length + (counts ? 0.6 : unit && /[元%]/.test(result) ? -0.6 : 0) + here / (name.length + 4);
  }

  /* As printed, but for an equals sign before it and commas in thousands. */
  function shown(text) { return text.replace(/^[=＝]/, "").replace(/\d{4,}(\.\d+)?(?!\d*年)/g, ask.grouped); }

  function printed(one, id) {
    var text = shown(one[2]);
    return text ? (one[3] ? { t: text, u: "d/" + id + "/" + (one[3].charAt(0) === "f" ? "source/#" : "") + one[3] } : text) : "无法辨认，或者没有印出";
  }

  function told(one, id) {
    var target = one.own[1];
    return [{ t: /#overall$/.test(one.page) ? "整体自评表" : one.form ? "项目“" + one.form + "”" : "一个项目（名称无法辨认）", u: "d/" + id + "/" + one.page }, "的指标“" + one.own[0] + "”：" + (target ? "目标 " + shown(target) + "，" : "") + "自评完成 ", printed(one.own, id), "。"];
  }

  /* In what a question counts; nothing where it does not say. */
  function counting(text) {
    var found = COUNTED.exec(text) || NAMED.exec(text) || [];
    return found[1] || found[2] || "";
  }

  /* The indicators that a question names, of one disclosure or of any; null if none has such a name. */
  ask.indicators = function (asked, own, index) {
    var text = runs(asked).join(" "), wanted = pairs(text, index), how = { unit: counting(asked.text), counts: ask.counts(asked), money: asked.kinds.money !== undefined && /钱|花/.test(asked.text) };
    if (!wanted.length || text.length > LONGEST || asked.latin || (wanted.length < 2 && !own)) { return Promise.resolve(null); }
    var chars = Array.from(ask.compact(index.plain(text)));
    return index.piece("first").then(function (first) {
      return first.indicators ? pieces(wanted, own, index, first).then(function (found) {
        return Promise.all(found.map(function (at) {
          return held("#" + Math.floor(at / PIECES), index, first).then(function (about) {
            return index.piece("k-" + about[0] + "-" + at % PIECES).then(function (part) { return { about: about, part: part }; });
          });
        }));
      }) : [];
    }).then(function (loaded) {
      var every = [];
      loaded.forEach(function (one) {
        one.part.forEach(function (form) {
          form[2].forEach(function (indicator) {
            var grade = graded(wanted, chars, ask.compact(index.plain(indicator[0])), ask.compact(index.plain(form[0])), indicator[2] || indicator[1], how);
            if (grade) { every.push({ grade: grade, about: one.about, form: form[0], page: form[1], own: indicator }); }
          });
        });
      });
      every.sort(function (a, b) { return b.grade - a.grade || +/#overall$/.test(a.page) - +/#overall$/.test(b.page); });
      every = every.filter(function (one) { return one.grade > every[0].grade - 0.45; });
      /* Many are called alike: none of them is the one that is meant. */
      var alike = every.filter(function (one) { return one.grade > every[0].grade - 0.1; }), none = alike.length > 2 && alike.some(function (one) { return one.own[0] !== every[0].own[0]; });
      return every.length ? Object.assign(box(every.slice(0, SHOWN + 1), none ? text : ""), { sure: how.counts || wanted.length > 2 }) : null;
    });
  };

  function whose(about) { return about[1] + "（" + about[2] + "，" + about[3] + "）"; }

  function box(every, alike) {
    var first = every[0], shown = alike ? every : every.slice(1), id = first.about[0];
    return {
      head: first.about[1] + "：" + (alike ? "名称里有“" + alike + "”的指标" : first.own[0]), url: "d/" + id + "/" + first.page, indicator: true, of: id,
      lead: [first.about[2] + " 年度"].concat(alike ? "有几个，例如：" : told(first, id)),
      rows: shown.length ? shown.map(function (one) { return [whose(one.about) + "："].concat(told(one, one.about[0])); }) : null,
      note: "目标和完成值是部门在自评表里填写的。点数字看它在原文中的位置。" + (shown.length && !alike ? "另列的是名称相近的其他指标。" : "")
    };
  }

  /* What a department has no amount of: the indicator of that name, where it has one. */
  ask.promised = function (box, found, asked, index) {
    var own = ask.ofYear(found, asked).own[0];
    return ask.indicators(asked, own, index).then(function (told) { 
      if (!told || told.of !== own.id) { return [box]; }
      /* One short word may mean anything: that no amount is called so comes first. */
      return !told.sure ? [box, told] : box.named ? [told, box] : [told];
    });
  };

  /* Whether a question names a rate or a count as forms do: 合格率, 培训人数. */
  ask.rates = function (asked) { return NAMED.test(asked.text); };

  /* Whether a question counts what no amount of money can be: 印了几期, 发给了多少人. */
  ask.counts = function (asked) { return COUNTED.test(asked.text) || NAMED.test(asked.text); };
})(window.juesuanAsking = window.juesuanAsking || {});
