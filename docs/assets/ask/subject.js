/* Whose figures a question asks for, and what else it names. Every word that carries meaning must be used: what names
   neither a department nor a measure is left, and an answer has to find it by name or is not given. */
(function (ask) {
  "use strict";
  var LEVELS = /[省市州县区盟旗镇乡]$/, PHRASES = 2, LONGEST = 24;
  var SAYS_NOTHING = /^[的了吗呢是有几花用在去上给到为吧里看找都你我他请]+|[的了吗呢是有几花用在去上给到为吧里看找都你我他请]+$/g;

  function naming(one) { return !!one && /^(rest|place|office|cost)$/.test(one.kind); }
  function small(one) { return !!one && one.kind === "filler" && one.text.length === 1; }
  function specific(one) { return !!one && one.kind === "measure" && !one.value[7]; }
  function joined(parts) { return parts.map(function (one) { return one.text; }).join(/[a-z]/.test((parts[0] || {}).text || "") ? " " : ""); }

  /* Whether words before a kind of department say where it is. */
  function placeLike(one) { return one.kind === "place" || (one.kind === "rest" && (LEVELS.test(one.text) || /自治区|兵团/.test(one.text))); }

  /* Whether a part is the rest of the name of a place. */
  function goesOn(parts, at) { return at > 0 && parts[at].kind === "rest" && !parts[at].gap && parts[at - 1].kind === "place"; }

  /* Whether a character that says nothing else stands within the name of a place: 昌吉回族自治州. */
  function within(parts, at) { return at > 1 && small(parts[at - 1]) && !parts[at - 1].gap && !parts[at].gap && parts[at - 2].kind === "place" && parts[at].kind === "rest" && LEVELS.test(parts[at].text); }

  /* The parts that name a department of a known kind: the last of offices that stand together, with the places before it. */
  ask.named = function (parts) {
    var last = parts.findIndex(function (one) { return one.kind === "office"; });
    if (last < 0) { return placed(parts); }
    /* 办公室 beside another department that is named says nothing of its own. */
    var other = parts[last].value[5] && !parts.some(function (one) { return one.kind === "and" || one.kind === "place"; }) ? parts.findIndex(function (one, i) { return i > last + 1 && one.kind === "office" && !one.value[5]; }) : -1;
    if (other > 0) { parts[last].kind = "filler"; last = other; }
    for (var i = last + 1; i < parts.length && (parts[i].kind === "office" || parts[i].text === "的"); i += 1) {
      /* 办公室 behind a department is one within it. */
      if (parts[i].kind === "office" && parts[i].value[5]) { parts[i].kind = "rest"; } else if (parts[i].kind === "office") { last = i; }
    }
    if (parts[last].value[5] && last && parts[last - 1].kind === "rest" && !parts[last].gap && !placeLike(parts[last - 1])) { return unknown(parts, last); }
    var from = last;
    while (from > 0 && (placeLike(parts[from - 1]) || goesOn(parts, from - 1) || parts[from - 1].kind === "office" || (parts[from - 1].text === "的" && from > 1 && placeLike(parts[from - 2])) || within(parts, from))) { from -= 1; }
    var own = parts.slice(from, last + 1).filter(function (one) { return one.text !== "的"; });
    return { own: own, whose: joined(own), office: parts[last].value, called: parts[last].text, told: joined(own.filter(function (one) { return one.kind !== "office"; })) };
  };

  /* 办公室 with words before it that are no place: a kind of office of its own, that nobody knows. */
  function unknown(parts, last) {
    var from = last - 1;
    while (from > 0 && placeLike(parts[from - 1])) { from -= 1; }
    var own = parts.slice(from, last + 1), name = joined(parts.slice(last - 1, last + 1));
    return { own: own, whose: joined(own), office: [name, [], 0, [], []], called: name, told: joined(own.filter(placeLike)) };
  }

  /* A place without a kind of department, with the word for its level. */
  function placed(parts) {
    var at = parts.findIndex(function (one) { return one.kind === "place"; });
    if (at < 0) { return { own: [], whose: "", office: null, called: "", told: "" }; }
    var own = [parts[at]], next = parts[at + 1];
    if (next && next.kind === "rest" && !next.gap && LEVELS.test(next.text) && next.text.length < 8) { own.push(next); }
    return { own: own, whose: joined(own), office: null, called: "", told: joined(own) };
  }

  /* Runs of words that name something, but for the department: each with what it may be said with, the widest first. */
  ask.left = function (parts, used) {
    var found = [];
    for (var i = 0; i < parts.length; i += 1) {
      if (!naming(parts[i]) || used.indexOf(parts[i]) >= 0) { continue; }
      var from = i, to = i;
      while (from > 0 && !parts[from].gap && used.indexOf(parts[from - 1]) < 0 && (small(parts[from - 1]) || specific(parts[from - 1]))) { from -= 1; }
      while (to + 1 < parts.length && !parts[to + 1].gap && used.indexOf(parts[to + 1]) < 0 && (small(parts[to + 1]) || specific(parts[to + 1]) || naming(parts[to + 1]))) { to += 1; }
      while (to > i && parts[to].kind === "filler" && /^[多少几]$/.test(parts[to].text)) { to -= 1; }
      var run = parts.slice(from, to + 1), latin = /[a-z]/.test(run[0].text), names = run.filter(naming);
      var core = run.slice(run.indexOf(names[0]), run.indexOf(names[names.length - 1]) + 1);
      var trimmed = joined(run).replace(SAYS_NOTHING, ""), ways = [joined(run), trimmed, joined(core), joined(run).replace(/的/g, ""), joined(run.filter(function (one) { return naming(one) || specific(one); }))];
      ways.push(trimmed.replace(/(费用|经费|资金|支出|钱|款)$/, "").replace(SAYS_NOTHING, ""));
      for (var end = run.indexOf(core[core.length - 1]) + 1; end < run.length; end += 1) { ways.push(joined(run.slice(0, end + 1))); }
      if (run[run.length - 1].verb) { ways.push(trimmed.slice(0, -1)); }
      /* A measure within the name belongs to it: what lacks it is not what was said. */
      var within = run.filter(specific);
      if (within.length) { ways = ways.filter(function (text) { return text === trimmed || within.some(function (measure) { return text.indexOf(measure.text) >= 0; }); }); }
      ways = ways.filter(function (text, at) { return text && ways.indexOf(text) === at; });
      if (!latin || joined(core).length > 1) { found.push({ ways: ways, said: trimmed || joined(run), core: joined(core), parts: run }); }
      i = to;
    }
    return found;
  };

  /* Whether a place, at its level if that is said, is that of a department: by its short name and its region. */
  function at(told, one, ways, index) {
    var level = (LEVELS.exec(told) || [""])[0], base = told.slice(0, told.length - level.length);
    var names = [one[1], one[2] || ""].map(function (name) { return ask.compact(index.plain(name)); });
    if (!base) { return names[0].indexOf(level) >= 0; }
    return names.some(function (name) {
      return ways(base).concat(ways(told)).some(function (way) {
        var here = name.indexOf(way);
        return here >= 0 && (!level || way.slice(-1) === level || name.indexOf(level, here + way.length) >= 0);
      });
    });
  }

  /* The department of a kind, of a place if one is said; null if none that is collected fits. */
  function ofKind(said, index, first) {
    var own = said.office[3], told = said.told;
    var ways = function (text) { return index.ways(text, first.aliases).map(ask.compact); };
    /* 厅 is a department of a province. */
    var provincial = /厅$/.test(said.called) && !/(办公|大)厅$/.test(said.called);
    var fits = own.filter(function (one) { return (!told || at(told, one, ways, index)) && (!provincial || /厅/.test(one[1])); });
    /* Of a year that is said, whoever has it newest. */
    if (said.year) { fits.sort(function (a, b) { return +(ask.newestOf(b).indexOf("-" + said.year) > 0) - +(ask.newestOf(a).indexOf("-" + said.year) > 0); }); }
    if (fits.length) { return Promise.resolve({ found: { id: fits[0][0], newest: ask.newestOf(fits[0]) }, others: told ? [] : own.filter(function (one) { return one !== fits[0]; }) }); }
    if (said.office[2] <= own.length) { return Promise.resolve(null); }
    return index.listed(said.whose, 0, 4).then(function (answer) { 
      var places = ways(told).concat(answer.said.map(ask.compact));
      return recorded(answer.found, function (one) { return places.some(function (place) { return ask.compact(index.plain(one.title + one.beside)).indexOf(place) >= 0; }); }, index);
    });
  }

  function inEnglish(said, index) {
    var own = said.office ? said.office[3] : [], place = said.place || "";
    var fits = own.find(function (one) { return !place || one[0].indexOf(place.replace(/ /g, "-")) === 0; });
    return Promise.resolve(fits ? { found: { id: fits[0], newest: ask.newestOf(fits) }, others: [] } : null);
  }

  /* The first department among records that a test allows. */
  function recorded(records, test, index) {
    var fitting = records.filter(test);
    var own = fitting.map(function (one) {
      var found = /^d\/departments\/([^/]+)\/$/.exec(one.below) || /^d\/([^/]+)-\d{4}[^/]*\/$/.exec(one.below);
      var newest = /^d\/([^/]+-\d{4}[^/]*)\/$/.exec(one.below);
      return found && { id: found[1], newest: newest ? newest[1] : "" };
    }).filter(Boolean);
    return own.length ? { found: own[0], others: [] } : null;
  }

  /* A unit of a department whose accounts are part of the department's. */
  function unitOf(records, said, index) {
    var one = records.find(function (record) { return /^所属单位/.test(record.beside) && !/（本级）$/.test(record.title) && (record.title.slice(-said.length) === said || ends(said, record.title.replace(/（.*/, ""), index)); });
    var own = one && /^d\/(([^/]+)-\d{4}[^/]*)\//.exec(one.below);
    return own ? { found: { id: own[2], newest: own[1] }, others: [], unit: one.title, part: said } : null;
  }

  /* The unit that has one of some names, of a place if one is said. */
  function unitCalled(names, told, index, first) {
    if (!names.length) { return Promise.resolve(null); }
    var ways = function (text) { return index.ways(text, first.aliases).map(ask.compact); };
    return index.listed(names[0], 0, 6).then(function (answer) {
      var own = answer.found.filter(function (one) { return !told || at(told, ["", one.title, one.beside], ways, index); });
      return unitOf(own, names[0], index) || unitCalled(names.slice(1), told, index, first);
    });
  }

  /* Whether a name ends with what is said; or with all of its words, as 乌鲁木齐市社会保险中心 with 社保中心. */
  function ends(said, name, index) {
    var held = ask.compact(index.plain(name));
    return index.ways(said, ask.aliased).some(function (way) {
      var text = ask.compact(way);
      return held.slice(-text.length) === text || (text.length > 3 && held.slice(-2) === text.slice(-2) && inRuns(text, held));
    });
  }

  function begins(said, name, index) {
    var held = ask.compact(index.plain(name));
    return index.ways(said, ask.aliased).some(function (way) { return held.indexOf(ask.compact(way)) === 0; });
  }

  /* The department or unit whose name begins or ends with some words. */
  function byRecords(text, index) {
    return index.listed(text, 0, 6).then(function (answer) {
      var test = function (one) {
        var name = one.title.replace(/ \d{4} 年度.*|：历年决算$/, "");
        return begins(text, name, index) || ends(text, name, index) || /^d\/departments/.test(answer.found[0].below);
      };
      return Promise.resolve(recorded(answer.found, test, index)).then(function (found) {
        if (found) { found.several = new Set(answer.found.filter(test).map(function (one) { return (/^d\/departments\/([^/]+)/.exec(one.below) || [])[1]; }).filter(Boolean)).size > 1; }
        return found || unitOf(answer.found, text, index);
      });
    });
  }

  /* The first of some phrases that names a department or a unit, and which it is. */
  function firstOf(phrases, index) {
    if (!phrases.length) { return Promise.resolve(null); }
    var text = phrases[0].said;
    var found = text.length > 1 && text.length <= LONGEST ? byRecords(text, index) : Promise.resolve(null);
    return found.then(function (own) { return own ? Object.assign(own, { phrase: phrases[0] }) : firstOf(phrases.slice(1), index); });
  }

  /* What stands before 的 in a phrase that says whose something is: 驻京联络处的运行补助. */
  function parted(phrase) {
    var at = phrase.parts.findIndex(function (one) { return one.text === "的"; }), own = at > 0 ? phrase.parts.slice(0, at) : [], text = joined(own);
    return text.length > 3 && at + 1 < phrase.parts.length ? { ways: [text], said: text, core: text, parts: own } : null;
  }

  /* English words before a kind of department that begin the id of one. */
  function englishPlace(parts, said) {
    var rest = parts.filter(function (one) { return one.kind === "rest"; });
    var own = said.office ? rest.filter(function (one) { return said.office[3].some(function (other) { return other[0].split("-").indexOf(one.text) >= 0; }); }) : [];
    return { place: joined(own), own: said.own.filter(function (one) { return one.kind === "office"; }).concat(own) };
  }

  /* The id of the newest disclosure of a department, as the words of questions name it. */
  ask.newestOf = function (one) { return /^\d{4}/.test(one[3]) ? one[0] + "-" + one[3] : one[3]; };

  /* A department with its measures; with the names of what it holds, where something is left to be found by name. */
  function loaded(subject, index, light, limited) {
    var found = subject.found, named = found && found.newest && (subject.unit || subject.left.length || limited);
    if (!found || (light && !subject.unit)) { return subject; }
    return index.piece(named ? "i-" + found.newest : "d-" + found.id).then(function (own) {
      subject.found = own;
      subject.left = ask.foreign(subject.left, own);
      if (!named || subject.unit || subject.left.length || limited) { return subject; }
      return index.piece("d-" + own.id).then(function (other) { return Object.assign(subject, { found: other }); });
    });
  }

  /* What is left of a question but for other names of the department itself. */
  ask.foreign = function (left, found) {
    return left.filter(function (one) {
      if (found && one.ways.indexOf(found.of[0].scope) >= 0) { return false; }
      return !found || !found.names.some(function (name) { return one.ways.some(function (way) { return name.indexOf(way) >= 0; }); });
    });
  };

  /* Whose figures some parts of a question ask for, and what is left of them. */
  ask.subject = function (parts, index, light, limited) {
    var said = ask.named(parts), latin = parts.some(function (one) { return /[a-z]/.test(one.text); });
    said.year = (parts.find(function (one) { return one.kind === "year"; }) || {}).value;
    if (latin) { Object.assign(said, englishPlace(parts, said)); }
    function told(own, used) { return loaded(Object.assign({ office: said.office, whose: said.whose, called: said.called, left: ask.left(parts, used) }, own || { found: null }), index, light, limited); }
    return index.piece("first").then(function (first) {
      ask.aliased = first.aliases;
      if (latin) { return said.office ? inEnglish(said, index).then(function (own) { return told(own, said.own); }) : inRecords(parts, index, told); }
      if (said.office) {
        return ofKind(said, index, first).then(function (own) {
          if (own || !said.whose) { return told(own, said.own); }
          return unitCalled([said.whose].concat(said.office[2] || said.whose === said.office[0] ? [] : said.office[0]), said.told, index, first).then(function (unit) { return told(unit, said.own); });
        });
      }
      var phrases = ask.left(parts, []).slice(0, PHRASES), of = phrases.length === 1 && parted(phrases[0]);
      if (of) { phrases.push(of); }
      return firstOf(phrases, index).then(function (own) {
        if (own) { return told(own, own.phrase.parts.filter(naming)); }
        return said.whose ? byRecords(said.whose, index).then(function (other) { return told(other, other ? said.own : []); }) : told(null, []);
      });
    });
  };

  function inRecords(parts, index, told) {
    var rest = parts.filter(function (one) { return one.kind === "rest"; }), every = rest.map(function (one) { return one.text; });
    if (!rest.length) { return told(null, []); }
    function of(some) {
      return index.listed(some.join(" "), 0, 4).then(function (answer) {
        function test(one) { return some.every(function (word) { return one.below.indexOf(word) >= 0; }); }
        /* A place of which several are collected (urumqi) names none of them. */
        var whose = new Set(answer.found.filter(test).map(function (one) { return (/^d\/(?:departments\/)?([a-z-]+?)(?:-\d{4}[^/]*)?\//.exec(one.below) || [])[1]; }).filter(Boolean));
        return whose.size > 1 ? null : recorded(answer.found, test, index);
      });
    }
    return of(every).then(function (own) {
      if (own || every.length < 2) { return told(own, own ? rest : []); }
      /* The last or the first word may be the place, the others what is asked for. */
      return of(every.slice(-1)).then(function (last) { return last ? told(last, rest.slice(-1)) : of(every.slice(0, 1)).then(function (first) { return told(first, first ? rest.slice(0, 1) : []); }); });
    });
  }

  /* How well a name holds what is said: 4 it is it, 3 it holds it, 2 it holds all of its words; 0 not. */
  ask.fits = function (said, name, index) {
    var held = ask.compact(index.plain(name));
    return index.ways(said, ask.aliased).reduce(function (best, way) {
      var text = ask.compact(index.plain(way));
      return Math.max(best, text.length < 2 ? (held === text ? 4 : 0) : held === text ? 4 : held.indexOf(text) >= 0 ? 3 : text.length > 3 && inRuns(text, held) ? 2 : 0);
    }, 0);
  };

  /* Whether a text falls into runs of two and more characters that a name holds, in any order; one may be single. */
  function inRuns(text, held) {
    var single = 0;
    for (var i = 0; i < text.length;) {
      var size = text.length - i;
      while (size > 1 && held.indexOf(text.substr(i, size)) < 0) { size -= 1; }
      if (size === 1 && (held.indexOf(text[i]) < 0 || (single += 1) > (text.length > 4 ? 1 : 0))) { return false; }
      i += size;
    }
    return true;
  }
})(window.juesuanAsking = window.juesuanAsking || {});
