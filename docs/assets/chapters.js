/* The parts of a page: their list on a narrow screen, all of them unfolded at once, the one that a link names. */
(function (page) {
  "use strict";
  var element = page.element, text_of = page.text_of, english = page.english;

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
      var link = element("a", text_of(one).replace(/¶$/, ""), place);
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
      document.querySelectorAll(".by-width").forEach(function (one) { one.open = one.open || (is_open && one.querySelector(".fold")); });
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
})(window.juesuanPage);
