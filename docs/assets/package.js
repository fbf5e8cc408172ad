/* What the pages show of a disclosure's package on demand: it is one ZIP, opened here in the browser. Without this
   script the pages are complete but for what is in the package anyway: checks that hold, rows of the data. */
window.juesuan = (function () {
  "use strict";
  var element = window.juesuanPage.element;
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var root = new URL(at.root, document.baseURI).href;
  var opened = {};
  var CITED = 6; /* figures of a check that are led to */
  var english = window.juesuanPage.english;
  var STATES = english ? { pass: "agrees", rounding: "rounding", fail: "does not agree", information: "for information", not_applicable: "not applicable", unreadable: "could not be checked" } : { pass: "相符", rounding: "四舍五入", fail: "对不上", information: "供参考", not_applicable: "不适用", unreadable: "无法核对" };

  function got(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer;
    });
  }

  function inflated(bytes) {
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
  }

  /* The files of a ZIP by their names (APPNOTE 6.3, 4.3): each as a function that gives its bytes. */
  function files(buffer) {
    var view = new DataView(buffer), end = buffer.byteLength - 22, found = {}, decoder = new TextDecoder("utf-8");
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) { end--; }
    if (end < 0) { throw new Error("no ZIP"); }
    var place = view.getUint32(end + 16, true), number = view.getUint16(end + 10, true);
    for (var i = 0; i < number; i++) {
      var name = view.getUint16(place + 28, true), extra = view.getUint16(place + 30, true), note = view.getUint16(place + 32, true);
      found[decoder.decode(new Uint8Array(buffer, place + 46, name))] = reader(buffer, view, place);
      place += 46 + name + extra + note;
    }
    return found;
  }

  function reader(buffer, view, entry) {
    var method = view.getUint16(entry + 10, true), size = view.getUint32(entry + 20, true), local = view.getUint32(entry + 42, true);
    return function () {
      var start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      var bytes = new Uint8Array(buffer, start, size);
      return method === 8 ? inflated(bytes) : Promise.resolve(bytes);
    };
  }
  function decoded(plain) { return new TextDecoder("utf-8").decode(plain); }

  /* Rows of a CSV file (RFC 4180) as objects. */
  function rows(text) {
    var all = [], row = [], cell = "", quoted = false;
    for (var i = 0; i < text.length; i++) {
      var char = text[i];
      if (quoted) {
        if (char !== '"') { cell += char; } else if (text[i + 1] === '"') { cell += '"'; i++; } else { quoted = false; }
      } else if (char === '"') { quoted = true;
      } else if (char === ",") { row.push(cell); cell = "";
      } else if (char === "\n") { row.push(cell); all.push(row); row = []; cell = "";
      } else { cell += char; }
    }
    var names = all.shift() || [];
    return all.map(function (cells) {
      var found = {};
      names.forEach(function (name, at) { found[name] = cells[at] || ""; });
      return found;
    });
  }

  /* The bytes of a file of a package, by its name below the package's folder; nothing where it has no such file. */
  function member(address, wanted) {
    if (!opened[address]) {
      opened[address] = got(address).then(function (answer) { return answer.arrayBuffer(); }).then(files);
      opened[address].catch(function () { delete opened[address]; }); /* the next one who asks tries again */
    }
    return opened[address].then(function (found) {
      var name = Object.keys(found).filter(function (one) { return one === wanted || one.endsWith("/" + wanted); })[0];
      return name ? found[name]() : null;
    });
  }

  /* A table of a disclosure's package. */
  function table(id, resource) {
    var address = root + at.disclosure.replace("{id}", id) + at.archive.replace("{id}", id);
    return member(address, at.table.replace("{resource}", resource)).then(function (plain) {
      return plain ? rows(decoded(plain)) : [];
    });
  }

  function saved(name, content) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content]));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  /* A file that the package holds is taken out of it; without this script the link gives the package. */
  document.querySelectorAll("a[data-member]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      member(link.href, link.dataset.member).then(function (plain) {
        if (!plain) { throw new Error("no such file"); }
        saved(link.textContent, plain);
      }).catch(function () { location.href = link.href; });
    });
  });

  var titles = null;
  function rules() {
    titles = titles || got(root + at.rules).then(function (answer) { return answer.json(); }).then(function (found) {
      var by = {};
      found.items.forEach(function (one) {
        by[one.rule] = { title: english && one.title_en || one.title, signs: one.relation, words: (english ? one.held_en : one.held) || "" };
      });
      return by;
    }).catch(function () { titles = null; return {}; });
    return titles;
  }

  function grouped(value) {
    var sides = value.split(".");
    sides[0] = sides[0].replace(/\B(?=(\d{3})+$)/g, ",");
    return sides.join(".");
  }

  /* A disclosure's checks with what is told of them: titles of rules, its figures, names of what is checked. */
  function told(id) {
    var tables = ["checks", "figures", "measures", "functions", "projects"];
    return Promise.all(tables.map(function (name) { return table(id, name); }).concat(rules())).then(function (all) {
      var names = {}, figures = {};
      all[2].forEach(function (row) { names[row.section + "/" + row.measure] = row.label; });
      all[3].forEach(function (row) { names[[row.fund, row.level, row.position].join("/")] = row.item || row.subclass || row.class; });
      all[4].forEach(function (row) { names[row.project_id] = row.name; });
      all[1].forEach(function (row) { figures[row.figure_id] = row; });
      return { id: id, checks: all[0], rows: all[1], figures: figures, names: names, titles: all[5] };
    });
  }

  /* What is checked, in words: its name, and of a form the line; nothing where it has no name. */
  function named(subject, names) {
    var sides = subject.split("/"), rest = [];
    while (sides.length && !names[sides.join("/")]) { rest.unshift(sides.pop()); }
    if (!sides.length) { return ""; }
    return names[sides.join("/")] + (/^\d+$/.test(rest[0] || "") ? "，第 " + rest[0] + " 行" : "");
  }

  /* How both sides of a check stand beside each other: as its rule says where it holds. The same as in relation.py: a sign stands
     only between numbers of which it is true. */
  function beside(row, rule) {
    var left = Number(row.left), right = Number(row.right), apart = Math.abs(left - right), near = Number(row.tolerance || 0);
    var holds = { "＝": left === right, "≤": left <= right, "≥": left >= right };
    var sign = row.state === "pass" && (rule.signs || "").split("").filter(function (one) { return holds[one]; })[0];
    if (sign) { return "{left} " + sign + " {right}"; }
    if ((row.state === "rounding" || row.state === "pass" && rule.signs) && apart <= near + 1e-9) {
      return "{left} ≈ {right}" + (english ? " (within the tolerance of rounding, " : "（在四舍五入容差 ") + grouped(row.tolerance.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")) + (english ? ")" : " 内）");
    }
    return row.state === "pass" && rule.words || (english ? "{left} against {right}" : "{left}，{right}");
  }

  /* What a check that holds says: its rule, what is checked, and both sides; on pages in English of each check. */
  function said(row, all) {
    if (row.statement && !english) { return row.statement; }
    var rule = all.titles[row.rule] || {}, colon = english ? ": " : "：";
    var sides = row.left && row.right ? colon + beside(row, rule).replace("{left}", grouped(row.left)).replace("{right}", grouped(row.right)) : "";
    var what = named(row.subject, all.names);
    return (rule.title || row.subject) + (what ? english ? " (" + what + ")" : "（" + what + "）" : "") + sides;
  }

  /* The printed figures of a check, each as a link to its place in the source. */
  function cited(row, all, one) {
    var ids = row.figures ? row.figures.split(" ").filter(function (name) { return all.figures[name]; }) : [];
    if (!ids.length) { return; }
    var place = element("p", "", one);
    place.className = "cited";
    ids.slice(0, CITED).forEach(function (name, at_place) {
      var figure = all.figures[name];
      var page = Math.floor((figure.line - 1) / Number(at.lines)) + 1;
      var below = page === 1 ? at.source : at.pages.replace("{number}", page);
      if (at_place) { place.appendChild(document.createTextNode(english ? ", " : "、")); }
      element("a", figure.text.replace(/\s+/g, " "), place).href = root + at.disclosure.replace("{id}", all.id) + below + "#" + name;
    });
    if (ids.length > CITED) { place.appendChild(document.createTextNode(english ? " and others, " + ids.length + " in all" : "等 " + ids.length + " 个数字")); }
  }

  function listed(found, all, place) {
    var list = element("ul", "", place);
    found.forEach(function (row) {
      var one = element("li", "", list);
      one.className = row.state;
      element("b", STATES[row.state] || row.state, one);
      one.appendChild(document.createTextNode(" "));
      element("span", row.rule, one).className = "rule";
      one.appendChild(document.createTextNode(" " + said(row, all)));
      cited(row, all, one);
    });
  }

  function emptied(place) { while (place.firstChild) { place.removeChild(place.firstChild); } }
  function failed(place) {
    return function () { emptied(place); element("p", english ? "The data package did not open. It is linked at the top of this page." : "数据包没有打开。它在这份决算页面的“下载与引用”里。", place); };
  }

  function counted(number) {
    if (english) { return number ? "It takes part in " + number + (number === 1 ? " check:" : " checks:") : "No check uses it."; }
    return number ? "它参加了 " + number + " 处核对：" : "还没有哪一处核对用到它。";
  }

  /* For one number: the checks in which it takes part, and its row of the data. */
  function numberIn(target, place) {
    return told(target.id).then(function (all) {
      var row = all.figures[target.figure];
      var same = all.rows.filter(function (one) {
        return row && row.resource && one.status === "bound" && one.resource === row.resource && one.row === row.row && one.field === row.field;
      }).map(function (one) { return one.figure_id; }).concat(target.figure);
      var checked = all.checks.filter(function (one) {
        return one.figures.split(" ").some(function (figure) { return same.indexOf(figure) >= 0; });
      });
      emptied(place);
      element("p", counted(checked.length), place);
      if (checked.length) { listed(checked, all, place); }
      if (row) { technical(row, target, place); }
    }).catch(failed(place));
  }

  function technical(row, target, place) {
    var words = element("p", english ? "In the data: " : "数据表 ", place);
    element("code", row.resource ? row.resource + ".csv" : english ? "in no table" : "（没有放进数据表）", words);
    var heads = english ? [", row ", ", field ", ", value ", ", figure "] : ["的行 ", "，字段 ", "，数值 ", "，数字编号 "];
    [row.row, row.field, row.value, target.name + " " + target.figure].map(function (value, at) { return [heads[at], value]; }).forEach(function (one) {
      if (!one[1]) { return; }
      words.appendChild(document.createTextNode(one[0]));
      element("code", one[1], words);
    });
  }

  /* All checks in a state with their figures, on the page of a disclosure's checks. */
  document.querySelectorAll("details[data-passes]").forEach(function (details) {
    details.addEventListener("toggle", function () {
      var place = details.querySelector("div");
      if (!details.open || place.dataset.shown) { return; }
      place.dataset.shown = "1";
      emptied(place);
      element("p", "正在打开数据包…", place);
      var state = details.dataset.state || "pass";
      told(details.dataset.passes).then(function (all) {
        emptied(place);
        listed(all.checks.filter(function (row) { return row.state === state; }), all, place);
      }).catch(function () { delete place.dataset.shown; failed(place)(); });
    });
  });

  return { numberIn: numberIn };
})();
