/* Questions in English, and answers put into English where they leave: no other script knows a second language. What is said
   how stands in the piece “english” (scripts/juesuan/terms/data/english.toml). What is quoted stays Chinese. */
(function (ask) {
  "use strict";
  var HAN = /[\u3400-\u9fff]/, held = null, entries = {}, open = [], names = {}, units = "", sentences = {};
  /* Chinese characters below which an entry must end where a word ends. */
  var FEW = 4;
  /* Digits of an amount that are looked for when it is rounded: not less than two. */
  var LEAST = 2;

  function escaped(text) { return text.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&"); }
  function any(words) { return words.slice().sort(function (a, b) { return b.length - a.length; }).map(escaped).join("|"); }
  function hans(text) { return (text.match(/[\u3400-\u9fff]/g) || []).length; }

  var NUMBER = "-?[\\d,]+(?:\\.\\d+)?";
  function hole(kind) {
    return { x: "([^。\\n]+?)", n: "(" + NUMBER + ")", h: "(" + NUMBER + ")", y: "(\\d{4}(?:、\\d{4})*)", m: "(" + NUMBER + " ?(?:" + units + ")(?:/[^，。（）]{1,3})?)", rest: "([\\s\\S]+)$" }[kind.replace(/\d$/, "")];
  }

  /* An entry of the table as a pattern, with the names of its holes. */
  function compiled(key, says) {
    var holes = [], whole = /\$$/.test(key), bare = key.replace(/\$$/, ""), literal = bare.replace(/\{\w+\}/g, "");
    var source = bare.split(/(\{\w+\})/).map(function (one) {
      if (!/^\{/.test(one)) { return escaped(one); }
      holes.push(one.slice(1, -1));
      return hole(one.slice(1, -1));
    }).join("");
    return { test: new RegExp("^" + source + (whole ? "$" : /\{x\d?\}$/.test(bare) ? "(?=[。；]|$)" : "")), holes: holes, says: says, weight: hans(literal) + literal.length / 100, few: hans(literal) < FEW && HAN.test(bare.slice(-1)), opens: /^\{x/.test(bare) };
  }

  function prepare(told) {
    if (held) { return; }
    units = any(Object.keys(told.units));
    Object.keys(told.answer).forEach(function (key) {
      var one = compiled(key, told.answer[key]), first = /^\{/.test(key) ? "" : key[0];
      (entries[first] = entries[first] || []).push(one);
    });
    Object.keys(entries).forEach(function (first) { entries[first].sort(function (a, b) { return b.weight - a.weight; }); });
    open = (entries[""] || []);
    names = Object.assign({}, told.names);
    Object.keys(told.answer).forEach(function (key) { if (!/[{$]/.test(key)) { names[key] = told.answer[key]; } });
    held = told;
  }

  /* A number with its unit: money in yuan, exactly. */
  function amount(text) {
    var found = new RegExp("^(" + NUMBER + ") ?(" + units + ")(?:/(.+))?$").exec(text);
    if (!found) { return ""; }
    var number = found[1].replace(/[-,]/g, ""), minus = found[1][0] === "-" ? "−" : "", unit = held.units[found[2]];
    if (held.powers[found[2]] !== undefined) { number = ask.shifted(number, held.powers[found[2]]); }
    var each = found[3] && held.units[found[3]] ? " per " + held.units[found[3]][0] : found[3] ? " per " + found[3] : "";
    var said = +number === 1 ? unit[0] : unit[1];
    return minus + ask.grouped(number) + (said === "%" ? "%" : said ? " " + said : "") + each;
  }

  /* What stands in a hole: a name, an amount, or another phrase; Chinese where it is none of these. */
  function filled(text) {
    var bare = text.trim();
    if (!HAN.test(bare)) { return bare.replace(/、/g, ", "); }
    var said = names[bare] || amount(bare) || "";
    if (said) { return said; }
    said = translated(bare).trim();
    return HAN.test(said.replace(/“[^“”]*”/g, "")) && !/[a-zA-Z：]/.test(bare) ? bare : said;
  }

  function saying(entry, found) {
    var of = {}, first = 0;
    entry.holes.forEach(function (name, i) {
      var kind = name.replace(/\d$/, "");
      if (name === "n") { first = +found[i + 1].replace(/,/g, ""); }
      of[name] = kind === "x" ? filled(found[i + 1]) : kind === "m" ? amount(found[i + 1]) : kind === "y" ? found[i + 1].replace(/、/g, ", ") : kind === "rest" ? found[i + 1].replace(/。$/, "") : kind === "h" ? ask.grouped(ask.shifted(found[i + 1], 2)) : found[i + 1];
    });
    return entry.says.replace(/\[([^|\]]*)\|([^\]]*)\]/g, function (all, one, many) { return first === 1 ? one : many; }).replace(/\{(\w+)\}/g, function (all, name) { return of[name]; });
  }

  /* Whether a text goes on where a word may end: with no Chinese, or with another entry. */
  function ends(rest) { return !HAN.test(rest[0] || "") || !!standing(rest, "x"); }

  /* The longest of some entries that stands at the begin of a text; of equals the one with more Chinese of its own. */
  function longest(text, list, best) {
    return list.reduce(function (held, one) {
      var found = one.test.exec(text), size = found ? found[0].length : 0;
      var better = size && (!held || size > held.size || (size === held.size && one.weight > held.weight));
      return better && (!one.few || ends(text.slice(size))) ? { entry: one, found: found, size: size, weight: one.weight } : held;
    }, best);
  }

  /* What stands at the begin of a text: an entry, or a name; null if neither does. A name in front opens only what begins. */
  function standing(text, before) {
    var begins = before === "" || /[。；、]/.test(before), name = "";
    var best = longest(text, open.filter(function (one) { return begins || !one.opens; }), longest(text, entries[text[0]] || [], null));
    for (var size = Math.min(60, text.length); size > 1 && !name; size -= 1) {
      if (Object.prototype.hasOwnProperty.call(names, text.slice(0, size)) && ends(text.slice(size))) { name = text.slice(0, size); }
    }
    if (name && (!best || name.length > best.size)) { return { said: names[name], size: name.length }; }
    return best && { said: saying(best.entry, best.found), size: best.size };
  }

  var SIGNS = { "，": ", ", "。": ". ", "；": "; ", "：": ": ", "、": ", ", "（": " (", "）": ")", "＝": "=", "＋": "+" };

  function closing(text) {
    for (var i = 0, deep = 0; i < text.length; i += 1) {
      deep += text[i] === "“" ? 1 : text[i] === "”" ? -1 : 0;
      if (!deep) { return i; }
    }
    return 0;
  }

  /* A text of a template; Chinese that the table does not hold stays. */
  function translated(text) {
    var said = "", at = 0, word = false, held = false;
    function put(piece) { said += (/[\w%”)]$/.test(said) && /^[\w(“]/.test(piece) ? " " : "") + piece; }
    while (at < text.length) {
      var rest = text.slice(at), one = word ? null : standing(rest, at ? text[at - 1] : ""), end = one ? 0 : closing(rest);
      var number = one || word ? null : new RegExp("^" + NUMBER + " ?(?:" + units + ")(?:/[^，。；（） ]{1,3})?(?![\u3400-\u9fff])").exec(rest);
      if (number && !/\d/.test(text[at - 1] || "")) { put(amount(number[0])); at += number[0].length; word = false; }
      else if (one) { put(one.said); held = held || /[a-z“]/i.test(one.said); at += one.size; word = false; }
      else if (end && rest[0] === "“") { put("“" + filled(rest.slice(1, end)) + "”"); at += end + 1; word = false; }
      else if (word && /^（[^（），。；：]*）/.test(rest)) { said += /^（[^）]*）/.exec(rest)[0]; at += /^（[^）]*）/.exec(rest)[0].length; }
      else if (/\w/.test(rest[0]) && HAN.test(text[at - 1] || "") && /[\w)”]$/.test(said)) { said += " " + rest[0]; at += 1; word = false; }
      else { word = HAN.test(rest[0]); said += word ? rest[0] : SIGNS[rest[0]] || rest[0]; at += 1; }
    }
    if (HAN.test(said) && !held && !/[a-z]/i.test(said)) { return text; }
    return said.replace(/ {2,}/g, " ").replace(/ +([,.;:)])/g, "$1").replace(/\( /g, "(");
  }

  var FINDING = /^d\/findings\/(.+)--(.+)\/$/, DISCLOSURE = /^(d\/[^\/]+-\d{4}[^\/]*\/)$/, ASKED = /^search\/\?q=/;

  function linked(one) {
    var finding = FINDING.exec(one.u), text = (finding && held.answer[one.t] === undefined && (sentences[finding[1]] || {})[finding[2]]) || filled(one.t);
    if (ASKED.test(one.u)) { return { t: text, u: "en/search/?q=" + encodeURIComponent(text) }; }
    return { t: text, u: one.u.replace(DISCLOSURE, "$1en/"), as: text === one.t ? "" : one.t };
  }

  /* Parts of a sentence, with one space between words and capitals where sentences begin. */
  function parts(all) {
    var begins = true, last = "";
    return all.map(function (one) { return typeof one === "string" ? translated(one) : linked(one); }).filter(function (one) { return one !== ""; }).map(function (one) {
      var text = typeof one === "string" ? one : one.t;
      if (/[\w%”)]$/.test(last) && /^[\w(“]/.test(text) && typeof one === "string") { text = " " + text; }
      if (!last || / $/.test(last)) { text = text.replace(/^ +/, ""); }
      if (/\($/.test(last)) { text = text.replace(/^[, ]+/, ""); }
      if (begins) { text = text.replace(/^([“ ]*)([a-z])/, function (found, before, letter) { return before + letter.toUpperCase(); }); }
      text = text.replace(/([.!?] )([a-z])/g, function (found, before, letter) { return before + letter.toUpperCase(); });
      begins = text ? /[.!?] ?$/.test(text) : begins;
      last = text || last;
      return typeof one === "string" ? text : Object.assign(one, { t: text });
    });
  }

  function line(text) { return text ? parts([text])[0] || "" : text; }

  function boxed(box) {
    return Object.assign({}, box, {
      head: line((box.head || "").replace(/ · [\x00-\x7f]+$/, "")), url: box.url && box.url.replace(DISCLOSURE, "$1en/"), lead: box.lead && parts(box.lead), rows: box.rows && box.rows.map(parts), note: line(box.note)
    });
  }

  /* All texts and links of an answer. */
  function pieces(told) {
    return (told.answers || []).reduce(function (all, box) { return all.concat(box.head || "", box.note || "", box.lead || [], box.rows ? [].concat.apply([], box.rows) : []); }, [told.told || ""]).concat((told.found || []).map(function (one) { return one.title; }), told.next || []);
  }

  /* What departments are called in English, and contradictions in a sentence: loaded for those that an answer names. */
  function loaded(told, index) {
    var all = pieces(told), called = {}, doubts = {};
    all.forEach(function (one) {
      var finding = typeof one === "string" ? null : FINDING.exec(one.u);
      if (finding && held.answer[one.t] === undefined) { doubts[finding[1]] = true; }
      (typeof one === "string" ? one.split(/[：，（）。“”、 ]/).concat(one.split(/[：，（）。“”、 和比多]/)) : /^d\//.test(one.u) ? [one.t] : []).forEach(function (text) { if (/^[\u3400-\u9fff]{3,40}$/.test(text) && !names[text]) { called[text] = true; } });
    });
    return Promise.all(Object.keys(called).map(function (name) { return index.held(name, "e", held.departments).then(function (english) { if (english) { names[name] = english; } }); }).concat(Object.keys(doubts).map(function (id) {
      return index.piece("e-" + id).then(function (own) { sentences[id] = own; }, function () { sentences[id] = {}; });
    })));
  }

  function inEnglish(told, index) {
    return loaded(told, index).then(function () {
      return Object.assign({}, told, {
        told: line(told.told), answers: (told.answers || []).map(boxed), next: (told.next || []).map(function (one) { return filled("?" + one); }).filter(function (one) { return !HAN.test(one); }),
        found: (told.found || []).map(function (one) { return Object.assign({}, one, { title: filled(one.title), beside: (one.beside || "").split(" · ").map(filled).join(" · ") }); })
      });
    });
  }

  /* Amounts as people write them in English, as they are looked for: 3.6 billion yuan is 36亿元. */
  function amounts(query) {
    var money = any(held.money), scale = any(Object.keys(held.scale)), counted = /^([\d,]+(?:\.\d+)?) ([a-z²]+)$/i.exec(query.trim());
    var unit = counted && Object.keys(held.units).find(function (one) { return held.powers[one] === undefined && held.units[one].indexOf(counted[2].toLowerCase()) >= 0; });
    if (unit) { return counted[1] + unit; }
    /* Of two ends of a range the first one has the word of the second. */
    query = query.replace(new RegExp("(\\d[\\d,.]*) ?(" + any(held.ranges) + ") ?(\\d[\\d,.]* ?)(" + scale + ")\\b", "gi"), "$1 $4 $2 $3$4");
    var written = new RegExp("(?:\\b(" + money + ")|([¥￥]))? ?(\\d[\\d,]*(?:\\.\\d+)?)(?: ?(" + scale + ")\\b)?(?: ?(" + money + ")\\b)?", "gi");
    return query.replace(written, function (all, before, sign, number, by, behind) {
      if (!by && !before && !sign && !behind) { return all; }
      var digits = number.replace(/,/g, ""), power = by ? held.scale[by.toLowerCase()] : 0, lead = /^ /.test(all) ? " " : "";
      if (power < 6) { return lead + ask.shifted(digits, power) + "元"; }
      var said = ask.shifted(digits, power - 8), known = said.replace(".", "").replace(/^0+/, "").length, typed = (/\./.test(digits) ? digits.replace(".", "") : digits.replace(/0+$/, "")).replace(/^0+/, "").length;
      var lacking = Math.max(LEAST, typed) - known;
      return lead + said + (lacking > 0 ? (/\./.test(said) ? "" : ".") + "0".repeat(lacking) : "") + "亿元";
    });
  }

  /* The pieces of the index, with the words that only questions in English need, and with what helps in English. */
  function widened(index) {
    function all(name) {
      if (name === "latin") { return index.piece(name).then(spelled); }
      if (name === "said") { return index.piece(name).then(said); }
      if (name === "helps") { return Promise.all([index.piece(name), index.piece("said")]).then(function (both) { return both[0].concat(held.helps.map(function (one, i) { return [one.words, one.of, both[1].length + i]; })); }); }
      return index.piece(name);
    }
    function said(list) {
      return list.map(function (one) { return held.says[one[0]] ? held.says[one[0]].concat(one[2]) : one; }).concat(held.helps.map(function (one) { return [one.head, one.says, one.url]; }));
    }
    return Object.assign({}, index, { piece: all });
  }

  function spelled(latin) {
    var found = { measures: Object.assign({}, latin.measures), offices: latin.offices, roles: Object.assign({}, latin.roles) };
    Object.keys(held.roles).forEach(function (role) { found.roles[role] = held.roles[role].concat(found.roles[role] || []); });
    Object.keys(held.measures).forEach(function (id) { if (found.measures[id]) { found.measures[id] = found.measures[id] + ";" + held.measures[id].join(";"); } });
    return found;
  }

  /* What a word means, where nothing else is asked: what is the execution rate. */
  function explained(query) {
    var asks = new RegExp("\\b(?:" + any(held.meaning) + ")\\b", "gi"), text = query.toLowerCase().replace(/[?.!“”"']/g, "");
    var bare = text.replace(asks, " ").replace(/\b(?:the|a|an|is|are|does|do)\b/g, " ").replace(/\s+/g, " ").trim();
    return held.terms.find(function (one) { return one.words.indexOf(bare) >= 0 && (asks.test(text) || one.alone); });
  }

  var MONEY = /\b(?:costs?|spen[dt]|spending|paid|pays?|money|budget|amount|expenses?|funds?|expenditure)\b/i;

  /* The words of a question that sources say in Chinese, each with those that mean it. */
  function meant(typed) {
    var words = typed.toLowerCase().split(/[^a-z]+/), found = [];
    Object.keys(held.words).forEach(function (english) {
      var at = english.split(" ").map(function (one) { return words.indexOf(one); }).filter(function (one) { return one >= 0; });
      if (at.length) { found.push({ at: at[0], says: held.words[english].split(" ") }); }
    });
    return found.sort(function (a, b) { return a.at - b.at; }).map(function (one) { return one.says; });
  }

  /* An answer that nothing is called so, with the sentences that have most of the words of the question in Chinese. */
  function worded(answer, typed, index) {
    var first = answer.answers[0], lacks = first ? answer.answers.every(function (box) { return box.nothing || box.partly; }) : !answer.found.length, groups = lacks ? meant(typed) : [];
    var id = first && (/^d\/([^\/]+-\d{4}[^\/]*)\/$/.exec(first.url || "") || [])[1];
    return !groups.length ? Promise.resolve(answer) : ask.wordedSentences(groups, MONEY.test(typed), id ? { id: id } : null, index).then(function (box) {
      return box ? Object.assign(answer, { answers: answer.answers.concat(box) }) : answer;
    });
  }

  ask.answerInEnglish = function (typed, index) {
    return index.piece("english").then(function (told) {
      prepare(told);
      var term = explained(typed);
      if (term) { return { answers: [{ head: term.head, url: term.url, help: true, lead: [term.says] }], found: [], total: 0, by: "", next: [] }; }
      return ask.answer(amounts(typed.normalize("NFKC").replace(/['’]s\b/g, " s")), widened(index)).then(function (answer) { return worded(answer, typed, index); }).then(function (answer) {
        var rest = answer.rest;
        return inEnglish(answer, index).then(function (own) {
          return rest ? Object.assign(own, { rest: function () { return rest().then(function (more) { return inEnglish(more, index); }); } }) : own;
        });
      });
    });
  };

  /* Runs of Chinese on the page, marked as such. */
  var RUN = /[“（《]?[\u3400-\u9fff](?:[^a-zA-Z]*[\u3400-\u9fff])?[”）》]?/g;
  ask.markChinese = function (place) {
    var walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), all = [];
    while (walker.nextNode()) { if (HAN.test(walker.currentNode.data) && !walker.currentNode.parentNode.closest("[lang=zh]")) { all.push(walker.currentNode); } }
    all.forEach(function (node) {
      var text = node.data, at = 0, made = document.createDocumentFragment();
      text.replace(RUN, function (run, from) {
        made.append(text.slice(at, from));
        var span = document.createElement("span");
        span.lang = "zh";
        span.textContent = run;
        made.append(span);
        at = from + run.length;
        return run;
      });
      made.append(text.slice(at));
      node.replaceWith(made);
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
