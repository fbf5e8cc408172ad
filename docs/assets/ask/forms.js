/* What is typed in another form: traditional characters, sounds, English labels, words with a slip. */
(function (ask) {
  "use strict";

  /* The characters in common use (GB 2312, level 1) in their order, which goes by their sound; and those of level 2. */
  var levels = null;
  function common() {
    if (levels) { return levels; }
    levels = [[], []];
    try {
      var decoder = new TextDecoder("gbk");
      for (var row = 0xb0; row <= 0xf7; row += 1) {
        for (var cell = 0xa1; cell <= 0xfe; cell += 1) {
          if (row !== 0xd7 || cell < 0xfa) { levels[row < 0xd8 ? 0 : 1].push(decoder.decode(new Uint8Array([row, cell]))); }
        }
      }
    } catch (error) { levels = [[], []]; }
    levels.push({});
    levels[0].concat(levels[1]).forEach(function (char) { levels[2][char] = true; });
    return levels;
  }

  /* Whether a character may be a traditional one: simplified ones are in common use. */
  function uncommon(char) { return /[^\x00-\x7f]/.test(char) && !(common()[0].length && common()[2][char]) && /\p{L}/u.test(char); }

  ask.simplified = function (text, index) {
    if (!Array.from(text).some(uncommon)) { return Promise.resolve(text); }
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
      /* Of a slip one of the first two characters is left: 疫情花了多少钱 is no 项目花了多少钱. */
      if (name.slice(0, 2).indexOf(text[0]) < 0 && name.slice(0, 2).indexOf(text[1]) < 0) { return; }
      /* A word that only says more or less than another one is no slip of it. */
      if (name.length < 3 || (known[name].kind === "measure" && known[name].value[7]) || Math.abs(name.length - text.length) > 1 || text.indexOf(name) >= 0 || name.indexOf(text) >= 0 || (kinds && !kinds.test(known[name].kind))) { return; }
      var far = distance(text, name);
      if (far < least) { least = far; best = name; }
    });
    return best;
  };

  /* A question of which one word has a slip, with the word that was meant. */
  ask.mended = function (asked, words) {
    var found = "", every = asked.parts.filter(function (one) { return one.kind === "rest"; }).map(function (one) { return one.text; });
    every.concat(asked.left.map(function (one) { return one.ways[0]; })).some(function (text) {
      var better = text.length > 2 && asked.text.indexOf(text) >= 0 ? ask.slip(text, words, 2, /^(office|measure)$/) : "";
      found = better ? asked.text.replace(text, better) : "";
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

  /* The measure whose name begins with a sound. */
  ask.begunSound = function (letters, words) {
    return words.measures.find(function (one) { return one[6].split(" ").some(function (name) { return name.toLowerCase().indexOf(letters) === 0; }); });
  };

  /* The kind of department, of those that are collected, whose name sounds like letters, or has them as initials. */
  ask.soundedOffice = function (letters, words) {
    return words.offices.find(function (one) { return (one[6] || []).some(function (name) { return name.toLowerCase() === letters || name.replace(/[a-z]/g, "").toLowerCase() === letters; }); });
  };

  /* Letters as English words or as sounds of a measure. */
  ask.lettered = function (text, words) {
    var letters = text.replace(/[^a-z]/g, ""), every = text.split(" ").filter(Boolean);
    var sound = ask.sounded(letters, words) || (letters.length > 4 && ask.begunSound(letters, words));
    if (sound) { return sound[1]; }
    var labels = words.measures.map(function (one) {
      var own = one[3].toLowerCase().split(";")[0], total = / in total$/.test(own) ? 0 : 1, held = own.split(/[^a-z]+/), hits = every.filter(function (word) { return word.length > 2 && held.some(function (other) { return other.replace(/s$/, "") === word.replace(/s$/, ""); }); }).length;
      return { one: one, hits: hits, total: total, far: own.length };
    }).filter(function (one) { return one.hits && one.hits >= every.length - (every.length > 2 ? 1 : 0); });
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

  /* How characters sound, and all sounds. */
  ask.sounds = sounds;
  function sounds(index) {
    return index.piece("sounds").then(function (told) {
      if (typeof told !== "string") { return told; }
      var begins = {}, of = {}, known = {}, sound = "";
      told.replace(/([a-z]+)([^a-z])/g, function (all, name, char) { begins[char] = name; known[name] = true; });
      common()[0].forEach(function (char) { sound = begins[char] || sound; of[char] = sound; });
      return { of: of, known: known };
    });
  }

  ask.bySound = function (text, index) {
    return sounds(index).then(function (told) {
      var found = /^[a-z ]+$/.test(text) ? syllables(ask.compact(text), told.known) : Array.from(ask.compact(text)).map(function (char) { return told.of[char] || ""; });
      return found && found.length > 1 && found.indexOf("") < 0 ? { sounds: found, tokens: paired(found) } : null;
    });
  };

  /* Sounds that many do not tell apart are one. */
  function alike(sound) { return sound.replace(/^([zcs])h/, "$1").replace(/^l/, "n").replace(/ng$/, "n"); }

  /* The words of questions by how they sound. */
  function bySounds(words, of) {
    var known = ask.understood(words), found = {};
    Object.keys(known).forEach(function (word) {
      var one = known[word], own = Array.from(word).map(function (char) { return of[char] || ""; });
      if (word.length < 2 || word.length > 9 || own.indexOf("") >= 0 || !/^(office|measure|change|rate|score|missed|project|most|least|best|worst|variance_pct|completion_pct|share_pct|filler)$/.test(one.kind) || (one.kind === "measure" && one.value[7])) { return; }
      var key = own.map(alike).join("'");
      found[key] = found[key] || word;
    });
    return found;
  }

  /* The longest word that sounds like a stretch of a question with something unknown in it; none if there is no such. */
  function heardIn(asked, unknown, of, bySound, known) {
    var text = asked.text, heard = Array.from(text).map(function (char) { return alike(of[char] || ""); });
    for (var size = Math.min(9, text.length); size > 1; size -= 1) {
      for (var at = 0; at + size <= text.length; at += 1) {
        var part = text.substr(at, size), word = bySound[heard.slice(at, at + size).join("'")];
        var over = unknown.slice(at, at + size).filter(Boolean).length, only = word && Array.from(part).every(function (char, i) { return char === word[i] || unknown[at + i]; });
        /* Either only what is unknown sounds alike, or half of the word is unknown; of two characters both. */
        if (word && word !== part && over && ((only && (size > 2 || known[word].kind === "filler")) || (over * 2 > size && (size > 2 || /^(office|measure)$/.test(known[word].kind))))) { return text.slice(0, at) + word + text.slice(at + size); }
      }
    }
    return "";
  }

  /* Letters as the question of which they are the sound, where every syllable is part of a known word; else nothing. */
  ask.spoken = function (text, words, index) {
    return Promise.all([sounds(index), index.piece("first")]).then(function (all) {
      var own = syllables(ask.compact(text), all[0].known), by = own && own.length > 1 ? spokenWords(words, all[0].of, Object.keys(all[1].aliases)) : null;
      if (!by) { return ""; }
      var best = [];
      best[own.length] = { cost: 0, said: "" };
      for (var at = own.length - 1; at >= 0; at -= 1) {
        for (var size = Math.min(10, own.length - at); size; size -= 1) {
          var word = by[own.slice(at, at + size).join("'")], rest = best[at + size];
          if (word && rest && (!best[at] || rest.cost + 1 < best[at].cost)) { best[at] = { cost: rest.cost + 1, said: word + rest.said }; }
        }
      }
      return best[0] ? best[0].said : "";
    });
  };

  /* All words of questions by their sound; what has a meaning before what has none. */
  function spokenWords(words, of, more) {
    var known = ask.understood(words), found = {}, every = Object.keys(known).concat(more);
    function weight(word) { return !known[word] ? 1 : known[word].kind === "filler" ? 2 : 0; }
    every.sort(function (a, b) { return weight(a) - weight(b); });
    every.forEach(function (word) {
      var own = Array.from(word).map(function (char) { return of[char] || ""; }), key = own.join("'");
      if (own.length > 1 && own.indexOf("") < 0) { found[key] = found[key] || word; }
    });
    return found;
  }

  /* A question with words that only sound right (人设局, 执行绿), as it was meant; nothing if there is none. */
  ask.homophones = function (asked, words, index) {
    if (asked.latin) { return Promise.resolve(""); }
    return sounds(index).then(function (told) {
      var unknown = [];
      asked.parts.forEach(function (part) { for (var i = 0; i < part.text.length; i += 1) { unknown.push(part.kind === "rest" && !/^[省市州县区]$/.test(part.text)); } });
      return unknown.length === asked.text.length ? heardIn(asked, unknown, told.of, bySounds(words, told.of), ask.understood(words)) : "";
    });
  };
})(window.juesuanAsking = window.juesuanAsking || {});
