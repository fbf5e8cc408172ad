/* Where nothing is called as it is asked: what is printed that has most of its words. Quoted as it stands, and never called
   an answer. */
(function (ask) {
  "use strict";
  var SHOWN = 4, FEW = 3, FEWEST = 2, SHARE = 0.34, RUN = 3, LOOSE = 0.25, CLOSE = 0.6, ASKED = 0.4, HALF = 0.5, LEAST = 0.49;
  var EXPLAINS = /的说明|原因|因为|由于/, PAID = /\d万?元/, MONEY = /多少钱|几块|几毛|花|贵/, WHY = /为[什啥何]|怎么|咋|原因/, WHERE = /[去到]了?(?:哪|什么地方|什么国家)/, WENT = /前往|赴/, OF_FORM = /^(?:全年预算数|全年执行|自评总分|由) ?/;

  /* Pairs that stand in nearly every form, or that a particle joins. */
  var COMMON = /^(?:项目|指标|目标|完成|情况|部门|单位|说明|经费|支出|工作|得分|自评|预算|资金)$|[的了吗呢是]/;

  /* What a question names, and its numbers. */
  function sought(typed, asked, own, index) {
    var said = ask.naming(asked, own, index), where = !!own && WHERE.test(asked.text);
    return said && {
      wanted: said.wanted.filter(function (pair, i, all) { return all.indexOf(pair) === i && !COMMON.test(pair); }).concat(where ? "前往" : []),
      numbers: typed.normalize("NFKC").match(/\d[\d,]+(?:\.\d+)?/g) || [],
      why: asked.kinds.reason !== undefined || WHY.test(asked.text), where: where, money: MONEY.test(asked.text)
    };
  }

  /* Characters of the longest run of a question that a text holds. */
  function longest(wanted, text) {
    var most = 0, run = 0;
    wanted.forEach(function (pair, i) {
      run = text.indexOf(pair) < 0 ? 0 : i && run && wanted[i - 1].charAt(1) === pair.charAt(0) && text.indexOf(wanted[i - 1] + pair.charAt(1)) >= 0 ? run + 1 : 2;
      most = Math.max(most, run);
    });
    return most;
  }

  function holdsNumber(text) {
    return function (one) { return new RegExp("(^|[^\\d.])" + one.replace(/,/g, "").replace(".", "\\.") + "(?![\\d.])").test(text.replace(/,/g, "")); };
  }

  /* How many of some words a text says, one way or another; 0 where it says fewer than half. */
  function meaning(groups, name, text) {
    function within(one) { return function (all) { return all.some(function (word) { return one.indexOf(word) >= 0; }); }; }
    var here = groups.filter(within(text)).length, all = groups.filter(within(name + text)).length;
    return here && all / groups.length > LEAST ? all / groups.length + here / groups.length / 4 : 0;
  }

  /* How near a text is to what is asked; 0 where it only shares everyday words with it. */
  function nearness(said, name, raw, index) {
    var text = ask.compact(index.plain(raw)), whole = said.wanted.length;
    if (said.groups) { var form = OF_FORM.test(raw), near = meaning(said.groups, name, form ? name + text : text); return near && near + (form && said.money ? ASKED : 0); }
    function within(pair) { return text.indexOf(pair) >= 0; }
    var here = said.wanted.filter(within).length, beside = said.wanted.filter(function (pair) { return !within(pair) && name.indexOf(pair) >= 0; }).length;
    var share = (here + beside) / whole, run = longest(said.wanted, name + "\n" + text), numbers = said.numbers.filter(holdsNumber(raw)).length, rare = share >= HALF && said.rare.some(within);
    if (said.where && WENT.test(raw)) { return 1 + share; }
    var some = (here || numbers) && here + beside >= Math.min(FEWEST, whole / 2) && (share >= SHARE || run > RUN || numbers);
    var together = run >= (whole <= FEW ? FEWEST : RUN) || (numbers && run);
    /* An exact number that stands nowhere here is what was asked for. */
    var elsewhere = !numbers && share < HALF && said.numbers.some(function (one) { return one.indexOf(".") > 0; });
    if (elsewhere || (!rare && !(some && together))) { return 0; }
    return share + here / whole / 2 + run / 20 + numbers / 4 + (rare ? ASKED : 0) + (said.why && EXPLAINS.test(raw) ? ASKED : 0) + (said.money && PAID.test(raw) ? ASKED : 0);
  }

  function ofIndicators(one, said, index, every) {
    one.part.forEach(function (form) {
      form[2].forEach(function (own) {
        var near = nearness(said, ask.compact(index.plain(form[0])), own.slice(0, 3).join(" "), index);
        if (near) { every.push({ near: near, about: one.about, name: form[0], page: form[1], text: ask.resultOf(own, one.about[0]) }); }
      });
    });
  }

  function ofSentences(one, said, index, every) {
    one.part.forEach(function (owner) {
      owner[2].forEach(function (text) {
        var near = nearness(said, ask.compact(index.plain(owner[0])), text, index);
        if (near) { every.push({ near: near, about: one.about, name: owner[0], page: owner[1], text: [text] }); }
      });
    });
  }

  /* An indicator that is told with its reason is not told without it. */
  function once(one, i, all) {
    var called = named(one);
    return !called || all.findIndex(function (other) { return other.page === one.page && other.about === one.about && named(other) === called; }) === i;
  }
  function named(one) { return (/^指标“[^”]+”/.exec(one.text[0]) || [""])[0]; }

  function told(one) {
    var called = /#overall$/.test(one.page) ? "整体自评表" : one.name ? "项目“" + one.name + "”" : /\/#p/.test(one.page) ? "一个项目（名称无法辨认）" : "正文";
    return [ask.whose(one.about) + "，", { t: called, u: "d/" + one.about[0] + "/" + one.page }, "："].concat(one.text);
  }

  /* The disclosure that a question is about, where it names a department. */
  ask.ownOf = function (asked, index) {
    return !asked.office ? Promise.resolve(null) : ask.subject(asked.parts, index, true).then(function (subject) {
      return !subject.found ? null : index.piece("d-" + subject.found.id).then(function (whole) { return ask.ofYear(whole, asked).own[0]; });
    });
  };

  function quoted(said, own, index, asked) {
    return ask.inside(said, own, index, ["indicators", "sentences"], LOOSE).then(function (loaded) {
      var every = [];
      loaded.filter(function (one) { return !asked || ask.there(asked, one.about); }).forEach(function (one) { (one.kind === "sentences" ? ofSentences : ofIndicators)(one, said, index, every); });
      every.sort(function (a, b) { return b.near - a.near; });
      every = every.filter(function (one) { return one.near > every[0].near * CLOSE; }).filter(once).slice(0, SHOWN);
      return every.length ? {
        head: "原文里字面最接近的话", sentences: true, lead: ["下面的话和问题有相同的词，是不是要找的，请点开看。"], rows: every.map(told),
        note: "引号里是部门自己的原话，太长的只列开头。"
      } : null;
    });
  }

  /* What is printed with most of the words of a question, of one disclosure or of any; null if nothing is. Who is first in
     something is told by no sentence. */
  ask.nearSentences = function (typed, asked, own, index) {
    return ask.phrased(index).then(function () {
      var said = asked.latin || asked.ranked ? null : sought(typed, asked, own, index);
      return !said || !said.wanted.length ? null : quoted(said, own, index, asked);
    });
  };

  /* The same for words of another language, each with those that mean it; null if too few of them are in one sentence. */
  ask.wordedSentences = function (groups, money, own, index) {
    return ask.phrased(index).then(function () {
      var wanted = [].concat.apply([], groups.map(function (all) { return ask.pairs(all[0], index); }));
      return !wanted.length ? null : quoted({ wanted: wanted, numbers: [], groups: groups, money: money }, own, index, null);
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
