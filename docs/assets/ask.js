/* Questions: what is typed becomes a measure, a department, a year and what is asked of them, and is answered from
   pieces of data, each number with its printed figure. The words stand in the piece “words” (terms/data/search.toml). */
(function () {
  "use strict";
  var COLUMNS = ["reason", "change", "annual_budget", "initial_budget", "completion_pct", "variance_pct", "share_pct"];
  var NAMES = { actual: "决算数", change: "比上年增减", annual_budget: "全年预算数", initial_budget: "年初预算数", completion_pct: "完成预算", variance_pct: "预决算差异率", share_pct: "占比" };
  var ORDERS = { score: "自评总分", rate: "预算执行率", money: "全年预算数", missed: "没有得到的分" };
  var lexicon = null;

  function compact(text) { return text.replace(/ /g, ""); }
  function percent(column) { return /_pct$/.test(column); }

  /* Numbers as the site shows them. */
  function grouped(value) {
    var sides = value.replace("-", "").split(".");
    return (value[0] === "-" ? "−" : "") + sides[0].replace(/\B(?=(\d{3})+$)/g, ",") + (sides[1] === undefined ? "" : "." + sides[1]);
  }
  function large(value, unit) {
    return unit === "万元" && Math.abs(+value) >= 10000 ? "（" + (Math.abs(+value) / 10000).toFixed(2) + " 亿元）" : "";
  }

  /* All words that a question may hold, the longest first. */
  function understood(words) {
    if (lexicon) { return lexicon; }
    lexicon = {};
    function put(word, kind, value) { lexicon[word] = lexicon[word] || { kind: kind, value: value }; }
    words.offices.forEach(function (one) { [one[0]].concat(one[1]).forEach(function (name) { put(name, "office", one); }); });
    words.measures.forEach(function (one) { one[5].forEach(function (name) { put(name, "measure", one); }); });
    Object.keys(words.roles).forEach(function (role) { words.roles[role].forEach(function (word) { put(word, role, role); }); });
    return lexicon;
  }

  /* A question cut into words: always the longest one that is known. */
  function cut(text, known) {
    var found = [], rest = "";
    function left() { if (rest) { found.push({ kind: "rest", text: rest }); rest = ""; } }
    for (var i = 0; i < text.length;) {
      var year = /^20\d\d(?:年度?)?/.exec(text.slice(i)), size = Math.min(24, text.length - i);
      while (size && !known[text.substr(i, size)]) { size -= 1; }
      if (year) { left(); found.push({ kind: "year", text: year[0], value: year[0].slice(0, 4) }); i += year[0].length; }
      else if (size) { left(); var one = known[text.substr(i, size)]; found.push({ kind: one.kind, text: text.substr(i, size), value: one.value }); i += size; }
      else { rest += text[i]; i += 1; }
    }
    left();
    return found;
  }

  /* Characters beside a measure that go on in one of its names belong to it. */
  function absorbed(parts) {
    return parts.reduce(function (all, one) {
      var last = all[all.length - 1];
      var goes = last && last.kind === "measure" && one.kind === "rest" && last.value[5].some(function (name) { return name.indexOf(last.text + one.text) >= 0; });
      if (goes) { last.text += one.text; } else { all.push(one); }
      return all;
    }, []);
  }

  /* What a question asks for. */
  function parsed(text, words) {
    var parts = absorbed(cut(text, understood(words))), asked = { text: text, kinds: {} }, from = -1, to = -1;
    parts.forEach(function (one, i) {
      asked.kinds[one.kind] = one.text;
      if (one.kind === "year") { asked.year = one.value; }
      if (one.kind === "office") { asked.office = one.value; }
      if (one.kind === "rest" || one.kind === "office") { from = from < 0 ? i : from; to = i; }
      if (one.kind === "measure" && better(one, asked.said)) { asked.measure = one.value; asked.said = one; }
    });
    var office = parts.findIndex(function (one) { return one.kind === "office"; });
    if (office >= 0 && to > office && parts.slice(office + 1, to + 1).every(function (one) { return one.text.length < 3; })) { to = office; }
    for (var i = Math.max(0, from); i < to; i += 1) { if (!/^(rest|office|filler)$/.test(parts[i + 1].kind)) { to = i; } }
    asked.whose = parts.slice(Math.max(0, from), to + 1).map(function (one) { return one.text; }).join("");
    asked.clear = parts.slice(Math.max(0, from), to + 1).every(function (one) { return /^(rest|office|filler)$/.test(one.kind); });
    asked.column = COLUMNS.find(function (one) { return asked.kinds[one] !== undefined; }) || "actual";
    asked.order = asked.kinds.least !== undefined ? "least" : "most";
    asked.bare = parts.filter(function (one) { return one.kind !== "filler" && one.kind !== "meaning"; }).map(function (one) { return one.text; }).join("");
    asked.ranked = asked.kinds.least !== undefined || asked.kinds.most !== undefined;
    return asked;
  }

  /* A measure by its own name counts more than everyday words for all that was spent. */
  function better(one, held) {
    if (!held) { return true; }
    var plain = function (said) { return said.value[7] ? 0 : 1; };
    return plain(one) - plain(held) > 0 || (plain(one) === plain(held) && one.text.length > held.text.length);
  }

  /* The department whose name is said; null if none that is collected fits. */
  function department(asked, index) {
    if (asked.whose.length < 2 || !asked.clear) { return Promise.resolve(null); }
    var office = asked.kinds.office || "", place = asked.whose.replace(office, "").replace(/[市州县区省]$/, "");
    return index.piece("first").then(function (first) {
      var ways = index.ways(office ? place : "", first.aliases), own = asked.office ? asked.office[3] : [];
      var fits = own.find(function (one) { return place.length < 2 || ways.some(function (way) { return index.plain(one[1]).indexOf(way) >= 0; }); });
      if (fits) { return index.piece("d-" + fits[0]); }
      if (asked.office && asked.office[2] <= own.length) { return null; }
      return index.listed(asked.whose, 0, 4).then(function (answer) { return named(answer.found, place.length < 2 ? [""] : ways, index); });
    });
  }

  /* The first department among records that is of a place, however that is written. */
  function named(records, places, index) {
    var fitting = records.filter(function (one) {
      var told = compact(index.plain(one.title + one.beside));
      return places.some(function (place) { return told.indexOf(compact(place)) >= 0; });
    });
    var own = fitting.map(function (one) {
      var found = /^d\/departments\/([^/]+)\/$/.exec(one.below) || /^d\/([^/]+)-\d{4}[^/]*\/$/.exec(one.below);
      return found && found[1];
    }).filter(Boolean);
    return own.length ? index.piece("d-" + own[0]) : null;
  }

  function figure(cell, unit, id) {
    var text = grouped(cell[0]) + (percent(unit) ? "%" : " " + unit);
    return cell[1] ? { t: text, u: "d/" + id + "/" + cell[1] } : text;
  }

  function change(told, unit, id) {
    if (told.change === undefined) { return told.change_pct ? ["，比上年 ", figure(told.change_pct, "_pct", id)] : []; }
    var amount = +told.change[0];
    if (!amount) { return ["，与上年持平（", figure(told.change, unit, id), "）"]; }
    var parts = ["，比上年" + (amount < 0 ? "减少 " : "增加 "), figure([told.change[0].replace("-", ""), told.change[1]], unit, id)];
    if (told.new) { return parts.concat("（上年为 0）"); }
    return told.change_pct ? parts.concat("（", figure(told.change_pct, "_pct", id), "）") : parts;
  }

  /* One measure of one disclosure in a sentence. */
  function sentenceOf(own, asked) {
    var one = asked.measure, told = own.m[one[0]], unit = one[2], head = own.year + " 年度" + one[1] + " ";
    if (!told || !told.actual) { return [own.year + " 年度的决算公开没有印“" + one[1] + "”。"]; }
    var parts = [head, figure(told.actual, unit, own.id), large(told.actual[0], unit)].concat(change(told, unit, own.id));
    if (asked.column === "change" && told.change === undefined && !told.change_pct) { parts.push("；原文没有印与上年相比的数字"); }
    ["annual_budget", "initial_budget", "completion_pct", "variance_pct", "share_pct"].forEach(function (column) {
      if (told[column] && (asked.column === column || column === "annual_budget")) {
        parts.push("，" + NAMES[column] + " ", figure(told[column], percent(column) ? column : unit, own.id));
      } else if (asked.column === column) { parts.push("；原文没有印" + NAMES[column]); }
    });
    parts.push("。");
    if (asked.column === "reason") { parts.push(told.reason ? "部门说明的原因：" + told.reason : "原文没有说明原因。"); }
    return parts;
  }

  function ofDepartment(found, asked) {
    var own = found.of.filter(function (one) { return !asked.year || one.year === asked.year; });
    var all = found.of.map(function (one) { return one.year; }).join("、");
    var missing = own.length ? "" : asked.year + " 年度还没有收录；收录的年度：" + all + "。";
    own = own.length ? own : found.of.slice(0, 1);
    return {
      head: found.short + "：" + asked.measure[1], url: "d/" + own[0].id + "/",
      lead: (missing ? [missing] : []).concat(sentenceOf(own[0], asked)),
      rows: own.length > 1 ? own.slice(1).map(function (one) { return sentenceOf(one, asked); }) : null,
      note: "口径：" + own[0].scope + "。点数字看它在原文中的位置。"
    };
  }

  /* Which department has the most or the least of a measure. */
  function ranking(asked, index) {
    var column = /^(change|completion_pct|variance_pct)$/.test(asked.column) ? asked.column : "actual";
    return index.piece("m-" + asked.measure[0]).then(function (held) {
      var groups = held[column], year = groups && asked.year;
      var own = groups && ((year && groups[year]) || groups.new), lacking = year && groups && !groups[year] ? year + " 年度还没有收录，下面是各部门最新年度的。" : "";
      year = lacking ? "" : year;
      if (!own) { return null; }
      var least = asked.order === "least" || (column === "change" && asked.down);
      var rows = least ? (own.least || own.most.slice().reverse()) : own.most;
      var unit = percent(column) ? column : asked.measure[2], name = asked.measure[1] + (column === "actual" ? "" : "（" + NAMES[column] + "）");
      var first = rows[0], same = rows.filter(function (row) { return row[4] === first[4]; });
      var word = column === "change" ? (least ? "减少最多（或增加最少）" : "增加最多（或减少最少）") : least ? "最少" : "最多";
      var bare = !asked.ranked && column === "actual" && asked.kinds.whose === undefined;
      var who = same.length > 1 ? ["有 " + same.length + (own.n > rows.length && same.length === rows.length ? " 个以上" : " 个") + "部门并列，都是 "] : [{ t: first[0], u: "d/" + first[2] + "/" }, "（" + first[1] + " 年度）："];
      return {
        head: bare ? name : name + "：" + (own.n > 1 ? own.n + " 个部门里" + word + "的" : "收录的 1 个部门"), bare: bare,
        url: asked.measure[4] || "d/" + first[2] + "/", topic: asked.measure[4],
        lead: (lacking ? [lacking] : []).concat(bare ? ["收录的 " + own.n + " 个部门里最多的是 "] : [], who, figure(first.slice(4), unit, first[2]), large(first[4], unit), "。"),
        rows: rows.map(function (row) { return [{ t: row[0], u: "d/" + row[2] + "/" }, "（" + row[1] + "，" + row[3] + "）：", figure(row.slice(4), unit, row[2]), large(row[4], unit)]; }), ordered: true,
        note: "只比已收录并且印有这个数字的 " + own.n + " 个部门" + (year ? "（" + year + " 年度）" : "，各取最新年度") + "；口径不同（是否含所属单位）时不宜直接比较。"
      };
    });
  }

  /* Which project is first or last by score, execution, money or what it missed. */
  function order(asked) {
    if (asked.kinds.missed !== undefined) { return "missed"; }
    if (asked.kinds.rate !== undefined || asked.kinds.completion_pct !== undefined) { return "rate"; }
    if (asked.kinds.score !== undefined) { return "score"; }
    return asked.order === "least" && asked.kinds.money === undefined && !/少|小/.test(asked.kinds.least) ? "score" : "money";
  }

  function projects(held, asked, whose) {
    var name = order(asked), own = held[name];
    if (!own) { return null; }
    var least = asked.order === "least" && name !== "missed", rows = least ? (own.least || own.most.slice().reverse()) : own.most;
    var at = { score: 5, rate: 6, money: 7 }[name], unit = { rate: "_pct", money: "万元", score: "分", missed: "分" }[name];
    function told(row) {
      var parts = [{ t: row[3], u: "d/" + row[2] + "/" + row[4] }, "（" + row[0] + " " + row[1] + "）：" + ORDERS[name] + " "];
      parts.push(name === "missed" ? row[9] + " 分" : figure(row[at], unit, row[2]));
      return row[10] && name !== "money" ? parts.concat("。部门写的扣分原因：" + row[10].replace(/。+$/, "")) : parts;
    }
    return {
      head: whose + ORDERS[name] + (least ? "最低" : name === "missed" ? "最多" : "最高") + "的项目", url: "d/" + rows[0][2] + "/" + rows[0][4],
      lead: told(rows[0]).concat("。"), rows: rows.slice(1).map(told), ordered: false,
      note: own.n + " 个项目的自评表印有这一项；分数由部门自己评定。"
    };
  }

  /* A kind of department that is not collected, or not of the place that is named. */
  function missing(asked, words, index) {
    return index.listed(asked.whose).then(function (answer) {
      var within = answer.found.some(function (one) { return /^所属单位/.test(one.beside) && index.plain(one.title).indexOf(asked.whose) >= 0; });
      return within ? [] : [notCollected(asked, words)];
    });
  }

  function notCollected(asked, words) {
    var office = asked.office, said = asked.whose, own = office[3];
    var other = !own.length ? [] : ["收录的" + office[0] + "："].concat(own.map(function (one, i) {
      return [i ? "、" : "", { t: one[1], u: "d/departments/" + one[0] + "/" }];
    }).reduce(function (all, one) { return all.concat(one); }, []), "。");
    return {
      head: said + "：还没有收录", url: "disclosures/",
      lead: [(said === office[0] ? "" : said + "（" + office[0] + "）") + "的决算公开还没有收进本站。"].concat(other, "本站现有 " + words.departments + " 个部门，见", { t: "公开部门", u: "disclosures/" }, "。没有收录不等于没有公开。"), lost: true
    };
  }

  /* An amount, in whatever way it is written, in 万元, with the digits that were meant. */
  function amount(query, anyway) {
    var text = query.normalize("NFKC").replace(/[\s,，¥￥]/g, "").replace(/^约/, "");
    var found = /^(-?)(\d+(?:\.\d+)?)(万亿|亿|万|千万|百万|千|百)?(元|块钱?|人民币)?$/.exec(text);
    if (!found || (!anyway && !found[3] && !found[4] && !/\./.test(found[2]) && (/^20\d\d$/.test(found[2]) || found[2].length === 7 || found[2].length === 3 || found[2].length === 5))) { return null; }
    var powers = { "万亿": 8, "亿": 4, "千万": 3, "百万": 2, "万": 0, "千": -1, "百": -2 };
    var digits = found[2].replace(".", "").replace(/^0+/, "").length;
    var power = found[3] ? powers[found[3]] : found[4] ? -4 : 0;
    var all = [shifted(found[2], power)];
    if (!found[3] && !found[4]) { all.push(shifted(found[2], -4)); }
    return { digits: digits, values: all };
  }

  /* A decimal text times a power of ten, exactly. */
  function shifted(text, power) {
    var sides = text.split("."), whole = sides[0], part = sides[1] || "";
    for (; power > 0; power -= 1) { whole += part[0] || "0"; part = part.slice(1); }
    for (; power < 0; power += 1) { part = (whole.slice(-1) || "0") + part; whole = whole.slice(0, -1); }
    return (whole.replace(/^0+(?=\d)/, "") || "0") + (part.replace(/0+$/, "") ? "." + part.replace(/0+$/, "") : "");
  }

  function placesOf(value, index, first) {
    return index.held("=" + value, "n", first.amounts).then(function (list) {
      if (!list) { return []; }
      return index.shard("=" + value, "n", first.amounts).then(function (part) {
        return list.map(function (one) {
          var own = part[one[2]];
          return [{ t: one[0], u: "d/" + own[0] + "/" + one[4] }, " " + one[1] + "（" + own[1] + "，第 " + one[3] + " 行）"];
        });
      });
    });
  }

  function amounts(query, index, anyway) {
    var asked = amount(query, anyway);
    if (!asked) { return Promise.resolve(null); }
    return index.piece("first").then(function (first) {
      return Promise.all(asked.values.map(function (value) { return placesOf(value, index, first); })).then(function (exact) {
        var rows = [].concat.apply([], exact);
        var near = asked.digits <= 5 ? index.held(asked.digits + "~" + asked.values[0], "n", first.amounts) : Promise.resolve(null);
        return near.then(function (values) {
          var far = function (value) { return Math.abs(value - asked.values[0]); };
          return Promise.all((values || []).sort(function (a, b) { return far(a) - far(b); }).slice(0, 5).map(function (value) { return placesOf(value, index, first); }));
        }).then(function (more) {
          var close = [].concat.apply([], more).slice(0, 10);
          if (!rows.length && !close.length) { return { head: "没有印着“" + query + "”的金额", lead: ["各份决算的原文里没有这个金额（按万元、元、亿元都找过）。"] }; }
          var exactly = rows.length > 0;
          return {
            head: exactly ? "“" + query + "”印在 " + rows.length + " 处" : "约 " + query + " 的金额", url: (rows[0] || close[0])[0].u,
            lead: exactly ? null : ["没有正好是这个数的；四舍五入后是它的有："], rows: rows.concat(close).slice(0, 14),
            note: "点数字看它在原文中的位置。" + (exactly && close.length ? "后面几个是四舍五入后与它相同的金额。" : "")
          };
        });
      });
    });
  }

  /* Everything that a question finds: answers first. */
  function answers(text, words, index) {
    var asked = parsed(text, words);
    asked.down = /减|降|少/.test(asked.kinds.change || "");
    var projectly = asked.kinds.project !== undefined && (!asked.measure || (asked.measure[7] && asked.ranked)) && (asked.ranked || asked.kinds.score || asked.kinds.rate || asked.kinds.missed)
      || (asked.kinds.rate !== undefined && asked.ranked && !asked.measure);
    return department(asked, index).then(function (found) {
      if (asked.office && !found) { return missing(asked, words, index); }
      if (projectly && (found || !asked.whose)) {
        var held = found ? Promise.resolve(found.of[0].p) : index.piece("projects");
        return held.then(function (own) { return [projects(own, asked, found ? found.short + "：" : "")]; });
      }
      if (asked.measure && found) { return [ofDepartment(found, asked)]; }
      if (asked.measure && !asked.whose) { return ranking(asked, index).then(function (one) { return [one]; }); }
      return [];
    }).then(function (all) { return { asked: asked, all: all.filter(Boolean) }; });
  }

  /* What can be asked of words that begin like what is typed. */
  function begun(text, words) {
    var found = [];
    words.measures.forEach(function (one) {
      var name = one[5].find(function (said) { return said.indexOf(text) === 0; });
      if (name && !one[7]) { found.push(one[5][0]); }
    });
    return found.slice(0, 2).concat(found.slice(0, 3).map(function (name) { return "哪个部门" + name + "最多"; }));
  }

  function nextOf(answer) {
    var one = answer.found.find(function (found) { return /^d\/departments\/[^/]+\/$/.test(found.below); });
    if (!one) { return []; }
    var name = one.title.split("：")[0];
    return ["花了多少钱", "三公经费比上年", "有多少人", "执行率最低的项目"].map(function (question) { return name + question; });
  }

  function once(query, words, index) {
    return amounts(query, index).then(function (sum) {
      if (sum && sum.rows) { return { answers: [sum], found: [], total: 0 }; }
      return index.held("=" + compact(index.plain(query)), "t", 0).then(function (titled) {
        var near = titled ? "" : near1(compact(index.plain(query)), words);
        return near ? again(near, query, words, index) : answered(query, words, index, sum);
      });
    });
  }

  /* A long name with one slip, where nothing else is asked. */
  function near1(text, words) {
    var asked = parsed(text, words);
    return text.length < 5 || (asked.measure && !asked.measure[7]) || asked.office ? "" : slip(text, words, 2);
  }

  function answered(query, words, index, sum) {
      return answers(compact(index.plain(query)), words, index).then(function (told) {
        var one = told.all[0];
        if (told.asked.kinds.meaning !== undefined) { return index.listed(told.asked.bare).then(function (answer) { return { answers: [], found: answer.found, total: answer.total }; }); }
        if (one && (!one.bare || one.topic)) {
          return { answers: told.all, found: [], total: 0, rest: function () { return index.listed(query); } };
        }
        return index.listed(query).then(function (answer) {
          /* A bare name without a page of its own leads to what explains it. */
          if (one && answer.found.length) { one.url = answer.found[0].below; }
          return { answers: one ? told.all : sum && !answer.found.length ? [sum] : [], found: answer.found, total: answer.total, next: one ? [] : nextOf(answer).concat(begun(compact(index.plain(query)), words)) };
        });
      });
  }

  function empty(answer) { return !answer.answers.filter(function (one) { return one.url !== undefined; }).length && !answer.found.length; }

  /* What is typed in another form: traditional characters, sounds, words with a slip. */
  function simplified(text, index) {
    if (!/[^\x00-\x7f]/.test(text)) { return Promise.resolve(text); }
    return index.piece("traditional").then(function (pairs) {
      var simple = {};
      for (var i = 0; i < pairs.length; i += 2) { simple[pairs[i]] = pairs[i + 1]; }
      return Array.from(text).map(function (char) { return simple[char] || char; }).join("");
    });
  }

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

  function slip(text, words, limit) {
    var best = null, least = limit || (text.length >= 7 ? 3 : 2);
    Object.keys(understood(words)).forEach(function (name) {
      if (name.length < 3 || Math.abs(name.length - text.length) > 2) { return; }
      var far = distance(text, name);
      if (far < least) { least = far; best = name; }
    });
    return best;
  }

  /* Letters as English words or as sounds of a measure. */
  function lettered(text, words) {
    var letters = text.replace(/[^a-z]/g, ""), every = text.split(" ").filter(Boolean);
    var sound = words.measures.find(function (one) {
      return one[6].split(" ").some(function (name) { return name.toLowerCase() === letters || name.replace(/[a-z]/g, "").toLowerCase() === letters; });
    }) || words.measures.find(function (one) {
      return letters.length > 4 && one[6].split(" ").some(function (name) { return name.toLowerCase().indexOf(letters) === 0; });
    });
    if (sound) { return sound[1]; }
    var english = words.measures.map(function (one) {
      var own = one[3].toLowerCase(), total = / in total$/.test(own) ? 0 : 1, hits = every.filter(function (word) { return word.length > 2 && own.indexOf(word.replace(/s$/, "")) >= 0; }).length;
      return { one: one, hits: hits, total: total, far: own.length };
    }).filter(function (one) { return one.hits && one.hits >= every.length - 1; });
    english.sort(function (a, b) { return b.hits - a.hits || a.total - b.total || a.far - b.far; });
    return english.length ? english[0].one[1] : "";
  }

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

  function bySound(text, index) {
    return index.piece("sounds").then(function (known) {
      var sounds = null;
      if (/^[a-z ]+$/.test(text)) { sounds = syllables(compact(text), known); } else {
        var of = {};
        Object.keys(known).forEach(function (sound) { Array.from(known[sound]).forEach(function (char) { of[char] = of[char] || sound; }); });
        sounds = Array.from(compact(text)).map(function (char) { return of[char] || ""; });
        if (sounds.indexOf("") >= 0) { return null; }
      }
      return sounds && sounds.length > 1 ? { sounds: sounds, tokens: paired(sounds) } : null;
    });
  }

  function other(query, words, index, before) {
    var text = index.plain(query).trim();
    if (/^\d+$/.test(text)) { return amounts(query, index, true).then(function (sum) { return sum ? { answers: [sum], found: [], total: 0 } : before; }); }
    if (/^[a-z ]+$/.test(text)) {
      var named = lettered(text, words);
      if (named) { return again(named, query, words, index); }
      return index.sounding(["@" + compact(text)]).then(function (initials) {
        if (initials.found.length) { return said(initials, query); }
        return bySound(text, index).then(function (heard) { return heard ? index.sounding(heard.tokens) : null; }).then(function (found) {
          return found && found.found.length ? said(found, query) : before;
        });
      });
    }
    return simplified(query, index).then(function (simple) {
      if (simple !== query) {
        return once(simple, words, index).then(function (answer) {
          if (!empty(answer)) { return answer; }
          return other(simple, words, index, before);
        });
      }
      var near = slip(compact(text), words);
      if (near) { return again(near, query, words, index); }
      return bySound(text, index).then(function (heard) {
        if (!heard) { return before; }
        var sounding = words.measures.find(function (one) { return one[6].split(" ").some(function (name) { return name.toLowerCase() === heard.sounds.join(""); }); });
        if (sounding) { return again(sounding[1], query, words, index); }
        return index.sounding(heard.tokens).then(function (found) { return found.found.length ? said(found, query) : before; });
      }).then(function (answer) {
        if (!empty(answer)) { return answer; }
        var clear = parsed(compact(text), words).bare;
        return index.listed(clear || query, 0.3).then(function (partly) {
          return partly.found.length ? { answers: [], found: partly.found, total: partly.total, told: "没有完全相同的，列出相近的。" } : before;
        });
      });
    });
  }

  function said(answer, query) {
    return { answers: [], found: answer.found, total: answer.total, told: answer.found.length ? "按读音找到与“" + query + "”相近的。" : "" };
  }

  function again(name, query, words, index) {
    return once(name, words, index).then(function (answer) {
      answer.told = "没有“" + query + "”，按“" + name + "”查找。";
      return answer;
    });
  }

  window.juesuanAsk = function (query, index) {
    return index.piece("words").then(function (words) {
      return once(query, words, index).then(function (answer) {
        var lost = answer.answers[0] && answer.answers[0].lost;
        if (!lost) { return empty(answer) ? other(query, words, index, answer) : answer; }
        return simplified(query, index).then(function (simple) { return simple === query ? answer : once(simple, words, index); });
      });
    });
  };
})();
