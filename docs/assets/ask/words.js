/* Questions: what is typed becomes measures, departments, years and what is asked of them. The words stand in the piece
   “words” (terms/data/search.toml). */
(function (ask) {
  "use strict";
  var COLUMNS = ["reason", "change", "annual_budget", "initial_budget", "completion_pct", "variance_pct", "share_pct"];
  var lexicon = null, english = null;

  /* Names of a measure that are found by their sound. */
  var SOUNDING = 4;

  /* What a character that is in no known word costs, as words cost 1 each. */
  var UNKNOWN = 3;

  ask.columns = { actual: "决算数", change: "比上年增减", annual_budget: "全年预算数", initial_budget: "年初预算数", completion_pct: "完成预算", variance_pct: "预决算差异率", share_pct: "占比" };
  ask.compact = function (text) { return text.replace(/ /g, ""); };

  function stem(word) { return word.length > 3 ? word.replace(/(es|s)$/, function (end) { return end === "es" ? "e" : ""; }).replace(/e$/, "") : word; }
  function stems(text) { return text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().split(" ").map(stem).join(" "); }

  /* All words that a question may hold. */
  ask.understood = function (words) {
    if (lexicon) { return lexicon; }
    lexicon = {};
    english = {};
    function put(word, kind, value) {
      var held = /^[a-z ]+$/.test(word) ? english : lexicon, key = held === english ? stems(word) : word;
      held[key] = held[key] || { kind: kind, value: value };
    }
    words.offices.forEach(function (one) { one[3].forEach(function (own) { var base = /^(.{2,}?)[市州县区盟旗]/.exec(own[1]); if (base) { put(base[1], "place", base[1]); } }); });
    words.offices.forEach(function (one) { [one[0]].concat(one[1], one[4] || []).forEach(function (name) { put(name, "office", one); }); });
    words.measures.forEach(function (one) {
      one[5].forEach(function (name) { put(name, "measure", one); });
      one[3].toLowerCase().split(";").forEach(function (name) { put(name.replace(/[^a-z]+/g, " ").trim(), "measure", one); });
    });
    words.measures.forEach(function (one) {
      var whole = /^(.*) in total$/.exec(one[3].toLowerCase().split(";")[0]);
      if (whole) { put("total " + whole[1], "measure", one); put(whole[1], "measure", one); }
    });
    /* Letters only count where nothing else is left: their words are parts of many names. */
    Object.keys(words.roles).filter(function (role) { return !/^(letter|per|classifier)$/.test(role); }).forEach(function (role) { words.roles[role].forEach(function (word) { put(word, /^(count|every)$/.test(role) ? "whose" : role === "named" ? "rest" : role, role); }); });
    words.costs.forEach(function (name) { put(name, "cost", name); });
    ask.signs.forEach(function (sign, i) { put(sign, "limit", i); });
    Array.from(STATED).forEach(function (sign) { put(sign, "claim", sign); });
    return lexicon;
  };

  /* Pieces of the names of places (scripts/juesuan/pages/machines/search/vocabulary.py). */
  var PLACES = 16;
  var near = [];

  /* The places that a question may name, two characters of each: such as no longer word explains. What an earlier question
     loaded is forgotten, so that each is answered alike whatever was asked before. */
  ask.near = function (query, words, index) {
    var known = ask.understood(words);
    near.forEach(function (name) { delete known[name]; });
    near = [];
    if (ask.isLatin(query)) { return Promise.resolve(words); }
    var pairs = [];
    ask.cut(ask.normal(query), words, index).forEach(function (part) {
      pairs.push((part.gap ? " " : "") + (part.kind === "rest" || part.text.length === 1 ? part.text : " "));
    });
    pairs = (pairs.join("").match(/[\u4e00-\u9fff]+/g) || []).reduce(function (all, run) {
      /* A place begins a run, or stands before the word for its level. */
      for (var i = 0; i + 1 < run.length; i += 1) { if (i < 2 || /[省市州县区盟旗地]/.test(run[i + 2] || "")) { all.push(run.substr(i, 2)); } }
      return all;
    }, []).filter(function (pair) { return !Object.prototype.hasOwnProperty.call(known, pair); });
    return Promise.all(pairs.map(function (pair) {
      return index.piece("g" + index.pieceOf(pair[0], PLACES)).then(function (all) {
        for (var i = 0; i < all.length; i += 2) { if (all.substr(i, 2) === pair) { return pair; } }
        return "";
      });
    })).then(function (found) {
      found.filter(Boolean).forEach(function (name) { if (!known[name]) { known[name] = { kind: "place", value: name }; near.push(name); } });
      return typedCodes(query, words, index);
    });
  };

  /* A word as it was typed that holds one that joins, where it is the name of a code: 党委办公厅（室）及相关机构事务. */
  function typedCodes(query, words, index) {
    var known = ask.understood(words), joins = new RegExp("[" + words.roles.and.filter(function (one) { return one.length === 1; }).join("") + "]");
    var typed = query.trim().split(/\s+/), every = typed.length > 1 ? typed.map(function (one) { return ask.compact(index.plain(one)); }).filter(function (one) { return one.length > 5 && joins.test(one) && !known[one]; }) : [];
    return Promise.all(every.map(function (one) { return ask.codes([one], index).then(function (codes) { if (codes.length) { known[one] = { kind: "rest", value: one }; near.push(one); } }); })).then(function () { return words; });
  }

  /* The words as they are told, one text each, as lists. */
  ask.unpacked = function (words) {
    if (words.unpacked) { return words; }
    words.measures.forEach(function (one) { one[5] = one[5].split("|"); one[5][0] = one[5][0] || one[1]; });
    Object.keys(words.roles).forEach(function (role) { words.roles[role] = words.roles[role] ? words.roles[role].split("|") : []; });
    words.unpacked = true;
    return words;
  };

  /* The words with their English, which only letters need. */
  ask.spelled = function (words, index) {
    if (words.spelled) { return Promise.resolve(words); }
    return index.piece("latin").then(function (latin) {
      if (words.spelled) { return words; }
      words.measures.forEach(function (one) { one[3] = latin.measures[one[0]] || ""; });
      words.offices.forEach(function (one) { one[4] = latin.offices[one[0]] || []; });
      Object.keys(latin.roles).forEach(function (role) { words.roles[role] = words.roles[role].concat(latin.roles[role]); });
      words.spelled = true;
      lexicon = null;
      return words;
    });
  };

  /* The words with their sounds, which only letters need that are no English. */
  ask.voiced = function (words, index) {
    if (words.voiced) { return Promise.resolve(words); }
    return ask.sounds(index).then(function (told) {
      var of = told.of;
      /* Each syllable with a capital: the capitals are the initials. */
      function sounding(names) {
        return names.map(function (name) { return Array.from(name).map(function (char) { var one = of[char] || ""; return one.slice(0, 1).toUpperCase() + one.slice(1); }).join(""); });
      }
      words.measures.forEach(function (one) { one[6] = sounding(one[5].slice(0, SOUNDING)).join(" "); });
      words.offices.forEach(function (one) { one[6] = one[2] ? sounding([one[0]].concat(one[1])) : []; });
      words.voiced = true;
      return words;
    });
  };

  /* The letters that stand at a place, up to a space. */
  function lettersAt(text, at, gaps) {
    var to = at;
    while (/[a-z]/.test(text[to] || "") && (to === at || !gaps[to])) { to += 1; }
    return at && /[a-z]/.test(text[at - 1]) && !gaps[at] ? "" : text.slice(at, to);
  }

  /* A question cut into words that are known; what is not known ends where a space was typed. */
  function cut(spaced, known) {
    var text = ask.compact(spaced), gaps = {}, found = [], rest = "", begin = 0;
    Array.from(spaced.trim()).forEach(function (char) { if (char === " ") { gaps[begin] = true; } else { begin += 1; } });
    function put(one, at) { found.push(Object.assign(one, { gap: !!gaps[at] })); }
    /* A word over a space ends where another word begins: 多少 人社局 is not 多少人. */
    function within(i, size) {
      for (var at = i + 1; at < i + size; at += 1) { if (gaps[at]) { return gaps[i + size] || i + size === text.length; } }
      return true;
    }
    function left(at) { if (rest) { put({ kind: "rest", text: rest }, at - rest.length); rest = ""; } }
    /* What may stand at a place: a year, a word, a word in English; its length and what it is. */
    function standing(i) {
      var year = /\d/.test(text[i - 1] || "") ? null : /^20\d\d(?!\d)(?:年度?)?/.exec(text.slice(i)), all = [];
      if (year) { return [{ size: year[0].length, told: { kind: "year", value: year[0].slice(0, 4) } }]; }
      for (var size = Math.min(24, text.length - i); size; size -= 1) {
        if (Object.prototype.hasOwnProperty.call(known, text.substr(i, size)) && within(i, size)) { all.push({ size: size, told: known[text.substr(i, size)] }); }
      }
      /* 出了国, 请过客: a word of two characters around what only says that it was done. */
      var around = /[了过]/.test(text[i + 1] || "") && !gaps[i + 1] && !gaps[i + 2] && Object.prototype.hasOwnProperty.call(known, text[i] + text[i + 2]) && known[text[i] + text[i + 2]];
      if (around && around.kind === "measure") { all.push({ size: 3, told: around }); }
      for (var letters = lettersAt(text, i, gaps), phrase = [], to = i; letters && phrase.length < 5;) {
        phrase.push(letters);
        to += letters.length;
        if (english[stems(phrase.join(" "))]) { all.push({ size: to - i, told: english[stems(phrase.join(" "))] }); }
        letters = lettersAt(text, to, gaps);
      }
      return all;
    }
    /* The words that leave the least unknown, and of those the fewest, the least that say nothing; the longer one first. */
    var cost = [], choice = [];
    cost[text.length] = 0;
    for (var at = text.length - 1; at >= 0; at -= 1) {
      cost[at] = UNKNOWN + cost[at + 1];
      choice[at] = null;
      standing(at).forEach(function (one) {
        var here = (one.told.kind === "filler" ? 1.1 : 1) + cost[at + one.size];
        if (here < cost[at]) { cost[at] = here; choice[at] = one; }
      });
    }
    for (var i = 0; i < text.length;) {
      var own = choice[i];
      if (own || gaps[i]) { left(i); }
      if (own) { put({ kind: own.told.kind, text: text.substr(i, own.size), value: own.told.value }, i); i += own.size; }
      else { rest += text[i]; i += 1; }
    }
    left(text.length);
    return found;
  }

  /* A question in English cut into its words and phrases. */
  function cutEnglish(text) {
    var every = text.split(" ").filter(Boolean), found = [];
    for (var i = 0; i < every.length;) {
      if (ask.signs.indexOf(every[i]) >= 0) { found.push({ kind: "limit", text: every[i], value: ask.signs.indexOf(every[i]) }); i += 1; continue; }
      if (/^20\d\d$/.test(every[i])) { found.push({ kind: "year", text: every[i], value: every[i] }); i += 1; continue; }
      if (STATED.indexOf(every[i]) >= 0) { found.push({ kind: "claim", text: every[i], value: every[i] }); i += 1; continue; }
      var size = Math.min(7, every.length - i), sign = every.slice(i, i + size).findIndex(function (one) { return /[ᚠ-ᛋ]/.test(one); });
      if (sign > 0) { size = sign; }
      while (size && !Object.prototype.hasOwnProperty.call(english, stems(every.slice(i, i + size).join(" ")))) { size -= 1; }
      var said = every.slice(i, i + Math.max(1, size)).join(" "), one = size ? english[stems(said)] : { kind: "rest" };
      found.push({ kind: one.kind, text: said, value: one.value, gap: false });
      i += Math.max(1, size);
    }
    return found;
  }

  /* Characters beside a measure that go on in one of its names belong to it. */
  function absorbed(parts) {
    return parts.reduce(function (all, one) {
      var last = all[all.length - 1];
      var goes = last && last.kind === "measure" && one.kind === "rest" && !one.gap && last.value[5].some(function (name) { return name.indexOf(last.text + one.text) >= 0; });
      if (goes) { last.text += one.text; } else { all.push(one); }
      return all;
    }, []);
  }

  /* A measure by its own name counts more than everyday words for all that was spent; of one topic the part more than its total. */
  function better(one, held) {
    if (!held) { return true; }
    var plain = function (said) { return said.value[7] ? 0 : 1; };
    var topic = one.value[0].split(".")[0] === held.value[0].split(".")[0];
    if (topic && /\.total$/.test(held.value[0])) { return true; }
    if (topic && /\.total$/.test(one.value[0])) { return false; }
    return plain(one) - plain(held) > 0 || (plain(one) === plain(held) && one.text.length > held.text.length);
  }

  /* The sides of a question that are joined by words such as 和: those that name something. */
  function sides(parts) {
    var all = [[]];
    parts.forEach(function (one) { if (one.kind === "and") { all.push([]); } else { all[all.length - 1].push(one); } });
    return all.filter(function (side) { return side.some(function (one) { return /^(rest|place|office)$/.test(one.kind); }); });
  }

  /* A limit (以上, 低于) with its number, and the question without it. */
  function limited(text, words) {
    function any(role) { return words.roles[role].slice().sort(function (a, b) { return b.length - a.length; }).join("|"); }
    var number = "(\\d[\\d,]*(?:\\.\\d+)?)(万亿|亿|万|千万|百万)?(元|块|%|分|人|名|辆|台|个人)?";
    var before = new RegExp("(?:(" + any("below") + ")|(" + any("above") + "))了? ?" + number).exec(text);
    var behind = new RegExp(number + "(?:之|及)?(?:(" + any("below") + ")|(" + any("above") + "))").exec(text);
    var found = before || behind;
    if (!found) { return exactly(text, words, any); }
    var at = before ? 3 : 1, limit = ask.quantity(found[at].replace(/,/g, ""), found[at + 1], (found[at + 2] || "").replace("个人", "人"));
    limit.below = !!(before ? before[1] : behind[4]);
    limit.said = found[0];
    return limit;
  }

  /* A number that projects have exactly: 满分, 执行率100%. */
  function exactly(text, words, any) {
    var full = new RegExp(any("full")).exec(text);
    var told = full || new RegExp("(?:" + any("rate") + "|" + any("score") + "|" + any("completion_pct") + ")(?:是|为|等于|达)? *(\\d+(?:\\.\\d+)?)(%|分|(?= |$))").exec(text);
    if (!told) { return null; }
    var number = full ? "100" : told[1], behind = full ? "" : told[0].slice(told[0].indexOf(number));
    /* What has decimals was read somewhere. */
    if (/\./.test(number)) { return null; }
    return { equal: true, value: +number, kind: full || told[2] === "分" || (!told[2] && new RegExp("^(?:" + any("score") + ")").test(told[0])) ? "score" : "rate", said: full ? full[0] : behind };
  }

  /* Percentages in characters: 百分之八十. */
  function percents(text) {
    return text.replace(/(\d) ?(?:percent|per cent)/g, "$1%").replace(/百分(?:之)?百/g, "100%").replace(/一半|半数/g, "50%").replace(/([一二三四五六七八九1-9])成(?=[^立功果本员为效就])/g, function (all, tenth) { return (ask.digit(tenth) || tenth) + "0%"; }).replace(/百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g, function (all, number) {
      var value = number === "百" ? "100" : /^\d/.test(number) ? number : ask.inDigits(number);
      return /^\d/.test(value) ? value + "%" : all;
    });
  }

  /* Years in characters: 二〇二四, 二三年. */
  function counted20(text) {
    return text.replace(/二[〇零○0]([一二])([〇零○一二三四五六七八九])/g, function (all, tens, ones) { return "20" + ask.digit(tens) + (ask.digit(ones) || 0); })
      .replace(/(^|[^一二三四五六七八九十百千万亿点\d])([一二])([〇零○一二三四五六七八九])年(?!前|后|内|来|多|级)/g, function (all, before, tens, ones) { return before + "20" + ask.digit(tens) + (ask.digit(ones) || 0) + "年"; });
  }

  /* 23年 and 去年 as the year that it is: what is not collected of it is said. */
  function dated(text) {
    var now = new Date().getFullYear();
    text = counted20(text);
    return text.replace(/(^|\D)([12]\d)年(?=[^\d前后内来]|$)/g, "$120$2年").replace(/(^|[^比较跟和与同])(今年|去年|前年)/g, function (all, before, said) { return before + (now - { "今年": 0, "去年": 1, "前年": 2 }[said]) + "年"; });
  }

  /* What was done before how much of it is asked (奖了多少钱) is no part of a name. */
  function done(parts) {
    parts.forEach(function (one, i) {
      var next = parts[i + 1], asks = next && !next.gap && /^[了过掉]/.test(next.text);
      if (!asks || one.kind !== "rest" || one.gap && one.text.length < 2) { return; }
      if (one.text.length === 1) { one.kind = "filler"; } else { one.verb = true; }
    });
    return parts;
  }

  /* Two measures of different units said as one word (退休人员工资) are the name of something else. */
  function compounds(parts) {
    parts.forEach(function (one, i) {
      var spent = parts[i + 1];
      /* What is spent on persons (离退休支出) is no count of them. */
      if (one.kind === "measure" && one.value[2] === "人" && !one.value[7] && spent && !spent.gap && /^(measure|filler|rest)$/.test(spent.kind) && /^(支出|经费|费用?|开支|资金)$/.test(spent.text)) { one.kind = spent.kind = "rest"; return; }
      var next = parts[i + 1], both = next && !next.gap && [one, next].every(function (part) { return part.kind === "measure" && !part.value[7] && !/^each\./.test(part.value[0]); });
      if (both && one.value[2] !== next.value[2] && /^(人|辆)$/.test(one.value[2]) && next.value[2] === "万元") { one.kind = next.kind = "rest"; }
    });
    return parts;
  }

  /* How often and how many persons are measures of their own; what is asked of each person another. */
  function counted(asked, words) {
    var own = asked.measure && words.counted[asked.measure[0]], id = "";
    var people = asked.measures.some(function (one) { return one[0] === "headcount.total"; }) || asked.kinds.people !== undefined;
    if (own && (people || asked.kinds.times !== undefined)) { id = people && own[1] ? own[1] : asked.kinds.times !== undefined ? own[0] : ""; }
    var each = asked.measures.find(function (one) { return one[0] === "each.spending"; });
    var other = each && asked.measures.find(function (one) { return !/^each\./.test(one[0]) && !one[7]; });
    if (other) { id = words.each[other[0]] || other[0]; asked.each = !words.each[other[0]]; }
    var found = id && words.measures.find(function (one) { return one[0] === id; });
    if (found) { asked.swapped = other ? other[0] : asked.measure[0]; asked.measure = found; }
  }

  /* The best and the worst are the first and the last by what was reached. */
  function ranked(asked) {
    var kinds = asked.kinds;
    asked.quality = kinds.best !== undefined || kinds.worst !== undefined;
    if (kinds.best !== undefined) { kinds.most = kinds.best; }
    if (kinds.worst !== undefined) { kinds.least = kinds.worst; }
    /* Which of the projects did not spend all: those below 100 %. */
    if (!asked.limit && /没|未/.test(kinds.rate || "") && asked.measures.some(function (one) { return one[0] === "performance.project_count"; })) {
      asked.limit = { below: true, value: 100, kind: "rate", said: "低于 100%" };
    }
  }

  /* Of a share the measure before the word for it is the part, that behind it the whole: 工资占总支出. */
  function shared(asked, parts) {
    var at = parts.findIndex(function (one) { return one.kind === "share_pct"; });
    function measure(one) { return one.kind === "measure"; }
    var part = at > 0 && parts.slice(0, at).filter(measure).pop(), whole = at > 0 && parts.slice(at).find(measure);
    /* 基本支出里人员经费占几成: what is named first holds the other. */
    if (part && !whole) { whole = parts.slice(0, parts.indexOf(part)).filter(measure).find(function (one) { return one.value[2] === part.value[2] && !one.value[7]; }); }
    if (part && whole && part.value !== whole.value && part.value[2] === whole.value[2]) { asked.measure = part.value; asked.said = part; }
  }

  /* What a count cost, where money is asked for: 公车花了多少钱. */
  function costing(asked, words) {
    var id = asked.measure && words.money[asked.measure[0]], spent = asked.kinds.money !== undefined || /花|钱/.test(asked.text) || asked.measures.some(function (one) { return one[0] === "expenditure.current"; });
    var found = id && spent && words.measures.find(function (one) { return one[0] === id; });
    if (found) { asked.swapped = asked.measure[0]; asked.measure = found; }
  }

  /* Departments that are only set beside each other: 谁的车多 人社局 市委. */
  function listed(asked, parts) {
    if (asked.kinds.and !== undefined || asked.kinds.whose === undefined) { return null; }
    var begins = parts.filter(function (one, i) { return one.kind === "office" && (one.gap || (i && parts[i - 1].kind === "place" && parts[i - 1].gap)); });
    if (begins.length < 2) { return null; }
    var all = [[]];
    parts.forEach(function (one) { if (one.gap) { all.push([]); } all[all.length - 1].push(one); });
    return all.filter(function (side) { return side.some(function (one) { return one.kind === "office"; }); });
  }

  /* Amounts and shares that a question states and that are no condition (少了八成多, 花了3.6亿): each one sign, so that no
     point and no unit is lost. */
  var STATED = "ᛁᛃᛇᛈᛉᛋ";
  function stated(typed, told) {
    if (ask.isLatin(typed) && typed.search(AMOUNT) < 0) { return typed; }
    return typed.replace(/(?:约|大概|差不多|将近|接近)?(\d[\d,]*(?:\.\d+)?)(?:多|余|来)? ?(?:(万亿|亿|千万|百万|万)(?:多|余|来)?元?钱?|%|倍|元)(?:多|余|左右|上下)?(?![\d])/g, function (said, number, power) {
      if (told.length === STATED.length) { return said; }
      told.push({ said: said.trim(), number: number.replace(/,/g, ""), power: power || "", more: /[多余]/.test(said), money: !!power || /元/.test(said) });
      return STATED[told.length - 1];
    });
  }

  /* A question with its numerals in digits, its years in full. */
  ask.normal = function (query) {
    /* 人少于100: the unit alone is the count of persons. */
    var text = query.normalize("NFKC").toLowerCase().replace(/(^|[的里]|部门|单位)人(?=(?:少于|多于|超过|不到|不足|大于|小于|低于|高于|在)[\d一二两三四五六七八九十百千])/g, "$1人数");
    text = text.replace(/(\d+)亿(\d)千?([多余来])?万?(?=[多余来]|元|块|的|是|$|[^\d万千])/g, function (said, whole, tenth, more) { return whole + "." + tenth + "亿" + (more || ""); }).replace(/(\d)千([多余来]?)万/g, "$1000万$2");
    return ask.inDigits(percents(dated(text)));
  };

  /* Whether letters may be the sound of Chinese: syllables, one after the other. */
  ask.syllabic = function (text) {
    return /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeo]i?|[ae]ng?|ao|ou|ong|er|i(?:a|e|u|n|ng|an|ang|ao|ong)?|u(?:a|o|i|n|e|ai|an|ang)?|v|ve)(?: |$|(?=[a-z])))+$/.test(text);
  };

  /* Whether a question holds letters and no Chinese. */
  ask.isLatin = function (text) { return /^[\x00-\x7fᚠ-ᛋ]*$/.test(text.replace(AMOUNT, "")) && /[a-z]/.test(text); };
  var AMOUNT = /\d亿?元/g;

  /* Names that share their end are whole names (货物、工程、服务采购; basic and project expenditure). */
  function shortened(parts, known) {
    for (var i = parts.length - 1, end = null; i >= 0; i -= 1) {
      var one = parts[i], latin = /^[a-z]/.test(one.text);
      if (one.kind === "measure") { end = one; }
      else if (one.kind === "rest" && end && parts[i + 1].kind === "and") { whole(one, end, latin ? english : known, latin); }
      else if (one.kind !== "and") { end = null; }
    }
  }

  function whole(one, end, known, latin) {
    for (var at = 1; at < end.text.length; at += 1) {
      var name = one.text + end.text.slice(at), key = latin ? stems(name) : name;
      if ((!latin || end.text[at] === " ") && known[key] && known[key].kind === "measure") { one.kind = "measure"; one.value = known[key].value; return; }
    }
  }

  /* What is joined in one name is two where one is set against the other: 收入和支出差多少. */
  function parted(parts, words) {
    var known = ask.understood(words);
    if (!parts.some(function (one) { return one.kind === "versus"; })) { return parts; }
    return parts.reduce(function (all, one) {
      var sides = one.kind === "measure" ? /^(.+)([和与跟])(.+)$/.exec(one.text) : null;
      var both = sides && [sides[1], sides[3]].map(function (text) { return known[text] && known[text].kind === "measure" ? { kind: "measure", text: text, value: known[text].value, gap: false } : null; });
      return all.concat(both && both[0] && both[1] ? [both[0], { kind: "and", text: sides[2], value: "and", gap: false }, both[1]] : [one]);
    }, []);
  }

  /* A unit alone before the word for a rank names what is counted in it: 哪个部门人最少, 哪个项目分最低. What is left of the
     money of projects is their rate. */
  function counting(parts, words) {
    shortened(parts, ask.understood(words));
    parts.forEach(function (one, i) {
      var next = parts[i + 1], ranks = next && /^(most|least|best|worst)$/.test(next.kind);
      var own = one.kind === "rest" && ranks && words.measures.find(function (measure) { return measure[2] === one.text && measure[7]; });
      if (own) { one.kind = "measure"; one.value = own; }
      if (one.kind === "rest" && ranks && one.text === "分") { one.kind = "score"; }
      if (one.kind === "measure" && /^[没未]/.test(one.text) && parts.some(function (other) { return other.kind === "project"; })) { one.kind = "rate"; }
    });
    return parts;
  }

  /* The words of a question in their order. */
  ask.cut = function (typed, words, index) {
    var told = [], known = ask.understood(words);
    typed = stated(typed.replace(/([\u4e00-\u9fff]) ?\+ ?(?=[\u4e00-\u9fff])/g, "$1加"), told);
    var latin = ask.isLatin(typed), plain = index.plain(typed.replace(/[、，,;；-](?!\d)/g, latin ? " " : "和"));
    if (latin) { var said = claimed(cutEnglish(plain), told); shortened(said, english); return said; }
    return within(parted(counting(done(compounds(absorbed(claimed(paid(cut(plain, known)), told)))), words), words), known);
  };

  /* 经费 behind a name that is not known is one word: 审读经费. */
  function paid(parts) {
    parts.forEach(function (one, i) {
      var next = parts[i + 1];
      if (one.kind === "rest" && /.经$/.test(one.text) && next && !next.gap && next.kind === "filler" && next.text[0] === "费") { one.text += "费"; next.text = next.text.slice(1); }
    });
    return parts.filter(function (one) { return one.text; });
  }

  /* What is stated, as it was typed; a number of projects or departments says nothing of its own (60个项目). */
  function claimed(parts, told) {
    parts.forEach(function (one, i) {
      var at = one.kind === "claim" ? STATED.indexOf(one.text) : -1, next = parts[i + 1];
      if (at >= 0) { one.text = told[at].said; one.value = told[at]; }
      var behind = next && next.kind === "filler" && /^[个家]$/.test(next.text) ? parts[i + 2] : next;
      if (one.kind === "rest" && /^\d+[个家]?$/.test(one.text) && !/^\d{3}(\d\d){1,2}$/.test(one.text) && behind && /^(project|whose)$/.test(behind.kind)) { one.kind = "filler"; }
    });
    return parts;
  }

  /* A part of a measure that is named behind it, over what says nothing: 采购里有工程 is 工程采购. */
  function within(parts, known) {
    parts.forEach(function (one, i) {
      if (one.kind !== "rest") { return; }
      if (one.text === "加" && i && parts[i - 1].kind === "measure" && parts[i + 1] && parts[i + 1].kind === "measure") { one.kind = "sum"; return; }
      for (var at = i - 1; at >= 0 && parts[at].kind === "filler"; at -= 1) { if (/[和与跟]/.test(parts[at].text)) { return; } }
      var held = parts[at], own = held && held.kind === "measure" && !held.value[7] && at < i - 1 && [held.text + one.text, one.text + held.text].map(function (name) { return known[name]; }).find(function (found) { return found && found.kind === "measure" && found.value[0].split(".")[0] === held.value[0].split(".")[0]; });
      if (own) { held.kind = "filler"; one.kind = "measure"; one.value = own.value; }
    });
    return parts;
  }

  /* Names of measures that hold what looks like a condition (100万元以上设备), as a name without it. */
  ask.unlimited = function (text, words) {
    function bare(name) { return name.replace(/单价|[的元 ()（）含]|一?(?=百万)/g, "").replace(/100万/g, "百万"); }
    var from = /(?:单价)?(?:1?00万|一?百万)元? ?(?:[（(]含[)）])?(?:及?以上)? ?的?/.exec(text);
    if (!from) { return text; }
    var names = words.measures.filter(function (one) { return one[5].some(function (name) { return /百万|100万/.test(name); }); });
    var rest = text.slice(from.index), to = names.length ? /^(?:单价)?(?:1?00万|一?百万)元? ?(?:[（(]含[)）])?(?:及?以上)? ?的?(?:大型|通用|专用)*设备/.exec(rest) : null;
    var own = to && names.find(function (one) { return one[5].some(function (name) { return bare(name) === bare(to[0]).replace(/大型|通用|专用/g, ""); }); });
    return own ? text.slice(0, from.index) + own[5].find(function (name) { return !/\d|百万/.test(name); }) + text.slice(from.index + to[0].length) : text;
  };

  /* 经费 alone beside a department is all that was spent, and no part of a name: 市委经费多少. */
  function allThatWasSpent(asked, words) {
    var own = asked.office && !asked.measure && asked.left.find(function (one) { return /^(经费?|资金|款项)$/.test(one.core) && one.ways.some(function (way) { return /^(经费|资金|款项)$/.test(way); }); });
    var measure = own && words.measures.find(function (one) { return one[0] === "expenditure.current"; });
    if (!measure) { return; }
    asked.measure = measure;
    asked.said = own.parts[0];
    asked.left = asked.left.filter(function (one) { return one !== own; });
    own.parts.forEach(function (one) { one.kind = "filler"; });
  }

  /* What a question asks for. */
  ask.parsed = function (query, words, index) {
    var raw = ask.unlimited(ask.normal(query), words), ranges = ask.ranges(raw, words);
    raw = ranges.reduce(function (text, said) { return text.replace(said, " "); }, raw);
    var limit = limited(raw, words), typed = limit ? raw.replace(limit.said, " ") : raw;
    var latin = ask.isLatin(typed), plain = index.plain(typed.replace(/[、，,;；-](?!\d)/g, latin ? " " : "和")), parts = ask.cut(typed, words, index);
    var asked = { text: ask.compact(plain), kinds: {}, parts: parts, latin: latin, limit: limit, measures: [], years: [] };
    parts.forEach(function (one) {
      asked.kinds[one.kind] = one.text;
      if (one.kind === "year") { asked.year = one.value; asked.years.push(one.value); }
      if (one.kind === "measure") { asked.measures.push(one.value); }
      if (one.kind === "measure" && better(one, asked.said)) { asked.measure = one.value; asked.said = one; }
    });
    shared(asked, parts);
    counted(asked, words);
    costing(asked, words);
    var said = ask.named(parts);
    asked.office = said.office;
    asked.left = ask.left(parts, said.own);
    allThatWasSpent(asked, words);
    asked.placed = said.own.length > 0;
    asked.whose = said.whose || asked.left.map(function (one) { return one.said; }).join("");
    asked.sides = asked.kinds.and !== undefined ? sides(parts) : listed(asked, parts);
    asked.column = COLUMNS.find(function (one) { return asked.kinds[one] !== undefined; }) || "actual";
    if (ranges.length && asked.measures.some(function (one) { return one[0] === "performance.project_count"; })) { asked.measure = null; asked.kinds.project = "项目"; }
    ranked(asked);
    asked.order = asked.kinds.least !== undefined ? "least" : "most";
    if (/没|未|慢/.test(asked.kinds.rate || "")) { asked.order = asked.kinds.most === undefined ? "least" : asked.order; }
    if (/项目/.test((asked.kinds.rate || "") + (asked.kinds.missed || ""))) { asked.kinds.project = "项目"; }
    if (!asked.limit && /一分|零|没执行|没动/.test(asked.kinds.rate || "")) { asked.limit = { equal: true, value: 0, kind: "rate", said: "为 0" }; }
    /* Who has none of it: those of whom 0 is printed. */
    if (asked.kinds.none !== undefined && asked.kinds.whose !== undefined && asked.measure && !asked.limit && asked.kinds.most === undefined && asked.kinds.least === undefined) { asked.limit = { equal: true, value: 0, kind: "", said: "为 0" }; }
    asked.down = /减|降|少|decrease/.test(asked.kinds.change || "") || (latin && /\b(falls?|fell|fallen|drop(ped|s)?|down|declined?|shr[aiu]nk|cut)\b/i.test(typed));
    asked.bare = parts.filter(function (one) { return one.kind !== "filler" && one.kind !== "meaning"; }).map(function (one) { return one.text; }).join(latin ? " " : "");
    /* What the question names and asks for, without the words around it. */
    asked.core = parts.filter(function (one) { return /^(rest|place|office|cost|year|project)$/.test(one.kind) || (one.kind === "measure" && !one.value[7]); }).map(function (one) { return one.text; }).join(" ");
    /* Whether something is asked, beyond a name. */
    asked.asking = /多少|几|吗|呢|什么|怎/.test(asked.text) || parts.some(function (one) { return !/^(rest|place|office|cost|filler|year|and|project)$/.test(one.kind) && !(one.kind === "measure" && !one.value[7]); });
    asked.ranked = asked.kinds.least !== undefined || asked.kinds.most !== undefined;
    return asked;
  };
})(window.juesuanAsking = window.juesuanAsking || {});
