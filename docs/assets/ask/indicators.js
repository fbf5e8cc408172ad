/* What was promised and what came of it: indicators of performance forms, by name. They are asked only where nothing
   that is an amount of the accounts has the name. */
(function (ask) {
  "use strict";
  var SHOWN = 4;
  /* How much of what is asked must stand in the names, and how much in that of the indicator itself. */
  var ENOUGH = 0.6, COUNTING = 0.4, ALONE = 0.34;

  /* How well an indicator has the name that is asked for: 0 not at all. */
  function graded(wanted, chars, name, form, result, asked) {
    var unit = asked.unit;
    if (asked.money && !/元/.test(result)) { return 0; }
    var here = wanted.filter(function (one) { return name.indexOf(one) >= 0; }).length;
    var beside = wanted.filter(function (one) { return name.indexOf(one) < 0 && form.indexOf(one) >= 0; }).length;
    var known = chars.filter(function (one) { return name.indexOf(one) >= 0 || form.indexOf(one) >= 0; }).length / chars.length;
    var share = (here + beside) / wanted.length;
    var counts = asked.per ? result.indexOf("/" + asked.per) >= 0 : !!unit && new RegExp("^[万亿]?" + unit).test(result.replace(/^[=≥≤><\d.,]+/, ""));
    if (known < (asked.counts ? 0.8 : 1) || (share < (counts ? COUNTING : ENOUGH) && known < 1) || (here / wanted.length < ALONE && !counts)) { return 0; }
    /* Only the form has the name: what is counted must say which of its indicators is meant. */
    if (!here && !counts) { return 0; }
    return share + here / wanted.length + (counts ? 0.6 : unit && /[元%]/.test(result) ? -0.6 : 0) + here / (name.length + 4);
  }

  /* As printed, but for an equals sign before it and commas in thousands. */
  function shown(text) { return text.replace(/^[=＝]/, "").replace(/(^|[^\d.])(\d{4,}(?:\.\d+)?)(?![\d.]*年)/g, function (found, before, number) { return before + ask.grouped(number); }); }

  function printed(one, id) {
    var text = shown(one[2]);
    return text ? (one[3] ? { t: text, u: "d/" + id + "/" + (one[3].charAt(0) === "f" ? "source/#" : "") + one[3] } : text) : "无法辨认，或者没有印出";
  }

  /* What an indicator promised and what came of it. */
  ask.resultOf = function (own, id) { return ["指标“" + own[0] + "”：" + (own[1] ? "目标 " + shown(own[1]) + "，" : "") + "自评完成 ", printed(own, id), "。"]; };

  function told(one, id) {
    var called = /#overall$/.test(one.page) ? "整体自评表" : one.form ? "项目“" + one.form + "”" : "一个项目（名称无法辨认）", result = ask.resultOf(one.own, id);
    return [{ t: called, u: "d/" + id + "/" + one.page }, "的" + result[0]].concat(result.slice(1));
  }

  /* The indicators that a question names, of one disclosure or of any; null if none has such a name. */
  ask.indicators = function (asked, own, index) { return ask.phrased(index).then(function () { return indicators(asked, own, index); }); };

  function indicators(asked, own, index) {
    var said = ask.naming(asked, own, index), how = { unit: ask.counting(asked.text), per: ask.per(asked.text), counts: ask.counts(asked), money: /多少钱|[花用]了?多少(?!人|次|个|期|天)|几个钱|花销|开销/.test(asked.text) };
    return !said ? Promise.resolve(null) : ask.inside(said, own, index, ["indicators"], how.counts ? COUNTING : ENOUGH).then(function (loaded) {
      var every = [];
      loaded.filter(function (one) { return ask.there(asked, one.about); }).forEach(function (one) {
        one.part.forEach(function (form) {
          form[2].forEach(function (indicator) {
            var grade = graded(said.wanted, said.chars, ask.compact(index.plain(indicator[0])), ask.compact(index.plain(form[0])), indicator[2] || indicator[1], how);
            if (grade) { every.push({ grade: grade, about: one.about, form: form[0], page: form[1], own: indicator }); }
          });
        });
      });
      every.sort(function (a, b) { return b.grade - a.grade || +/#overall$/.test(a.page) - +/#overall$/.test(b.page); });
      every = every.filter(function (one) { return one.grade > every[0].grade - 0.45; });
      /* Many are called alike: none of them is the one that is meant. */
      var alike = every.filter(function (one) { return one.grade > every[0].grade - 0.1; }), none = alike.length > 2 && alike.some(function (one) { return one.own[0] !== every[0].own[0]; });
      return every.length ? Object.assign(box(every.slice(0, SHOWN + 1), none ? said.text : ""), { sure: how.counts || said.wanted.length > 2 }) : null;
    });
  }

  function box(every, alike) {
    var first = every[0], shown = alike ? every : every.slice(1), id = first.about[0];
    return {
      head: first.about[1] + "：" + (alike ? "名称里有“" + alike + "”的指标" : first.own[0]), url: "d/" + id + "/" + first.page, indicator: true, of: id,
      lead: [first.about[2] + " 年度"].concat(alike ? "有几个，例如：" : told(first, id)),
      rows: shown.length ? shown.map(function (one) { return [ask.whose(one.about) + "："].concat(told(one, one.about[0])); }) : null,
      note: "目标和完成值是部门在自评表里填写的。点数字看它在原文中的位置。" + (shown.length && !alike ? "另列的是名称相近的其他指标。" : "")
    };
  }

  /* What a department has no amount of: the indicator of that name, where it has one. */
  ask.promised = function (box, found, asked, index) {
    var own = ask.ofYear(found, asked).own[0];
    return ask.indicators(asked, own, index).then(function (told) { return told || ask.passages(asked, own, index); }).then(function (told) {
      if (!told || told.of !== own.id) { return [box]; }
      /* One short word may mean anything, and a reason is no amount: that no amount is called so comes first. */
      return !told.sure ? [box, told] : box.named ? [told, box] : [told];
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
