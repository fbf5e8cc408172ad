/* What is typed in another form: traditional characters, sounds, English labels, words with a slip. */
(function (ask) {
  "use strict";

  ask.simplified = function (text, index) {
    if (!/[^\x00-\x7f]/.test(text)) { return Promise.resolve(text); }
    return index.piece("traditional").then(function (pairs) {
      var simple = {};
      for (var i = 0; i < pairs.length; i += 2) { simple[pairs[i]] = pairs[i + 1]; }
      return Array.from(text).map(function (char) { return simple[char] || char; }).join("");
    });
  };

  function distance(a, b) {
    var row = Array.from({ length: b.length + 1 }, function (none, i) { return i; });
    for (var i = 1; i <= a.length; i += 1) {
      var corner = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length; j += 1) {
        var up = row[j];
        row[j] = Math.min(up + 1, row[j - 1] + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1));
        corner = up;
      }
    }
    return row[b.length];
  }

  /* The word that was meant by one with a slip; none if it is a word itself. */
  ask.slip = function (text, words, limit, kinds) {
    var known = ask.understood(words), best = "", least = limit || (text.length >= 7 ? 3 : 2);
    if (Object.prototype.hasOwnProperty.call(known, text) || /\d/.test(text)) { return ""; }
    Object.keys(known).forEach(function (name) {
      /* A word that only says more or less than another one is no slip of it. */
      if (name.length < 3 || Math.abs(name.length - text.length) > 1 || text.indexOf(name) >= 0 || name.indexOf(text) >= 0 || (kinds && !kinds.test(known[name].kind))) { return; }
      var far = distance(text, name);
      if (far < least) { least = far; best = name; }
    });
    return best;
  };

  /* A question of which one word has a slip, with the word that was meant. */
  ask.mended = function (asked, words) {
    var found = "";
    asked.parts.some(function (one) {
      var better = one.kind === "rest" && one.text.length > 2 ? ask.slip(one.text, words, 2, /^(office|measure)$/) : "";
      found = better ? asked.text.replace(one.text, better) : "";
      return found;
    });
    return found;
  };

  /* The measure whose name sounds like letters, or has them as initials. */
  ask.sounded = function (letters, words) {
    return words.measures.find(function (one) {
      return one[6].split(" ").some(function (name) { return name.toLowerCase() === letters || (letters && name.replace(/[a-z]/g, "").toLowerCase() === letters); });
    });
  };

  /* The kind of department, of those that are collected, whose name sounds like letters, or has them as initials. */
  ask.soundedOffice = function (letters, words) {
    return words.offices.find(function (one) { return (one[6] || []).some(function (name) { return name.toLowerCase() === letters || name.replace(/[a-z]/g, "").toLowerCase() === letters; }); });
  };

  /* Letters as English words or as sounds of a measure. */
  ask.lettered = function (text, words) {
    var letters = text.replace(/[^a-z]/g, ""), every = text.split(" ").filter(Boolean);
    var sound = ask.sounded(letters, words) || words.measures.find(function (one) {
      return letters.length > 4 && one[6].split(" ").some(function (name) { return name.toLowerCase().indexOf(letters) === 0; });
    });
    if (sound) { return sound[1]; }
    var labels = words.measures.map(function (one) {
      var own = one[3].toLowerCase().split(";")[0], total = / in total$/.test(own) ? 0 : 1, hits = every.filter(function (word) { return word.length > 2 && own.indexOf(word.replace(/s$/, "")) >= 0; }).length;
      return { one: one, hits: hits, total: total, far: own.length };
    }).filter(function (one) { return one.hits && one.hits >= every.length - 1; });
    labels.sort(function (a, b) { return b.hits - a.hits || a.total - b.total || a.far - b.far; });
    return labels.length ? labels[0].one[1] : "";
  };

  /* Letters cut into syllables; null if they are none. */
  function syllables(text, known) {
    if (!text) { return []; }
    for (var size = Math.min(6, text.length); size > 0; size -= 1) {
      if (!known[text.slice(0, size)]) { continue; }
      var rest = syllables(text.slice(size), known);
      if (rest) { return [text.slice(0, size)].concat(rest); }
    }
    return null;
  }

  function paired(sounds) {
    return sounds.slice(1).map(function (one, i) { return "|" + sounds[i] + one; });
  }

  /* Runs of initials, as long as they are held at most. */
  ask.initials = function (letters) {
    var longest = 6;
    if (letters.length <= longest) { return ["@" + letters]; }
    return Array.from({ length: letters.length - longest + 1 }, function (none, i) { return "@" + letters.slice(i, i + longest); });
  };

  ask.bySound = function (text, index) {
    return index.piece("sounds").then(function (known) {
      var sounds = null;
      if (/^[a-z ]+$/.test(text)) { sounds = syllables(ask.compact(text), known); } else {
        var of = {};
        Object.keys(known).forEach(function (sound) { Array.from(known[sound]).forEach(function (char) { of[char] = of[char] || sound; }); });
        sounds = Array.from(ask.compact(text)).map(function (char) { return of[char] || ""; });
        if (sounds.indexOf("") >= 0) { return null; }
      }
      return sounds && sounds.length > 1 ? { sounds: sounds, tokens: paired(sounds) } : null;
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
