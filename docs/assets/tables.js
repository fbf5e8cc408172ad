/* Tables to work with: sort by a click on a head, filter by words, copy, the first rows of a long one. Without this
   script the tables are complete and only these tools are missing. What a reader chose is kept in the address, with
   the number of the table on its page: f2=words, s2=column.way. */
(function (page) {
  "use strict";
  var element = page.element, text_of = page.text_of, asked = page.asked, keep = page.keep;
  var ENOUGH = 8, LONG = 30;

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
    var choice = choosing(names, bar, table.dataset.order || "原来的次序"), sorted = 0;
    var turn = pressed(bar, "turn", function () { order(sorted, heads[sorted].getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"); });
    var back = pressed(bar, "back", function () { order(0, ""); choice.focus(); });
    back.textContent = "恢复原来的次序";

    function order(column, way) {
      heads.forEach(function (head) { head.removeAttribute("aria-sort"); });
      var rows = printed.slice();
      if (way) {
        heads[column].setAttribute("aria-sort", way);
        var keyed = rows.map(function (row) {
          var text = row.cells[column] ? text_of(row.cells[column]) : "";
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
      var texts = printed.map(function (row) { return row.cells[column] ? text_of(row.cells[column]) : ""; });
      texts = texts.filter(function (text) { return text && text !== "—"; });
      return texts.filter(function (text) { return number(text) !== null; }).length * 2 > texts.length;
    }
    function ways_of(column) { return is_number(column) ? ["descending", "ascending"] : ["ascending", "descending"]; }

    heads.forEach(function (head, column) {
      head.textContent = "";
      head.classList.toggle("short", names[column].length < 4); /* stays in one line */
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
  function choosing(names, bar, choice_word) {
    var label = element("label", "排序 ", bar);
    label.className = "order";
    var choice = element("select", "", label);
    element("option", choice_word, choice).value = "";
    names.forEach(function (name, column) { element("option", name, choice).value = String(column); });
    return choice;
  }

  function copying(table, bar) {
    var button = element("button", "复制", bar);
    button.type = "button";
    button.addEventListener("click", function () {
      var lines = Array.from(table.rows).filter(function (row) { return !row.hidden; }).map(function (row) {
        return Array.from(row.cells).map(function (cell) {
          var text = text_of(cell);
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
        var text = text_of(row).toLowerCase();
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

  /* Words that were asked for, marked where they stand. */
  function marked(place, words) {
    var walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) { texts.push(walk.currentNode); }
    texts.forEach(function (text) {
      words.forEach(function (word) {
        var at = text.data.toLowerCase().indexOf(word);
        if (at < 0) { return; }
        var found = text.splitText(at), mark = document.createElement("mark");
        text = found.splitText(word.length);
        found.replaceWith(mark);
        mark.appendChild(found);
      });
    });
  }

  /* A tree of classes, subclasses and items: those whose name, code or department holds the words stay, marked and
     unfolded, with the headings above them; sums of what is not all shown are hidden. */
  function narrowing(field) {
    var trees = Array.from(document.querySelectorAll("." + field.dataset.narrows)), count = field.closest(".filters").querySelector("output");
    var opened = [], words = [];
    function holds(text) {
      return words.every(function (word) { return /^\d+$/.test(word) ? text.search("\\b" + word) >= 0 : text.toLowerCase().indexOf(word) >= 0; });
    }
    function open(fold) { if (!fold.open) { fold.open = true; opened.push(fold); } }
    function item(box, all) {
      var names = Array.from(box.querySelectorAll("p")), name = names.map(function (one) { return one.textContent; }).join(" "), own = holds(name);
      var rows = Array.from(box.querySelectorAll(".who > li")), kept = rows.filter(function (row) { return holds(name + " " + row.querySelector("a").textContent); });
      box.hidden = !all && !own && !kept.length;
      rows.forEach(function (row) { row.hidden = !all && !own && kept.indexOf(row) < 0; });
      if (own || kept.length) { names.concat(kept.map(function (row) { return row.querySelector("a"); })).forEach(function (one) { marked(one, words); }); }
      return !box.hidden;
    }
    function part(box) {
      if (!box.matches("details")) { return item(box, false) ? 1 : 0; }
      var name = box.querySelector("summary > span"), own = holds(name.textContent), all = own;
      var left = Array.from(box.querySelectorAll(":scope > .item")).filter(function (one) { return item(one, all); }).length;
      if (own) { marked(name, words); }
      box.querySelectorAll(":scope > .who").forEach(function (sums) { sums.hidden = !own; });
      box.hidden = !left;
      if (left) { open(box); }
      return left;
    }
    function whole(tree) { tree.querySelectorAll("[hidden]").forEach(function (one) { one.hidden = false; }); }
    function apply() {
      var left = 0, typed = field.value.trim().toLowerCase();
      words = typed ? typed.split(/\s+/) : [];
      document.querySelectorAll("h2 > mark, ." + field.dataset.narrows + " mark").forEach(function (mark) {
        var around = mark.parentNode;
        mark.replaceWith(mark.textContent);
        around.normalize();
      });
      opened.forEach(function (fold) { fold.open = false; });
      opened = [];
      trees.forEach(function (tree) {
        var above = [], found = 0; /* its heading, and what stands between */
        for (var one = tree.previousElementSibling; one && (!above.length || above[0].tagName !== "H2"); one = one.previousElementSibling) { above.unshift(one); }
        whole(tree);
        if (typed) {
          tree.querySelectorAll(":scope > :is(details[id], .item), :scope > .parts > :is(details[id], .item)").forEach(function (box) { found += part(box); });
          var own = holds(above[0].textContent);
          if (own && !found) { whole(tree); }
          if (own) { marked(above[0], words); }
          tree.querySelectorAll(":scope > .who").forEach(function (sums) { sums.hidden = !own; });
          if (found) { tree.querySelectorAll(":scope > .parts").forEach(open); }
          left += found || (own ? tree.querySelectorAll(".item").length : 0);
          found = found || own;
        }
        above.concat(tree).forEach(function (one) { one.hidden = Boolean(typed) && !found; });
      });
      document.querySelectorAll("#classes, .shares").forEach(function (one) { one.hidden = Boolean(typed); });
      count.textContent = typed ? left ? "余 " + left + " 项" : "没有这样的科目" : "";
    }
    field.addEventListener("input", apply);
    field.addEventListener("change", function () { keep("q", field.value.trim()); });
    field.value = asked("q");
    if (field.value) { apply(); }
  }
  document.querySelectorAll("input[data-narrows]").forEach(narrowing);

  /* Lists of words: what holds what is typed stays, its group unfolded. On a phone the groups are folded. */
  function wording(field) {
    var lists = Array.from(document.querySelectorAll("dl." + field.dataset.words)), count = field.closest(".filters").querySelector("output");
    var folds = lists.map(function (list) { return list.closest("details"); }), were = folds.map(function (fold) { return fold.open; });
    function apply() {
      var typed = field.value.trim().toLowerCase(), left = 0;
      lists.forEach(function (list, at) {
        var found = 0;
        list.querySelectorAll("dt").forEach(function (term) {
          var own = [term];
          for (var next = term.nextElementSibling; next && next.tagName === "DD"; next = next.nextElementSibling) { own.push(next); }
          var holds = own.some(function (one) { return one.textContent.toLowerCase().indexOf(typed) >= 0; });
          own.forEach(function (one) { one.hidden = !holds; });
          found += holds ? 1 : 0;
        });
        folds[at].open = typed ? found > 0 : were[at];
        folds[at].hidden = folds[at].previousElementSibling.hidden = !found;
        left += found;
      });
      count.textContent = typed ? left ? "余 " + left + " 个词" : "没有这样的词" : "";
    }
    field.addEventListener("input", apply);
    field.addEventListener("change", function () { keep("q", field.value.trim()); });
    field.value = asked("q");
    if (field.value) { apply(); }
  }
  if (window.matchMedia("(max-width: 40rem)").matches) { document.querySelectorAll(".by-width").forEach(function (fold) { fold.open = false; }); }
  document.querySelectorAll("input[data-words]").forEach(wording);

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
})(window.juesuanPage);
