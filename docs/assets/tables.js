/* Tables to work with: sort by a click on a head, filter by words, copy; cards on a narrow screen; the filters of
   the board. Without this script the tables are complete and only these tools are missing. What a reader chose is
   kept in the address, with the number of the table on its page: f2=words, s2=column.way. */
(function () {
  "use strict";
  var english = document.documentElement.lang === "en";
  var ENOUGH = 8, LONG = 30;
  var narrow = window.matchMedia("screen and (max-width: 52rem)");

  function asked(name) { return new URLSearchParams(window.location.search).get(name) || ""; }
  function keep(name, value) {
    var kept = new URLSearchParams(window.location.search);
    if (value) { kept.set(name, value); } else { kept.delete(name); }
    var address = window.location.pathname + (String(kept) ? "?" + kept : "") + window.location.hash;
    try { window.history.replaceState(null, "", address); } catch (refused) { /* opened from disk: not kept */ }
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  /* What a cell says, without what only unfolds. */
  function said(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(cell.tagName === "TD" ? "details, .hidden, small" : "details, .hidden").forEach(function (part) { part.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function number(text) {
    var plain = text.replace(/[,，%\s]/g, "").replace("−", "-");
    return /^-?\d+(\.\d+)?$/.test(plain) ? parseFloat(plain) : null;
  }

  function compare(a, b) {
    if (a.number !== null && b.number !== null) { return a.number - b.number; }
    if (a.number !== null || b.number !== null) { return a.number === null ? 1 : -1; }
    return a.text.localeCompare(b.text, "zh");
  }

  /* First click: largest first for numbers; second: the other way; third: as printed. What is sorted says so in a
     row of its own, with the other way and the way back, so that nobody has to try. */
  function sorting(table, bar, nth) {
    var body = table.tBodies[0];
    var printed = Array.from(body.rows);
    var heads = Array.from(table.tHead.rows[0].cells);
    var names = heads.map(function (head) { return head.textContent; });
    var choice = choosing(names, bar), sorted = 0;
    var turn = pressed(bar, "turn", function () { order(sorted, heads[sorted].getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"); });
    var back = pressed(bar, "back", function () { order(0, ""); choice.focus(); });
    back.textContent = "恢复原来的次序";

    function order(column, way) {
      heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
      var rows = printed.slice();
      if (way) {
        heads[column].setAttribute("aria-sort", way);
        var keyed = rows.map(function (row) {
          var text = row.cells[column] ? said(row.cells[column]) : "";
          return { row: row, text: text, number: number(text) };
        });
        keyed.sort(function (a, b) {
          var missing = (a.text === "—" || !a.text) - (b.text === "—" || !b.text);
          return missing || (way === "ascending" ? compare(a, b) : compare(b, a));
        });
        rows = keyed.map(function (one) { return one.row; });
      }
      table.classList.toggle("sorted", Boolean(way));
      rows.forEach(function (row) { body.appendChild(row); });
      choice.value = way ? String(column) : "";
      sorted = column;
      turn.hidden = back.hidden = !way;
      turn.textContent = (is_number(column) ? { ascending: "↑ 小的在前", descending: "↓ 大的在前" } : { ascending: "↑ 顺序", descending: "↓ 倒序" })[way] || "";
      turn.setAttribute("aria-label", names[column] + "：" + turn.textContent + "，点一下反过来");
      keep("s" + nth, way ? column + "." + way : "");
    }

    /* A column is one of numbers if most of what it says is. */
    function is_number(column) {
      var texts = printed.map(function (row) { return row.cells[column] ? said(row.cells[column]) : ""; });
      texts = texts.filter(function (text) { return text && text !== "—"; });
      return texts.filter(function (text) { return number(text) !== null; }).length * 2 > texts.length;
    }
    function ways_of(column) { return is_number(column) ? ["descending", "ascending"] : ["ascending", "descending"]; }

    heads.forEach(function (head, column) {
      head.textContent = "";
      var button = element("button", names[column], head);
      button.type = "button";
      button.className = "sort";
      button.addEventListener("click", function () {
        var ways = ways_of(column).concat("");
        order(column, ways[(ways.indexOf(head.getAttribute("aria-sort") || "") + 1) % 3]);
      });
    });
    choice.addEventListener("change", function () {
      order(Number(choice.value), choice.value && ways_of(Number(choice.value))[0]);
    });
    var before = /^(\d+)\.(ascending|descending)$/.exec(asked("s" + nth));
    if (before && heads[before[1]]) { order(Number(before[1]), before[2]); }
  }

  function pressed(bar, name, act) {
    var button = element("button", "", bar);
    button.type = "button";
    button.className = name;
    button.hidden = true;
    button.addEventListener("click", act);
    return button;
  }

  /* Cards have no heads to click: there a list of columns sorts them. */
  function choosing(names, bar) {
    var label = element("label", "排序 ", bar);
    label.className = "order";
    var choice = element("select", "", label);
    element("option", "原来的次序", choice).value = "";
    names.forEach(function (name, column) { element("option", name, choice).value = String(column); });
    return choice;
  }

  function copying(table, bar) {
    var button = element("button", "复制", bar);
    button.type = "button";
    button.addEventListener("click", function () {
      var lines = Array.from(table.rows).filter(function (row) { return !row.hidden; }).map(function (row) {
        return Array.from(row.cells).map(function (cell) {
          var text = said(cell);
          return number(text) === null ? text : text.replace(/,/g, "").replace("−", "-");
        }).join("\t");
      });
      function tell(words) { button.textContent = words; window.setTimeout(function () { button.textContent = "复制"; }, 2000); }
      if (!navigator.clipboard) { tell("此处不能复制"); return; }
      navigator.clipboard.writeText(lines.join("\n")).then(function () { tell("已复制"); }, function () { tell("没有复制成"); });
    });
  }

  function filtering(table, bar, nth) {
    var rows = Array.from(table.tBodies[0].rows);
    if (rows.length < ENOUGH) { return; }
    var label = element("label", "筛选 ", bar);
    var field = element("input", "", label);
    field.type = "search";
    field.autocomplete = "off";
    var count = element("output", "", bar);
    function apply() {
      var words = field.value.trim().toLowerCase().split(/\s+/);
      var left = 0;
      rows.forEach(function (row) {
        var text = said(row).toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        left += row.hidden ? 0 : 1;
      });
      table.classList.toggle("filtered", Boolean(field.value.trim()));
      count.textContent = (field.value.trim() ? "余 " + left + " 行，" : "") + "共 " + rows.length + " 行";
    }
    field.addEventListener("input", apply);
    field.addEventListener("change", function () { keep("f" + nth, field.value.trim()); });
    field.value = asked("f" + nth);
    apply();
  }

  /* Of a long table the first rows, and how many there are; CSS counts them, so that sorting shows others. */
  function shortening(table, place) {
    var rows = table.tBodies[0].rows.length;
    if (rows <= LONG) { return; }
    table.classList.add("short");
    var button = element("button", "显示全部 " + rows + " 行");
    button.type = "button";
    button.className = "all-rows";
    place.after(button);
    button.addEventListener("click", function () {
      var is_short = table.classList.toggle("short");
      button.textContent = is_short ? "显示全部 " + rows + " 行" : "只显示前面几行";
      if (is_short) { place.scrollIntoView(); }
    });
  }

  /* What the heads say, for cards; a head over several columns says it for each of them. */
  function labels(table) {
    var columns = [];
    Array.from(table.tHead.rows).forEach(function (row) {
      var at = 0;
      Array.from(row.cells).forEach(function (head) {
        for (var i = 0; i < head.colSpan; i += 1) {
          columns[at] = (columns[at] ? columns[at] + " · " : "") + head.textContent.trim();
          at += 1;
        }
      });
    });
    return columns;
  }

  function carding(table) {
    var columns = labels(table);
    table.setAttribute("role", "table");
    Array.from(table.tBodies).forEach(function (body) { body.setAttribute("role", "rowgroup"); });
    Array.from(table.tBodies).flatMap(function (body) { return Array.from(body.rows); }).forEach(function (row) {
      row.setAttribute("role", "row");
      Array.from(row.cells).forEach(function (cell, at) {
        cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
        if (!cell.dataset.label && columns[at]) { cell.dataset.label = columns[at]; }
        var text = said(cell);
        cell.classList.toggle("nothing-said", !text || text === "—");
        cell.classList.toggle("long", text.length > 22);
        cell.classList.toggle("alone", (cell.dataset.label || "").length + text.length * 0.556 > 9);
      });
    });
    table.classList.add("stacked");
  }

  /* A table that is wider than its place: cards where the screen is narrow, else it moves in its place. */
  function fit(place) {
    var table = place.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length || !place.clientWidth) { return; }
    var fits = place.scrollWidth <= place.clientWidth;
    if (narrow.matches && !fits && !table.tBodies[0].querySelector("[rowspan]")) { carding(table); }
    fits = fits || (narrow.matches && table.classList.contains("stacked"));
    place.toggleAttribute("data-fits", fits);
    if (!fits && !place.hasAttribute("tabindex")) { reachable(place, table); }
    if (fits && place.dataset.moves) { ["tabindex", "role", "aria-label", "data-moves"].forEach(function (name) { place.removeAttribute(name); }); }
  }

  /* A table that moves in its place is reached with the keyboard, and is called what it and its heading say. */
  function reachable(place, table) {
    var head = null, names = [];
    document.querySelectorAll("h1, h2, h3, figcaption").forEach(function (one) {
      if (one.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) { head = one; }
    });
    [head, table.caption].forEach(function (one) { if (one) { names.push(said(one)); } });
    place.dataset.moves = "yes";
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", names.filter(function (one, at) { return one && names.indexOf(one) === at; }).join(" · "));
  }
  function fit_all() { document.querySelectorAll(".scroll").forEach(fit); }

  document.querySelectorAll(".scroll.tools").forEach(function (place, at) {
    var table = place.querySelector("table");
    if (!table || !table.tHead || table.tBodies[0].rows.length < 2) { return; }
    var bar = place.previousElementSibling;
    if (!bar || !bar.classList.contains("toolbar")) { return; }
    filtering(table, bar, at + 1);
    copying(table, bar);
    sorting(table, bar, at + 1);
  });
  document.querySelectorAll(".scroll").forEach(function (place) {
    var table = place.querySelector("table");
    if (table && table.tHead && table.tBodies.length) { shortening(table, place); }
  });
  fit_all();
  narrow.addEventListener("change", fit_all);
  window.addEventListener("resize", fit_all);
  document.addEventListener("toggle", function (event) {
    event.target.querySelectorAll(".scroll").forEach(fit);
  }, true);

  document.querySelectorAll("form.filters").forEach(function (form) {
    var entries = Array.from(document.querySelectorAll(".contradiction"));
    var count = form.querySelector("output");
    function holds(entry, choice, value) {
      return !value || (" " + entry.dataset[choice.name] + " ").indexOf(" " + value + " ") >= 0;
    }
    /* A choice offers only what the other ones leave. */
    function narrow_down() {
      var choices = Array.from(form.querySelectorAll("select"));
      choices.forEach(function (choice) {
        var rest = entries.filter(function (entry) {
          return choices.every(function (other) { return other === choice || holds(entry, other, other.value); });
        });
        Array.from(choice.options).forEach(function (option) {
          var is_left = option.selected || rest.some(function (entry) { return holds(entry, choice, option.value); });
          option.hidden = option.disabled = !is_left;
        });
      });
    }
    function apply() {
      var left = 0, findings = 0;
      var rule = form.querySelector("select[name=rule]");
      entries.forEach(function (entry) {
        entry.hidden = Array.from(form.querySelectorAll("select")).some(function (choice) {
          return !holds(entry, choice, choice.value);
        });
        entry.querySelectorAll(".finding").forEach(function (one) {
          var is_asked = !rule || !rule.value || one.dataset.rule === rule.value;
          one.classList.toggle("other", !is_asked);
          findings += !entry.hidden && is_asked ? 1 : 0;
        });
        left += entry.hidden ? 0 : 1;
      });
      narrow_down();
      count.textContent = "显示 " + left + " 组，共 " + findings + " 处";
      if (nothing) { nothing.hidden = left > 0; }
    }
    var nothing = document.querySelector(".nothing");
    if (nothing) {
      nothing.querySelector(".clear").addEventListener("click", function () {
        form.reset();
        form.querySelectorAll("select").forEach(function (choice) { choice.value = ""; });
        form.dispatchEvent(new Event("change"));
        form.querySelector("select").focus();
      });
    }
    form.querySelectorAll("select").forEach(function (choice) {
      if (asked(choice.name)) { choice.value = asked(choice.name); }
      if (choice.selectedIndex < 0) {
        var none = element("option", asked(choice.name) + "（没有对不上的地方）", choice);
        none.value = asked(choice.name);
        choice.value = none.value;
      }
    });
    form.addEventListener("change", function () {
      form.querySelectorAll("select").forEach(function (choice) { keep(choice.name, choice.value); });
    });
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  });

  /* A term shows what it means, in plain words and in the disclosure's own: on hover, on focus, on a touch, which
     then leads nowhere else; Escape takes it away. */
  var panel = null;
  var leaving = 0;
  function hide() { if (panel) { panel.remove(); panel = null; } }
  function plainly(link, box) {
    if (!window.juesuanIndex) { return; }
    window.juesuanIndex.piece("plain").then(function (words) {
      var said = words[link.textContent] || words["“" + link.textContent + "”"];
      if (said && panel === box) { box.prepend(element("p", "大白话：" + said, null)); beside(link); }
    }, function () { /* the disclosure's own words stay */ });
  }
  /* Below its word, or above it where there is more room; never beyond an edge of the screen. */
  function beside(link) {
    var place = link.getBoundingClientRect(), room = window.innerHeight - place.bottom - 14;
    panel.style.maxHeight = "";
    var is_above = panel.offsetHeight > room && place.top > room;
    panel.style.maxHeight = Math.max(64, is_above ? place.top - 14 : room) + "px";
    panel.style.left = Math.max(8, Math.min(place.left, window.innerWidth - panel.offsetWidth - 8)) + window.scrollX + "px";
    panel.style.top = (is_above ? place.top - panel.offsetHeight - 6 : place.bottom + 6) + window.scrollY + "px";
  }
  function explain(link) {
    var term = document.getElementById(decodeURIComponent(link.getAttribute("href").split("#")[1] || ""));
    var own = term && term.nextElementSibling;
    if (!own && !window.juesuanIndex) { return false; }
    hide();
    window.clearTimeout(leaving);
    panel = element("div", "", document.body);
    panel.id = "term";
    if (own) { element("p", "原文的解释：" + term.textContent + "，" + own.textContent, panel); }
    plainly(link, panel);
    panel.setAttribute("role", "tooltip");
    beside(link);
    panel.addEventListener("mouseenter", function () { window.clearTimeout(leaving); });
    panel.addEventListener("mouseleave", hide);
    return true;
  }
  ["mouseover", "focusin"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var link = event.target.closest && event.target.closest("a.term");
      if (link) { explain(link); }
    });
  });
  ["mouseout", "focusout"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (event.target.closest && event.target.closest("a.term")) { leaving = window.setTimeout(hide, 250); }
    });
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.term");
    if (!link) { if (panel && !panel.contains(event.target)) { hide(); } return; }
    if (explain(link)) { event.preventDefault(); }
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });

  /* A narrow screen has no column of contents: they stand folded in the header, where they cover nothing. */
  var chapters = Array.from(document.querySelectorAll(".md-content :is(h2, h3)[id]"));
  var title = document.querySelector(".md-content h1");
  if (title && chapters.length > 3 && window.matchMedia("(max-width: 76.2em)").matches) {
    var contents = element("details", "", null), list;
    contents.className = "contents";
    element("summary", english ? "Contents" : "目录", contents);
    list = element("ul", "", contents);
    chapters.forEach(function (one) {
      var place = element("li", "", list);
      place.className = one.tagName.toLowerCase();
      var link = element("a", said(one).replace(/¶$/, ""), place);
      link.href = "#" + encodeURIComponent(one.id);
    });
    contents.addEventListener("click", function (event) { if (event.target.closest("a")) { contents.open = false; } });
    document.querySelector(".md-header__inner").appendChild(contents);
    document.addEventListener("click", function (event) { if (!contents.contains(event.target)) { contents.open = false; } });
  }

  /* Whoever wants all tables unfolds them at once. */
  var folds = Array.from(document.querySelectorAll(".fold")), opener = document.getElementById("figures");
  if (folds.length > 1 && opener) {
    var words_of = english ? ["Open all tables", "Close all tables"] : ["展开全部表格", "收起全部表格"];
    var all = element("button", words_of[0], null);
    all.type = "button";
    all.className = "unfold";
    all.addEventListener("click", function () {
      var is_open = !folds.every(function (one) { return one.open; });
      folds.forEach(function (one) { one.open = is_open; });
      all.textContent = words_of[Number(is_open)];
    });
    opener.appendChild(all);
  }

  /* A link to a term, to a section or to a row unfolds it. */
  var words = document.querySelector("details.words");
  function unfold() {
    var target = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (target && words && words.contains(target)) { words.open = true; target.scrollIntoView(); }
    var below = target && /^H[23]$/.test(target.tagName) && target.nextElementSibling;
    var fold = below && (below.matches(".fold") ? below : below.querySelector(".fold"));
    if (fold) { fold.open = true; }
    for (var row = target && target.closest("details"); row; row = row.parentElement.closest("details")) { row.open = true; }
    var table = target && target.closest && target.closest("table.short");
    if (table) { table.classList.remove("short"); target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  /* Where the site does not know its own address, a citation names the one at which it is read. */
  document.querySelectorAll(".cite[data-address]").forEach(function (place) {
    var texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      texts.currentNode.data = texts.currentNode.data.split(place.dataset.address).join(location.href.split("#")[0]);
    }
  });

  /* A letter is copied whole, with the address of its page in it. */
  document.querySelectorAll(".letter .here").forEach(function (one) { one.textContent = location.href.split("#")[0]; });
  function copied(letter) {
    var button = element("button", english ? "Copy" : "复制", null);
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-label", (english ? "Copy: " : "复制：") + letter.getAttribute("aria-label"));
    letter.before(button);
    button.addEventListener("click", function () {
      window.getSelection().selectAllChildren(letter);
      var done = function () { button.textContent = english ? "Copied" : "已复制"; };
      if (navigator.clipboard) { navigator.clipboard.writeText(letter.textContent).then(done, function () { document.execCommand("copy"); done(); }); } else { document.execCommand("copy"); done(); }
    });
  }
  document.querySelectorAll("pre.letter").forEach(copied);
  if (window.juesuan) { window.juesuan.copied = copied; }
})();
