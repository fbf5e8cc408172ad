/* Search over pieces of an index that are loaded when they are needed, as scripts, so that it works from disk too.
   Texts are cut into pairs of characters, as the index was (scripts/juesuan/pages/machines/search.py). */
(function () {
  "use strict";
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var root = new URL(at.root, document.baseURI).href;
  var SHOWN = 10, WHOLE = 10000;
  var waiting = {};
  var loaded = {};

  window.juesuanSearch = function (name, content) { loaded[name] = content; };

  function piece(name) {
    waiting[name] = waiting[name] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = root + at.search.replace("{name}", name);
      script.onload = function () { resolve(loaded[name]); };
      script.onerror = function () { delete waiting[name]; reject(new Error(name)); };
      document.head.appendChild(script);
    });
    return waiting[name];
  }

  function plain(text) {
    return Array.from(text.normalize("NFKC").toLowerCase()).map(function (char) {
      return /[\p{L}\p{N}]/u.test(char) ? char : /[\s·/]/.test(char) ? " " : "";
    }).join("");
  }

  function tokens(text) {
    var found = [];
    (plain(text).match(/[a-z0-9]+|[^\sa-z0-9]+/g) || []).forEach(function (run) {
      if (/^[a-z0-9]+$/.test(run)) { found.push(run); return; }
      var chars = Array.from(run);
      if (chars.length === 1) { found.push(run); }
      for (var i = 0; i + 1 < chars.length; i += 1) { found.push(chars[i] + chars[i + 1]); }
    });
    return found;
  }

  function pieceOf(token, number) {
    var hash = 0x811c9dc5;
    for (var i = 0; i < token.length; i += 1) { hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193) >>> 0; }
    return hash % number;
  }

  /* The ways to say a query: as it is, and with short words written out. */
  function ways(query, aliases) {
    var found = [plain(query)];
    Object.keys(aliases).forEach(function (short) {
      if (found[0].indexOf(short) < 0) { return; }
      aliases[short].forEach(function (long) {
        if (found[0].indexOf(long) < 0) { found.push(found[0].replace(short, long)); }
      });
    });
    return found;
  }

  /* Records that hold the tokens of one way, with their weight; of four and more tokens one in four may be missing. */
  function matches(way, first) {
    var wanted = tokens(way).filter(function (token, i, all) { return all.indexOf(token) === i; });
    if (!wanted.length) { return Promise.resolve({}); }
    var title = "=" + way.replace(/ /g, "");
    return Promise.all(wanted.concat(title).map(function (token) {
      return piece("t" + pieceOf(token, first.tokens)).then(function (part) { return part[token] || []; });
    })).then(function (lists) {
      var titled = lists.pop();
      var held = {};
      var weights = {};
      lists.forEach(function (list) {
        for (var i = 0; i < list.length; i += 2) {
          held[list[i]] = (held[list[i]] || 0) + 1;
          weights[list[i]] = (weights[list[i]] || 0) + list[i + 1] / lists.length;
        }
      });
      var enough = lists.length - Math.floor(lists.length / 4);
      Object.keys(held).forEach(function (number) { if (held[number] < enough) { delete weights[number]; } });
      for (var j = 0; j < titled.length; j += 2) { weights[titled[j]] = (weights[titled[j]] || 0) + WHOLE; }
      return weights;
    });
  }

  function record(number, first) {
    return piece("r" + Math.floor(number / first.records)).then(function (part) { return part[number % first.records]; });
  }

  /* The exact words in a title count more than the same characters apart; a title that is the query counts most. */
  function closeness(title, said) {
    var text = plain(title).replace(/ /g, "");
    return said.reduce(function (best, way, i) {
      var words = way.replace(/ /g, "");
      var here = text === words ? 900 : text.indexOf(words) === 0 ? 450 : text.indexOf(words) > 0 ? 380 : 0;
      return Math.max(best, here - (i ? 50 : 0));
    }, 0);
  }

  function search(query) {
    return piece("first").then(function (first) {
      var said = ways(query, first.aliases);
      return Promise.all(said.map(function (way) { return matches(way, first); })).then(function (all) {
        var weights = {};
        all.forEach(function (found, i) {
          Object.keys(found).forEach(function (number) {
            weights[number] = Math.max(weights[number] || 0, found[number]);
          });
        });
        var best = Object.keys(weights).sort(function (a, b) { return weights[b] - weights[a] || a - b; });
        return Promise.all(best.slice(0, 2 * SHOWN).map(function (number) {
          return record(+number, first).then(function (one) {
            return { title: one[0], beside: one[1], url: root + one[2], rank: weights[number] + closeness(one[0], said) };
          });
        })).then(function (found) {
          found.sort(function (a, b) { return b.rank - a.rank; });
          return { total: best.length, found: found.slice(0, SHOWN), said: said };
        });
      });
    });
  }
  window.juesuanFind = search;

  /* From disk a folder does not open its page by itself. */
  function opened(url) {
    return window.location.protocol === "file:" ? url.replace(/\/(#|$)/, "/index.html$1") : url;
  }

  function show(answer, query, place) {
    place.textContent = "";
    var head = document.createElement("p");
    head.className = "hint";
    head.textContent = !query ? "" : !answer.found.length
      ? "没有找到“" + query + "”。试试更短的词、部门全称或科目编码。"
      : "找到 " + answer.total + " 处" + (answer.total > answer.found.length ? "，列出最相关的 " + answer.found.length + " 处" : "");
    place.appendChild(head);
    var list = document.createElement("ol");
    answer.found.forEach(function (one) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = opened(one.url);
      link.textContent = one.title;
      item.appendChild(link);
      var small = document.createElement("small");
      small.textContent = one.beside;
      item.appendChild(small);
      list.appendChild(item);
    });
    place.appendChild(list);
  }

  var place = document.getElementById("found");
  var field = document.querySelector("#search-page input");
  if (!place || !field) { return; }
  var turn = 0;
  function run(query) {
    var mine = turn += 1;
    if (!query) { show({ found: [], total: 0 }, "", place); return; }
    place.setAttribute("aria-busy", "true");
    search(query).then(function (answer) {
      if (mine === turn) { show(answer, query, place); place.removeAttribute("aria-busy"); }
    }, function () {
      if (mine === turn) { place.textContent = "搜索文件没有读到，请检查网络后再试。"; place.removeAttribute("aria-busy"); }
    });
  }
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  run(field.value.trim());
  var timer = 0;
  field.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { run(field.value.trim()); }, 180);
  });
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    var url = window.location.pathname + "?q=" + encodeURIComponent(field.value.trim());
    window.history.replaceState(null, "", url);
    run(field.value.trim());
  });
})();
