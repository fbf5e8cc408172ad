/* Search over pieces of an index that are loaded when they are needed, as scripts, so that it works from disk too.
   Texts are cut into pairs of characters, as the index was (scripts/juesuan/pages/machines/search/cutting.py).
   Questions are answered by ask/, which is loaded with the first one and finds its pieces through what is offered here. */
(function () {
  "use strict";
  var element = window.juesuanPage.element, english = window.juesuanPage.english;
  function said(chinese, word) { return english ? word : chinese; }
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var root = new URL(at.root, document.baseURI).href;
  var SHOWN = 10, WHOLE = 10000, PIECES = 5, FEW = 2, LONGEST = 10;
  var EDGE = ["english"], PARTS = ["numbers", "question", "words", "subject", "departments", "things", "functions", "inside", "indicators", "passages", "rankings", "evaluate", "quotients", "portfolio", "pairs", "beside", "amounts", "forms", "unsaid", "sentences", "answers", "ask"].concat(english ? EDGE : []);
  var fresh = "";
  var waiting = {};
  var loaded = {};

  window.juesuanSearch = function (name, content) { loaded[name] = content; };

  function loading(url) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = function () { reject(new Error(url)); };
      document.head.appendChild(script);
    });
  }

  function piece(name) {
    waiting[name] = waiting[name] || loading(root + at.search.replace("{name}", name) + fresh).then(function () { return loaded[name]; }, function (error) { delete waiting[name]; throw error; });
    return waiting[name];
  }

  function plain(text) {
    return Array.from(text.normalize("NFKC").toLowerCase()).map(function (char) {
      return /[\p{L}\p{N}]/u.test(char) ? char : /[\s·/]/.test(char) ? " " : "";
    }).join("");
  }

  /* Where a text is cut: each token with the characters that go on behind it in its run. */
  function places(text) {
    var found = [];
    (plain(text).match(/[a-z0-9]+|[^\sa-z0-9]+/g) || []).forEach(function (run) {
      var chars = Array.from(run);
      if (/^[a-z0-9]+$/.test(run) || chars.length === 1) { found.push({ token: run, rest: [] }); return; }
      for (var i = 0; i + 1 < chars.length; i += 1) {
        found.push({ token: chars[i] + chars[i + 1], rest: chars.slice(i + 2, i + LONGEST) });
      }
    });
    return found.filter(function (one, i) { return found.findIndex(function (other) { return other.token === one.token; }) === i; });
  }

  function pieceOf(token, number) {
    var hash = 0x811c9dc5;
    for (var i = 0; i < token.length; i += 1) { hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193) >>> 0; }
    return hash % number;
  }

  /* Pieces of two editions of the site do not go together: what they say would be of something else. */
  function mixed() { return new Error("mixed"); }

  function shard(token, prefix, number) {
    return piece(prefix + pieceOf(token, number)).then(function (part) {
      if (part["#"] !== number) { throw mixed(); }
      return part;
    });
  }

  function held(token, prefix, number) {
    if (!number) { return piece("first").then(function (first) { return held(token, prefix, first.tokens); }); }
    return shard(token, prefix, number).then(function (part) {
      return Object.prototype.hasOwnProperty.call(part, token) ? part[token] : null;
    });
  }

  /* The records that hold a token, and whether there are more than it names. */
  function holders(one, first) {
    return held(one.token, "t", first.tokens).then(function (list) {
      return { list: list || [], cut: !!list && list[list.length - 1] === -1 };
    });
  }

  /* The records that hold the words that go on from a token, as far as it takes until all of them are named. */
  function longer(one, first) {
    return holders(one, first).then(function (found) {
      if (!found.cut || !one.rest.length) { return found; }
      return longer({ token: one.token + one.rest[0], rest: one.rest.slice(1) }, first);
    });
  }

  /* Of a long query some places are enough: its begin, its end, and what lies evenly between. */
  function some(all, number) {
    if (all.length <= number) { return all; }
    return Array.from({ length: number }, function (none, i) { return all[Math.round(i * (all.length - 1) / (number - 1))]; });
  }

  /* The ways to say a query: as it is, and with short words written out. */
  function ways(query, aliases) {
    var found = [plain(query)];
    Object.keys(aliases).forEach(function (short) {
      if (found[0].indexOf(short) < 0) { return; }
      aliases[short].forEach(function (long) {
        if (found[0].indexOf(long) < 0) { found.push(found[0].replace(short, long).replace(long + long.slice(-1), long)); }
      });
    });
    return found;
  }

  /* Records that hold enough of the tokens of one way: all, of four and more of what was typed itself all but one in four; or the share asked for. */
  function matches(way, first, share, strict, other) {
    var wanted = places(way);
    if (!wanted.length) { return Promise.resolve({}); }
    return held("=" + way.replace(/ /g, ""), "t", first.tokens).then(function (titled) {
      var asked = titled && wanted.length > PIECES ? wanted.slice(0, 1) : some(wanted, other ? FEW : PIECES);
      return Promise.all(asked.map(function (one) { return holders(one, first); })).then(function (all) {
        if (titled || all.some(function (one) { return !one.cut; })) { return all; }
        return longer(asked[0], first).then(function (found) { return all.concat(found); });
      }).then(function (all) { return weighed(all, titled || [], share, strict); });
    });
  }

  /* A token that names all of its records says which ones fit; one that does not says only which ones fit better. */
  function weighed(all, titled, share, strict) {
    var whole = all.filter(function (one) { return !one.cut; }), count = {}, weights = {}, i;
    var lists = whole.length ? whole : all;
    all.forEach(function (one) {
      for (i = 0; i + 1 < one.list.length; i += 2) {
        if (lists.indexOf(one) >= 0) { count[one.list[i]] = (count[one.list[i]] || 0) + 1; }
        weights[one.list[i]] = (weights[one.list[i]] || 0) + one.list[i + 1] / all.length;
      }
    });
    var enough = share ? Math.max(1, Math.ceil(lists.length * share)) : whole.length ? lists.length - (strict ? 0 : Math.floor(lists.length / 4)) : 1;
    Object.keys(weights).forEach(function (number) { if (!(count[number] >= enough)) { delete weights[number]; } });
    for (i = 0; i + 1 < titled.length; i += 2) { weights[titled[i]] = (weights[titled[i]] || 0) + WHOLE; }
    return weights;
  }

  /* A record by its number, behind which stands the check of what it must be. */
  function record(told, first) {
    var number = Math.floor(told / first.checks);
    return piece("r" + Math.floor(number / first.records)).then(function (part) {
      var one = part[number % first.records];
      if (!one || pieceOf(one[0] + one[2], first.checks) !== told % first.checks) { throw mixed(); }
      return one;
    });
  }

  /* The exact words in a title count more than the same characters apart; a title that is the query counts most. */
  function closeness(title, said) {
    var text = plain(title).replace(/ /g, "");
    return said.reduce(function (best, way, i) {
      var words = way.replace(/ /g, "");
      var here = text === words ? 900 : plain(title).split(" ")[0] === words ? 600 : text.indexOf(words) === 0 ? 450 : text.indexOf(words) > 0 ? 380 : 0;
      return Math.max(best, here - (i ? 50 : 0));
    }, 0);
  }

  /* The best records of some weights, with what they show. */
  function best(weights, first, said, shown) {
    var order = Object.keys(weights).sort(function (a, b) { return weights[b] - weights[a] || a - b; });
    return Promise.all(order.slice(0, shown || SHOWN + 2).map(function (number) {
      return record(+number, first).then(function (one) {
        return { title: one[0], beside: one[1], url: root + one[2], below: one[2], rank: weights[number] + closeness(one[0], said) };
      });
    })).then(function (found) {
      found.sort(function (a, b) { return b.rank - a.rank; });
      return { total: order.length, found: found.slice(0, SHOWN), said: said };
    });
  }

  /* Records by their words; by a share of them where all are too many; so many as are asked for; strictly by all of them. */
  function listed(query, share, shown, strict) {
    return piece("first").then(function (first) {
      var said = share ? [plain(query)] : ways(query, first.aliases);
      return Promise.all(said.map(function (way, i) { return matches(way, first, share, strict || i > 0, i > 0); })).then(function (all) {
        var weights = {};
        all.forEach(function (found) {
          Object.keys(found).forEach(function (number) { weights[number] = Math.max(weights[number] || 0, found[number]); });
        });
        return best(weights, first, said, shown);
      });
    });
  }

  /* Records by tokens of their sound; all of them must fit. */
  function sounding(tokens) {
    return piece("first").then(function (first) {
      return Promise.all(tokens.slice(0, PIECES).map(function (token) { return held(token, "t", first.tokens); })).then(function (lists) {
        return best(weighed(lists.map(function (list) { return { list: list || [], cut: false }; }), []), first, []);
      });
    });
  }

  var index = { root: root, piece: piece, plain: plain, ways: ways, places: places, pieceOf: pieceOf, shard: shard, held: held, listed: listed, sounding: sounding };
  window.juesuanIndex = index;

  /* What understands questions is loaded with the first one. */
  var asking = null;
  function understanding() {
    asking = asking || Promise.all(PARTS.map(function (name) { return loading(root + at.asking.replace("{name}", name)); })).then(function () { return window.juesuanAsking; });
    return asking.catch(function (error) { asking = null; throw error; });
  }

  function answer(query) {
    return understanding().then(function (asking) { return (asking.answerInEnglish || asking.answer)(query, index); });
  }

  /* What does not go together, or is not there any more, is loaded once more, past what the browser keeps. */
  window.juesuanFind = function (query) {
    return answer(query).catch(function (error) {
      if (fresh || !(error instanceof Error)) { throw error; }
      fresh = "?" + Date.now();
      waiting = {};
      loaded = {};
      return answer(query);
    });
  };

  /* From disk a folder does not open its page by itself. */
  function opened(url) {
    return window.location.protocol === "file:" ? url.replace(/\/(#|$)/, "/index.html$1") : url;
  }

  function link(url, text, parent) {
    var made = element("a", text, parent);
    made.href = opened(/^https?:|^file:/.test(url) ? url : root + url);
    return made;
  }

  /* Parts of a sentence: texts, and texts with where they lead. */
  function sentence(parts, parent) {
    parts.forEach(function (one) {
      if (typeof one === "string") { parent.append(one); } else { link(one.u, one.t, parent).className = PRINTED.test(one.u) ? "figure" : ""; }
    });
  }
  var PRINTED = /\/source(-\d+)?\/#/, STRANGE = /^(没有理解：|没有回答：|Not understood: )/;

  /* What an answer is, in a word: what a reader sees first. */
  function kindOf(one) { return one.sentences ? "原文摘录" : one.help ? "说明" : one.absent || one.lost || one.nothing ? "没有这个数" : one.cost || one.url === undefined ? "说明" : "答案"; }
  var KINDS = { "原文摘录": "Quoted", "说明": "Note", "没有这个数": "No such number", "答案": "Answer" };

  /* Where the first number of an answer is printed. */
  function evidence(one) {
    return (one.lead || []).concat.apply(one.lead || [], one.rows || []).find(function (part) { return typeof part !== "string" && PRINTED.test(part.u) && /\d/.test(part.t); });
  }

  function answered(one, place) {
    var box = element("section", "", place), kind = kindOf(one), lead = one.lead || [];
    box.className = kind === "没有这个数" ? "answer lacking" : "answer";
    var word = element("span", said(kind, KINDS[kind]), box);
    word.className = "kind";
    var head = element("h2", "", box);
    if (one.url === undefined) { head.textContent = one.head; } else { link(one.url, one.head, head); }
    if (typeof lead[0] === "string" && STRANGE.test(lead[0])) { element("p", lead[0], box).className = "strange"; lead = lead.slice(1); }
    if (lead.length) { var told = element("p", "", box); told.className = "lead"; sentence(lead, told); }
    var printed = one.sentences ? null : evidence(one);
    if (printed) { element("p", "", box).className = "printed-at"; link(printed.u, said("看 " + printed.t + " 印在原文哪里", "Where " + printed.t + " is printed" + (printed.as ? " (as " + printed.as + ")" : "")), box.lastChild); }
    if (one.rows) {
      var list = element(one.ordered ? "ol" : "ul", "", box);
      one.rows.forEach(function (row, i) {
        var item = element("li", "", list);
        if (one.ranks && one.ranks[i]) { item.value = one.ranks[i]; }
        sentence(row, item);
      });
    }
    if (one.note) { element("p", one.note, box).className = "hint"; }
  }

  function count(answer, query) {
    if (!query) { return ""; }
    if (english) {
      return answer.found.length ? answer.total + (answer.total === 1 ? " result" : " results") + (answer.total > answer.found.length ? ", the best " + answer.found.length : "") : answer.by !== undefined ? "No further results." : answer.answers && answer.answers.length ? "" : "Nothing was found for “" + query + "”. Try fewer words, a code or an amount, or one of these:";
    }
    if (answer.found.length) {
      return (answer.by ? "按“" + answer.by + "”" : "") + "找到 " + answer.total + " 处" + (answer.total > answer.found.length ? "，列出最相关的 " + answer.found.length + " 处" : "");
    }
    if (answer.by !== undefined) { return "没有其他搜索结果。"; }
    return answer.answers && answer.answers.length ? "" : "没有找到“" + query + "”。" + (answer.unknown && answer.unknown.length ? "没有理解：“" + answer.unknown.join("”“") + "”。" : "") + "试试更短的词、部门全称、科目编码，或者一个金额；下面是能问的问题。";
  }

  function show(answer, query, place) {
    shown(answer, query, place);
    if (english) { window.juesuanAsking.markChinese(place); }
  }

  function shown(answer, query, place) {
    place.textContent = "";
    if (answer.told) { element("p", answer.told, place).className = "note"; }
    (answer.answers || []).forEach(function (one) { answered(one, place); });
    if (answer.next && answer.next.length) { offered(answer.next, place); }
    if (query && !answer.found.length && !(answer.answers || []).length) { element("p", count(answer, query), place).className = "hint nothing"; element("div", "", place).innerHTML = examples; return; }
    if (answer.rest) { return later(answer, query, place); }
    element("p", count(answer, query), place).className = "hint";
    var list = element("ol", "", place);
    answer.found.forEach(function (one) {
      var item = element("li", "", list);
      link(one.url, one.title, item);
      element("small", one.beside, item);
    });
  }

  /* What else is found is looked for when it is asked for. */
  function later(answer, query, place) {
    var button = element("button", said("按词查找其他结果", "Look for the words"), place);
    button.type = "button";
    button.addEventListener("click", function () {
      answer.rest().then(function (more) {
        show({ told: answer.told, answers: answer.answers, found: more.found, total: more.total, by: more.by }, query, place);
        (place.querySelector("ol:not(.answer ol) a") || place).focus();
      });
    });
  }

  /* Further questions, as links that ask them. */
  function offered(questions, place) {
    var line = element("p", said("也可以问：", "Also: "), place);
    line.className = "asks";
    questions.forEach(function (one) { link(said("search/?q=", "en/search/?q=") + encodeURIComponent(one), one, line); });
  }

  var place = document.getElementById("found");
  var field = document.querySelector("#search-page input");
  if (!place || !field) { return; }
  var examples = place.innerHTML;
  var turn = 0;
  /* Examples are no results: who is quick would open one in place of the answer. */
  function wait() {
    place.textContent = "";
    element("p", said("正在查找…", "Searching…"), place).className = "hint";
    place.setAttribute("aria-busy", "true");
  }
  function run(query) {
    var mine = turn += 1;
    if (!query) { place.innerHTML = examples; place.removeAttribute("aria-busy"); return; }
    if (place.innerHTML === examples) { wait(); }
    place.setAttribute("aria-busy", "true");
    window.juesuanFind(query).then(function (answer) {
      if (mine === turn) { show(answer, query, place); place.removeAttribute("aria-busy"); }
    }, function (error) {
      if (mine !== turn) { return; }
      place.textContent = error.message === "mixed" ? said("网站正在更新，搜索文件新旧不一，请过几分钟再试。", "The site is being updated; try again in a few minutes.") : said("搜索文件没有读到，请检查网络后再试。", "The files of search were not loaded; check the network and try again.");
      place.removeAttribute("aria-busy");
    });
  }
  function keep() {
    var query = field.value.trim();
    window.history.replaceState(null, "", window.location.pathname + (query ? "?q=" + encodeURIComponent(query) : ""));
    run(query);
  }
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  if (field.value.trim()) { wait(); }
  window.addEventListener("DOMContentLoaded", function () { run(field.value.trim()); });
  var timer = 0;
  field.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, 180);
  });
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    window.clearTimeout(timer);
    keep();
  });
})();
