/* What is found inside of disclosures: which pieces hold the words of a question, and what it names and counts. */
(function (ask) {
  "use strict";
  /* Places of one disclosure: pieces of indicators, then of sentences, and last its passages. */
  var FORMS = 16, SENTENCES = 32, PLACES = 33, LOADED = 2, RARE = 4, TOKENS = 5, ENOUGH = 0.6, LONGEST = 40;
  /* What asks for what stands inside: in what it is counted (几期, 多少人), rates and counts that forms name, one of something (每人,
     多少钱一套), what only asks, what is cut off a name. The words stand in the piece “asked” (terms/data/search.toml). */
  var never = /(?!)/g, said = { counted: never, each: never, asking: never, named: never, edges: never, spent: never, table: never, does: never, around: never, government: never, office: "", passages: [] };
  function phrased(words) {
    var own = words.phrases, how = "(?:" + own.how_many + ")";
    said = {
      counted: new RegExp(how + "(" + own.counted + ")"), each: new RegExp("(?:" + own.each + ")(" + own.each_unit + ")"), asking: new RegExp(own.asking, "g"),
      named: new RegExp("(?:(" + own.persons + ")数?|(" + own.numbered + ")数|[^算总计人款]数|" + own.rated + ")(?:是|有)?" + how + "?[吗呢了]?$"), edges: new RegExp("^(?:" + own.edge_before + ")+|(?:" + own.edge_behind + ")+$", "g"),
      spent: new RegExp(own.spent_on + "|(?:" + own.does + ")用?", "g"), table: new RegExp("(?:" + own.table + ")$"), does: new RegExp("是?(?:" + own.does + ")的?$"), around: new RegExp(own.around, "g"), government: new RegExp("(?:" + own.government + ")(?!" + own.not_whole + ")"), office: own.its_office,
      passages: words.passages.map(function (one) { return { kind: one[0], head: one[1], asks: new RegExp(one[2]), every: new RegExp(one[2], "g") }; })
    };
    return said;
  }
  /* These words, loaded: what a question in English does without. */
  ask.phrased = function (index) { return said.loaded ? Promise.resolve(said) : index.piece("asked").then(function (words) { return Object.assign(phrased(words), { loaded: true }); }); };
  ask.said = function () { return said; };

  /* The pairs of neighbouring characters of a text. */
  ask.pairs = function (text, index) {
    return index.places(text).map(function (one) { return one.token; }).filter(function (token) { return token.length > 1 && !/^[a-z0-9]/.test(token); });
  };

  function split(text) {
    return text.replace(said.each, " ").replace(said.counted, " ").replace(said.asking, " ").split(/\s+/).map(function (one) { return one.replace(said.edges, ""); }).filter(function (one) { return one.length > 1; });
  }

  /* What a question names, in runs: without whose it is, what is asked of it, and what it is counted in. */
  function runs(asked) {
    var own = asked.office ? ask.named(asked.parts).own : [];
    return split(asked.parts.map(function (one) {
      var asks = /^(year|most|least|reason|meaning|place)$/.test(one.kind) || (one.kind === "whose" && /^(哪|谁|各|所有)/.test(one.text));
      return own.indexOf(one) >= 0 || asks ? " " : (one.gap ? " " : "") + one.text;
    }).join(""));
  }

  /* What stands in a place of a disclosure. */
  function kindOf(at) { return at % PLACES < FORMS ? "indicators" : at % PLACES < SENTENCES ? "sentences" : "passages"; }

  function held(token, index, first) { return index.held(token, "x", first.inside); }

  /* The pieces that hold most of the pairs of a question, of one disclosure if it is known; and which pairs few pieces hold. */
  function pieces(said, own, index, first, kinds, enough) {
    var wanted = said.wanted, step = Math.max(1, wanted.length / TOKENS), some = wanted.filter(function (none, i) { return Math.floor(i / step) !== Math.floor((i - 1) / step); });
    return Promise.all([own ? held("@" + own.id, index, first) : null].concat(some.map(function (token) { return held(token, index, first); }))).then(function (all) {
      var count = {}, cut = 0;
      said.rare = some.filter(function (none, i) { return all[i + 1] && all[i + 1].length <= RARE; });
      if (own && all[0] === null) { return []; }
      all.slice(1).forEach(function (list) {
        if (!list) { return; }
        if (list[list.length - 1] < 0) { cut += 1; }
        list.forEach(function (at) { if (at >= 0 && kinds.indexOf(kindOf(at)) >= 0 && (!own || Math.floor(at / PLACES) === all[0])) { count[at] = (count[at] || 0) + 1; } });
      });
      var order = Object.keys(count).sort(function (a, b) { return count[b] - count[a] || a - b; }).filter(function (at) { return count[at] + cut >= some.length * enough; });
      return [].concat.apply([], kinds.map(function (kind) { return order.filter(function (at) { return kindOf(at) === kind; }).slice(0, own && kinds.length < 2 ? LOADED + 1 : LOADED); }));
    });
  }

  /* In what a question counts; nothing where it does not say. */
  ask.counting = function (text) {
    var found = said.counted.exec(text) || said.named.exec(text) || [];
    return found[1] || found[2] || "";
  };

  /* Of one of what a question asks the amount; nothing where it does not. */
  ask.per = function (text) { return (said.each.exec(text) || [])[1] || ""; };

  /* Whether a question names a rate or a count as forms do: 合格率, 培训人数. */
  ask.rates = function (asked) { return said.named.test(asked.text); };

  /* Whether a question counts what no amount of money can be: 印了几期, 发给了多少人. */
  ask.counts = function (asked) { return said.each.test(asked.text) || said.counted.test(asked.text) || said.named.test(asked.text); };

  /* What a question names: the text, its pairs and characters; null where that is too little or too much. */
  ask.naming = function (asked, own, index) {
    var text = runs(asked).join(" "), wanted = ask.pairs(text, index);
    if (!wanted.length || text.length > LONGEST || asked.latin || (wanted.length < 2 && !own)) { return null; }
    return { text: text, wanted: wanted, chars: Array.from(ask.compact(index.plain(text))) };
  };

  /* The pieces of some kinds that hold most of what a question names, each with whose it is; of one disclosure if it is known. */
  ask.inside = function (said, own, index, kinds, enough) {
    return index.piece("first").then(function (first) {
      return !first.inside ? [] : pieces(said, own, index, first, kinds, enough || ENOUGH).then(function (found) {
        return Promise.all(found.map(function (at) {
          return held("#" + Math.floor(at / PLACES), index, first).then(function (about) {
            return index.piece(kindOf(at) === "passages" ? "y-" + about[0] : (kindOf(at) === "sentences" ? "s-" : "k-") + about[0] + "-" + at % PLACES).then(function (part) { return { about: about, part: part, kind: kindOf(at) }; });
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
