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

  function escaped(words) { return words.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;"); }

  /* Code that shows an address in a frame. A picture (its box: width and height) has as high a frame as it needs at any
     width, with what stands above and below it: five lines, seven where it is narrow, and its notes; a table is as high
     as it is here, to a limit. The page in the frame fits itself to whatever height it gets. */
  function framed(address, what, box, high) {
    var tall = Math.ceil(box ? 520 * box[1] / box[0] + 135 + high : Math.min(Math.max(high + 150, 240), 720));
    var style = box ? "height:auto;aspect-ratio:544/" + tall + ";min-height:" + Math.ceil(336 * box[1] / box[0] + 185 + high * 1.6) + "px;max-width:544px;" : "";
    return '<iframe src="' + escaped(address) + '" title="' + escaped(what) + '" width="100%" height="' + tall + '" style="' + style + 'border:0" loading="lazy"></iframe>';
  }

  /* The box of a picture and the height of its notes. */
  function size_of(picture, notes) {
    var box = (picture.getAttribute("viewBox") || "0 0 2 1").split(" ").slice(2);
    return [box, Array.from(notes).reduce(function (all, note) { return all + note.offsetHeight; }, 0)];
  }

  return { framed: framed, size_of: size_of, asked: asked, element: element, english: english, keep: keep, text_of: text_of };
})();
