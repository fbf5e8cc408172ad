/* What all scripts of a page share; it comes first. */
window.juesuanPage = (function () {
  "use strict";
  var english = document.documentElement.lang === "en";

  /* What a reader chose, kept in the address. */
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
  function text_of(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(cell.tagName === "TD" ? "details, .hidden, small" : "details, .hidden").forEach(function (part) { part.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  return { asked: asked, element: element, english: english, keep: keep, text_of: text_of };
})();
