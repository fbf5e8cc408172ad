/* What departments say in words: by what it is (职责, 问题, 改进措施), or by words of a reason. Quoted, never summed up. */
(function (ask) {
  "use strict";
  var SHOWN = 4, LONG = 4, MOST = 0.75;

  /* Whether it is asked what a department does, in so many words. */
  ask.wordsAsked = function (asked) { return ask.said().does.test(asked.text); };

  /* What is left of a question beside a measure and the words that ask for its use. */
  function beside(asked, measure) {
    var names = [measure[1]].concat(measure[5] || []).sort(function (a, b) { return b.length - a.length; });
    return asked.left.map(function (one) { return one.ways[0]; }).join("").replace(ask.said().spent, "").replace(names.find(function (name) { return asked.text.indexOf(name) >= 0; }) || "", "").replace(ask.said().around, "");
  }

  /* Which kind of passage a question asks for, and nothing else; null if none. */
  function kindOf(asked, index) {
    var said = ask.said(), text = asked.left.map(function (one) { return one.ways[0]; }).join("") || (said.does.exec(asked.text) || said.table.exec(asked.text) || [""])[0];
    var kind = said.passages.find(function (one) { return one.asks.test(text); });
    /* What was understood of a phrase already: 无 of 无法辨认. */
    if (!kind && text.length > 1) {
      kind = said.passages.find(function (one) { var found = one.asks.exec(asked.text); return found && found[0].indexOf(text) >= 0; });
      text = kind ? "" : text;
    }
    var rest = kind ? said.passages.reduce(function (all, one) { return all.replace(one.every, " "); }, text).replace(said.around, " ") : "x";
    /* Words of a question that say something else are known by themselves. */
    var left = kind ? ask.cut(rest, asked.words, index).filter(function (one) { return /^(rest|cost)$/.test(one.kind); }).map(function (one) { return one.text; }).join("") : rest;
    var named = asked.measure && !asked.measure[7] && !asked.supposed;
    return left.length < 2 && (!named || (kind && kind.kind === "table")) ? kind : null;
  }

  function quoted(own, found, kind, texts) {
    return {
      said: true, head: found.short + "：" + kind.head, url: "d/" + own.id + "/#" + kind.kind,
      lead: [own.year + " 年度的决算公开里写着："].concat(texts.length === 1 ? "“" + texts[0][0] + "”" : []),
      rows: texts.length > 1 ? texts.map(function (one) { return ["“" + one[0] + "”"]; }) : null,
      note: "这是部门自己的原话，太长的只列开头；点标题看全文。"
    };
  }

  /* What is not read of a source, and what a person read. */
  function lost(own, found, told) {
    var every = [[told[0], " 个数字没有读出"], [told[1], " 个单元格无法辨认"], [told[4], " 个项目的名称无法辨认"], [told[2], " 个单元格由程序修复并标明"], [told[3], " 个单元格由人对照原件读出并标明"]].filter(function (one) { return one[0]; });
    return {
      said: true, head: found.short + "：没有读出或无法辨认的", url: "d/" + own.id + "/#coverage",
      lead: [own.year + " 年度的决算公开：" + (every.length ? every.map(function (one) { return one[0] + one[1]; }).join("，") + "。" : "没有这样的数字。")],
      note: "本站不猜测看不清的数字，它们不参加合计和核对。"
    };
  }

  /* Which statutory tables there are. */
  function tables(own, found, told) {
    return {
      said: true, head: found.short + "：九张决算表", url: "d/" + own.id + "/" + (told[0] ? "tables/" : "#coverage"),
      lead: [own.year + " 年度收录的文件里" + (told[0] ? "有 " + told[0] + " 张表的内容。" : "没有这些表的内容，只列出了名称：") + (told[1] ? told[1] + "。" : "")],
      note: told[0] ? "" : "正文里印出的数字，见这份公开的页面。"
    };
  }

  /* A kind of passage of a department, where nothing else is asked; nothing if it says none. */
  ask.passageOf = function (found, asked, index) {
    return ask.phrased(index).then(function () { return passageOf(found, asked, index); });
  };

  function passageOf(found, asked, index) {
    var own = ask.ofYear(found, asked).own[0], kind = kindOf(asked, index);
    var measure = asked.measure || asked.beside, spent = !kind && measure && /^three_public/.test(measure[0]) && asked.text.search(ask.said().spent) >= 0 && beside(asked, measure).length < 2;
    if (spent) { kind = { kind: "spending_content", head: "“三公”经费的用途" }; }
    return !kind || asked.latin || asked.ranked ? Promise.resolve(null) : ask.wordsOf(own, index).then(function (told) {
      var texts = told && told[kind.kind];
      if (texts && kind.kind === "lost") { return lost(own, found, texts[0]); }
      if (texts && kind.kind === "table") { return tables(own, found, texts[0]); }
      return texts ? Object.assign(quoted(own, found, kind, texts), spent ? { url: "d/" + own.id + "/#three-public" } : {}) : null;
    });
  }

  /* What a disclosure says in words; null if it has none. */
  ask.wordsOf = function (own, index) {
    return index.piece("first").then(function (first) { return first.inside ? index.held("@" + own.id, "x", first.inside) : null; }).then(function (number) {
      return number === null ? null : index.piece("w-" + own.id).catch(function () { return null; });
    });
  };

  var SAID = { change: ["比上年增加 ", "比上年减少 "], variance: ["决算比预算多 ", "决算比预算少 "], actual: ["决算 ", "决算 "] };

  function told(one) {
    var amount = one.own[1], parts = ["“" + one.own[0] + "”"];
    if (amount.length) {
      var less = amount[1].charAt(0) === "-" && amount[0] !== "actual";
      parts = parts.concat("（" + SAID[amount[0]][less ? 1 : 0], ask.figure([less ? amount[1].slice(1) : amount[1], amount[3]], amount[2], one.about[0]), "）");
    }
    return parts.concat("的说明：“" + one.own[2] + "”");
  }

  /* Passages in which a department is named that has no disclosure here; null if there are none. */
  ask.mentions = function (name, index) {
    return name.length < 3 ? Promise.resolve(null) : holding({ text: name, wanted: ask.pairs(name, index) }, null, true, index);
  };

  /* Passages that hold what a question names, of one disclosure or of any; null if none does. */
  ask.passages = function (asked, own, index) {
    var said = ask.naming(asked, own, index);
    return !said || said.wanted.length < 2 ? Promise.resolve(null) : holding(said, own, !!own, index, asked);
  };

  /* Strictly: each word as it is said; else most of a long text is enough. */
  function holding(said, own, strictly, index, asked) {
    return ask.inside(said, own, index, ["passages"]).then(function (loaded) {
      var every = [], words = said.text.split(" ").map(function (one) { return ask.compact(index.plain(one)); });
      loaded.filter(function (one) { return !asked || ask.there(asked, one.about); }).forEach(function (one) {
        one.part.forEach(function (reason) {
          var text = ask.compact(index.plain(reason[2])), held = said.wanted.filter(function (pair) { return text.indexOf(pair) >= 0; }).length / said.wanted.length;
          var whole = words.every(function (word) { return text.indexOf(word) >= 0; });
          if (whole || (!strictly && said.wanted.length >= LONG && held >= MOST)) { every.push({ grade: held + (whole ? 1 : 0), about: one.about, own: reason }); }
        });
      });
      every.sort(function (a, b) { return b.grade - a.grade; });
      every = every.slice(0, SHOWN);
      var first = every[0], more = every.slice(1);
      return !first ? null : {
        head: first.about[1] + "：说明里有“" + said.text + "”的", url: "d/" + first.about[0] + "/", passage: true, of: first.about[0],
        lead: [first.about[2] + " 年度"].concat(told(first)), rows: more.length ? more.map(function (one) { return [ask.whose(one.about) + "："].concat(told(one)); }) : null,
        note: "引号里是部门自己的原话，太长的只列开头。点数字看它在原文中的位置。"
      };
    });
  }
})(window.juesuanAsking = window.juesuanAsking || {});
