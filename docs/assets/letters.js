/* What a reader takes along as words: the address in a citation, letters to copy. */
(function (page) {
  "use strict";
  var element = page.element, english = page.english;

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

  /* Code has a button that copies it. */
  page.coded = function (code) {
    var word = english ? "Copy" : "复制", button = element("button", word, code.parentNode);
    button.type = "button";
    button.className = "copy";
    function tell(words) { button.textContent = words; window.setTimeout(function () { button.textContent = word; }, 2000); }
    function done() { tell(english ? "Copied" : "已复制"); }
    button.addEventListener("click", function () {
      if (!navigator.clipboard) { window.getSelection().selectAllChildren(code); document.execCommand("copy"); done(); return; }
      navigator.clipboard.writeText(code.textContent).then(done, function () { tell(english ? "Not copied" : "没有复制成"); });
    });
  };

  /* Examples name the address of this site in the place of one that is made up. */
  var root = new URL(document.querySelector('meta[name="juesuan-addresses"]').dataset.root, document.baseURI).href;
  document.querySelectorAll("pre > code").forEach(function (code) {
    code.textContent = code.textContent.split("https://example.org/juesuan/").join(root).replace("# 换成本站地址", "# 本站地址");
    page.coded(code);
  });
  if (window.juesuan) { window.juesuan.copied = copied; }
})(window.juesuanPage);
