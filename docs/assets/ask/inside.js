/* What is found inside of disclosures: which pieces hold the words of a question, and what it names and counts. */
(function (ask) {
  "use strict";
  var PLACES = 17, LOADED = 2, TOKENS = 5, ENOUGH = 0.6, LONGEST = 40;
  /* What is counted, asked for or named: 几期, 多少人; 人次, 合格率. */
  var COUNTED = /(?:第几|几|多少)(人次|个月|公里|人|名|期|个|次|册|台|套|场|件|家|份|辆|户|篇|亩|批|本|处|间|块|条|天|页|所|项)/;
  var NAMED = /(?:(人次|人)数?|(次|件|天|期|册|户|场|家|份)数|[^算总计人款]数|数量|满意度|(?:合格|覆盖|及时|准确|到位|达标|知晓|就业|参保|结案|办结|解决|体检|着装|完好|通过)率)(?:是|有)?(?:多少|几)?[吗呢了]?$/;
  /* For one of what a price or an amount is asked: 每人多少, 多少钱一套. */
  var PER = /(?:每一?|多少钱一|几块钱一|多少一)(人|户|套|块|份|个|次|天|月|件|本|辆|亩|平方米|平米)/;
  var ASKING = /多少万|一年|全年|每年|每月|总共|一共|到底|实际|大概|今年|去年|目标|指标|完成值|完成情况|完成|达到|达标了|实现|结果|怎么样|是多少|多少钱|多少|几|有没有|是否|没有|超额|请问|花了/g;
  var EDGES = /^[了吗呢的是给在有被把到我想问查]+|[了吗呢的是给在有被把到啊呀]+$/g;

  /* The pairs of neighbouring characters of a text. */
  ask.pairs = function (text, index) {
    return index.places(text).map(function (one) { return one.token; }).filter(function (token) { return token.length > 1 && !/^[a-z0-9]/.test(token); });
  };

  function split(text) {
    return text.replace(PER, " ").replace(COUNTED, " ").replace(ASKING, " ").split(/\s+/).map(function (one) { return one.replace(EDGES, ""); }).filter(function (one) { return one.length > 1; });
  }

  /* What a question names, in runs: without whose it is, what is asked of it, and what it is counted in. */
  function runs(asked) {
    var own = asked.office ? ask.named(asked.parts).own : [];
    return split(asked.parts.map(function (one) {
      var asks = /^(year|most|least|reason|meaning|place)$/.test(one.kind) || (one.kind === "whose" && /^(哪|谁|各|所有)/.test(one.text));
      return own.indexOf(one) >= 0 || asks ? " " : (one.gap ? " " : "") + one.text;
    }).join(""));
  }

  function held(token, index, first) { return index.held(token, "x", first.inside); }

  /* The pieces that hold most of the pairs of a question, of one disclosure if it is known. */
  function pieces(wanted, own, index, first, last, enough) {
    var step = Math.max(1, wanted.length / TOKENS), some = wanted.filter(function (none, i) { return Math.floor(i / step) !== Math.floor((i - 1) / step); });
    return Promise.all([own ? held("@" + own.id, index, first) : null].concat(some.map(function (token) { return held(token, index, first); }))).then(function (all) {
      var count = {}, cut = 0;
      if (own && all[0] === null) { return []; }
      all.slice(1).forEach(function (list) {
        if (!list) { return; }
        if (list[list.length - 1] < 0) { cut += 1; }
        list.forEach(function (at) { if (at >= 0 && (at % PLACES === PLACES - 1) === last && (!own || Math.floor(at / PLACES) === all[0])) { count[at] = (count[at] || 0) + 1; } });
      });
      var order = Object.keys(count).sort(function (a, b) { return count[b] - count[a] || a - b; });
      return order.filter(function (at) { return count[at] + cut >= some.length * enough; }).slice(0, own ? LOADED + 1 : LOADED);
    });
  }

  /* In what a question counts; nothing where it does not say. */
  ask.counting = function (text) {
    var found = COUNTED.exec(text) || NAMED.exec(text) || [];
    return found[1] || found[2] || "";
  };

  /* Of one of what a question asks the amount; nothing where it does not. */
  ask.per = function (text) { return (PER.exec(text) || [])[1] || ""; };

  /* Whether a question names a rate or a count as forms do: 合格率, 培训人数. */
  ask.rates = function (asked) { return NAMED.test(asked.text); };

  /* Whether a question counts what no amount of money can be: 印了几期, 发给了多少人. */
  ask.counts = function (asked) { return PER.test(asked.text) || COUNTED.test(asked.text) || NAMED.test(asked.text); };

  /* What a question names: the text, its pairs and characters; null where that is too little or too much. */
  ask.naming = function (asked, own, index) {
    var text = runs(asked).join(" "), wanted = ask.pairs(text, index);
    if (!wanted.length || text.length > LONGEST || asked.latin || (wanted.length < 2 && !own)) { return null; }
    return { text: text, wanted: wanted, chars: Array.from(ask.compact(index.plain(text))) };
  };

  /* The pieces that hold most of what a question names, each with whose it is; of one disclosure if it is known. */
  ask.inside = function (said, own, index, last, enough) {
    return index.piece("first").then(function (first) {
      return !first.inside ? [] : pieces(said.wanted, own, index, first, !!last, enough || ENOUGH).then(function (found) {
        return Promise.all(found.map(function (at) {
          return held("#" + Math.floor(at / PLACES), index, first).then(function (about) {
            return index.piece(last ? "y-" + about[0] : "k-" + about[0] + "-" + at % PLACES).then(function (part) { return { about: about, part: part }; });
          });
        }));
      });
    });
  };

  /* The place that a question names, and whether a disclosure is of it: who asks of one place is told of no other. */
  function placeOf(asked) { var own = asked.parts.find(function (one) { return one.kind === "place"; }); return own ? own.text : ""; }
  ask.there = function (asked, about) { var place = placeOf(asked); return !place || about[1].indexOf(place) >= 0 || about[0].indexOf(place) >= 0; };

  ask.whose = function (about) { return about[1] + "（" + about[2] + "，" + about[3] + "）"; };
})(window.juesuanAsking = window.juesuanAsking || {});
