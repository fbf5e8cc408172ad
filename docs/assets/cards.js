/* Tables that are wider than their place: cards where the screen is narrow, else they move in their place.
   Comes behind tables.js, which leaves out rows and puts buttons into heads. */
(function (page) {
  "use strict";
  var text_of = page.text_of;
  var ALONE = 11;
  var narrow = window.matchMedia("screen and (max-width: 52rem)");

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

  /* Words with links among them: side by side they would fall apart. */
  function is_sentence(cell) {
    var words = Array.from(cell.childNodes).some(function (one) { return one.nodeType === 3 && one.data.trim(); });
    return words && Boolean(cell.querySelector("a"));
  }

  /* Label and text of a cell in characters of Chinese. */
  function length_of(cell, label) { return (label || "").length + text_of(cell).length * 0.556; }

  /* Which columns have a line of their own in all cards, so that cards look alike: long ones, or all where few are short. */
  function long_columns(table, columns) {
    var rows = Array.from(table.tBodies).flatMap(function (body) { return Array.from(body.rows); });
    var found = columns.map(function (label, at) {
      return rows.some(function (row) { var cell = row.cells[at]; return cell && cell.tagName === "TD" && length_of(cell, cell.dataset.label || label) > ALONE; });
    });
    var own = found.slice(1), short = own.filter(function (one) { return !one; }).length;
    return short * 3 < own.length * 2 ? found.map(function () { return true; }) : found;
  }

  function carding(table) {
    var columns = labels(table), alone = table.classList.contains("indicators") ? null : long_columns(table, columns);
    table.setAttribute("role", "table");
    Array.from(table.tBodies).forEach(function (body) { body.setAttribute("role", "rowgroup"); });
    Array.from(table.tBodies).flatMap(function (body) { return Array.from(body.rows); }).forEach(function (row) {
      row.setAttribute("role", "row");
      Array.from(row.cells).forEach(function (cell, at) {
        cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
        if (!cell.dataset.label && columns[at]) { cell.dataset.label = columns[at]; }
        var text = text_of(cell);
        cell.classList.toggle("nothing-said", !text || text === "—" || (text === "0" && table.classList.contains("results")));
        cell.classList.toggle("long", text.length > 22 || is_sentence(cell));
        cell.classList.toggle("alone", alone ? Boolean(alone[at]) : length_of(cell, cell.dataset.label) > ALONE);
      });
    });
    table.classList.add("stacked");
  }

  /* A table that is wider than its place: cards where the screen is narrow, else it moves in its place. */
  function fit(place) {
    var table = place.querySelector("table");
    if (!table || !table.tHead || !table.tBodies.length || !place.clientWidth) { return; }
    var fits = place.scrollWidth <= place.clientWidth;
    var squeezed = !fits || table.classList.contains("matrix"); /* its heads would be towers of characters */
    if (narrow.matches && squeezed && !table.tBodies[0].querySelector("[rowspan]")) { carding(table); }
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
    [head, table.caption].forEach(function (one) { if (one) { names.push(text_of(one)); } });
    place.dataset.moves = "yes";
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", names.filter(function (one, at) { return one && names.indexOf(one) === at; }).join(" · "));
  }
  function fit_all() { document.querySelectorAll(".scroll").forEach(fit); }

  fit_all();
  narrow.addEventListener("change", fit_all);
  window.addEventListener("resize", fit_all);
  document.addEventListener("toggle", function (event) {
    event.target.querySelectorAll(".scroll").forEach(fit);
  }, true);
})(window.juesuanPage);
