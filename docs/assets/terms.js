/* The panel of a term, over the glossary of its disclosure and our own words (search.js brings the piece). */
(function (page) {
  "use strict";
  var element = page.element;

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
    panel.style.left = "0"; /* as wide as it wants to be, before it is measured */
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
})(window.juesuanPage);
