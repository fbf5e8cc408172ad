/* Tables to work with: sort by a click on a head, filter by words, copy; and the filters of the board.
   Without this script the tables are complete and only these tools are missing. */
(function () {
  "use strict";
  var ENOUGH = 8;

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  /* What a cell says, without what only unfolds. */
  function said(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll("details, .hidden").forEach(function (part) { part.remove(); });
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

  /* First click: largest first for numbers; second: the other way; third: as printed. */
  function sorting(table) {
    var body = table.tBodies[0];
    var printed = Array.from(body.rows);
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var words = head.textContent;
      head.textContent = "";
      var button = element("button", words, head);
      button.type = "button";
      button.className = "sort";
      button.addEventListener("click", function () {
        var numbers = head.classList.contains("num");
        var ways = numbers ? ["descending", "ascending", ""] : ["ascending", "descending", ""];
        var way = ways[(ways.indexOf(head.getAttribute("aria-sort") || "") + 1) % 3];
        table.tHead.querySelectorAll("[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
        var rows = printed.slice();
        if (way) {
          head.setAttribute("aria-sort", way);
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
      });
    });
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

  function filtering(table, bar) {
    var rows = Array.from(table.tBodies[0].rows);
    if (rows.length < ENOUGH) { return; }
    var label = element("label", "筛选 ", bar);
    var field = element("input", "", label);
    field.type = "search";
    var count = element("output", "", bar);
    field.addEventListener("input", function () {
      var words = field.value.trim().toLowerCase().split(/\s+/);
      var left = 0;
      rows.forEach(function (row) {
        var text = said(row).toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        left += row.hidden ? 0 : 1;
      });
      count.textContent = field.value.trim() ? "余 " + left + " 行" : "";
    });
  }

  document.querySelectorAll(".scroll.tools").forEach(function (place) {
    var table = place.querySelector("table");
    if (!table || !table.tHead || table.tBodies[0].rows.length < 2) { return; }
    var bar = place.previousElementSibling;
    if (!bar || !bar.classList.contains("toolbar")) { return; }
    filtering(table, bar);
    copying(table, bar);
    sorting(table);
  });

  document.querySelectorAll("form.filters").forEach(function (form) {
    var entries = Array.from(document.querySelectorAll(".contradiction"));
    var count = form.querySelector("output");
    function apply() {
      var left = 0, findings = 0;
      var rule = form.querySelector("select[name=rule]");
      entries.forEach(function (entry) {
        entry.hidden = Array.from(form.querySelectorAll("select")).some(function (choice) {
          return choice.value && (" " + entry.dataset[choice.name] + " ").indexOf(" " + choice.value + " ") < 0;
        });
        entry.querySelectorAll(".finding").forEach(function (one) {
          var asked = !rule || !rule.value || one.dataset.rule === rule.value;
          one.classList.toggle("other", !asked);
          findings += !entry.hidden && asked ? 1 : 0;
        });
        left += entry.hidden ? 0 : 1;
      });
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
    var asked = new URLSearchParams(window.location.search);
    form.querySelectorAll("select").forEach(function (choice) {
      if (asked.get(choice.name)) { choice.value = asked.get(choice.name); }
      if (choice.selectedIndex < 0) {
        var none = element("option", asked.get(choice.name) + "（没有对不上的地方）", choice);
        none.value = asked.get(choice.name);
        choice.value = none.value;
      }
    });
    form.addEventListener("change", function () {
      var kept = new URLSearchParams();
      form.querySelectorAll("select").forEach(function (choice) { if (choice.value) { kept.set(choice.name, choice.value); } });
      window.history.replaceState(null, "", window.location.pathname + (String(kept) ? "?" + kept : "") + window.location.hash);
    });
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  });

  /* A term shows the disclosure's own definition: on hover, on focus; Escape takes it away. */
  var panel = null;
  var leaving = 0;
  function hide() { if (panel) { panel.remove(); panel = null; } }
  function explain(link) {
    var term = document.getElementById(decodeURIComponent(link.getAttribute("href").split("#")[1] || ""));
    if (!term || !term.nextElementSibling) { return; }
    hide();
    window.clearTimeout(leaving);
    panel = element("div", term.textContent + "：" + term.nextElementSibling.textContent, document.body);
    panel.id = "term";
    panel.setAttribute("role", "tooltip");
    var place = link.getBoundingClientRect();
    panel.style.left = Math.max(8, Math.min(place.left, window.innerWidth - panel.offsetWidth - 8)) + window.scrollX + "px";
    panel.style.top = place.bottom + 6 + window.scrollY + "px";
    panel.addEventListener("mouseenter", function () { window.clearTimeout(leaving); });
    panel.addEventListener("mouseleave", hide);
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
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });

  /* A link to a term unfolds the definitions. */
  var words = document.querySelector("details.words");
  function unfold() {
    var target = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (target && words && words.contains(target)) { words.open = true; target.scrollIntoView(); }
    var row = target && target.closest && target.closest("details");
    if (row) { row.open = true; }
  }
  window.addEventListener("hashchange", unfold);
  unfold();
})();
