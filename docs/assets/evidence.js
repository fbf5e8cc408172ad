/* The evidence panel: a number opens the place where it is printed. Without this script the number is a link to
   itself in the source. The panel is drawn from that page; the row of the data and the checks in which the number
   takes part come from the disclosure's package, when they are asked for (package.js). */
(function () {
  "use strict";
  var element = window.juesuanPage.element;
  var FIGURE = /\/source(?:-\d+)?\/(?:index\.html)?#(f\d+)$/;
  var AROUND = 45, LINES = 3;
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var root = new URL(at.root, document.baseURI).href;
  var english = window.juesuanPage.english;
  var loaded = {};
  var opener = null;

  function said(chinese, word) { return english ? word : chinese; }

  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
  }

  /* Where a link leads: the page of the source, the figure, the disclosure; null if it leads to no figure.
     Links in charts are SVG and have no address of their own. */
  function goal(link) {
    var url = new URL(link.getAttribute("href"), document.baseURI);
    var found = FIGURE.exec(url.pathname + url.hash);
    if (!found || url.href.indexOf(root) !== 0) { return null; }
    var sides = at.disclosure.split("{id}"), below = url.href.slice(root.length);
    if (below.indexOf(sides[0]) !== 0) { return null; }
    var id = below.slice(sides[0].length).split("/")[0];
    return { url: url, page: url.href.split("#")[0], figure: found[1], id: id, name: decodeURIComponent(id) };
  }

  /* Where a doubt is reported; empty where the site names no repository: then there is a text to send. */
  function form(target) {
    var repository = document.querySelector('meta[name="juesuan-repository"]');
    if (!repository || !/^https:\/\//.test(repository.content)) { return ""; }
    return repository.content + "/issues/new?template=figure.yml&figure="
      + encodeURIComponent(target.name + " " + target.figure);
  }

  /* A text that tells of a doubt all that the one who reads it must know; the reader sends it. */
  function letter(target, words, quoted, panel) {
    var details = element("details", "", panel);
    element("summary", said("报告疑问", "Report a doubt"), details);
    var how = element("p", said("本站没有登记收信的地址。复制这段文字，补上您读到的，发给把网站给您的人或机构；原文本身的问题请问公开它的部门。",
      "This site names no address for reports. Copy this text, add what you read, and send it to whoever gave you the site."), details);
    how.className = "hint";
    var pre = element("pre", "数据疑问：" + target.name + " " + target.figure + "\n" + words + "：“" + quoted + "”\n"
      + "出处：" + target.url.href + "\n看到它的网页：" + location.href.split("#")[0] + "\n我在原文读到的是：＿＿＿＿\n", details);
    pre.className = "letter";
    pre.tabIndex = 0;
    pre.setAttribute("aria-label", said("报告疑问的文字", "Text of a report"));
    if (window.juesuan.copied) { window.juesuan.copied(pre); }
  }

  /* A page of the source as a document of its own; it is loaded once. */
  function source(page) {
    if (!loaded[page]) {
      loaded[page] = fetch(page).then(function (answer) {
        if (!answer.ok) { throw new Error(answer.status); }
        return answer.text();
      }).then(function (text) { return new DOMParser().parseFromString(text, "text/html"); });
      loaded[page].catch(function () { delete loaded[page]; }); /* the next one who asks tries again */
    }
    return loaded[page];
  }

  function close() {
    var panel = document.getElementById("evidence");
    if (panel) { panel.remove(); }
    if (opener) { opener.focus(); opener = null; }
  }

  /* What stands above the lines of a page or sheet: how it is called, and the way to it. */
  function under(list, page) {
    var found = [];
    for (var one = list.previousElementSibling; one && one.tagName === "P"; one = one.previousElementSibling) {
      var link = one.querySelector("a");
      found.unshift({
        text: one.firstChild.textContent.replace("（续）", "").trim(),
        link: link && new URL(link.getAttribute("href"), page).href, words: link && link.textContent
      });
    }
    return found;
  }

  /* The lines of a page of the source in their order, whatever lists they stand in. */
  function neighbours(line) {
    var all = Array.from(line.ownerDocument.querySelectorAll(".source li"));
    return { all: all, at: all.indexOf(line) };
  }

  /* On one line, without the signs of Markdown: the page of the source shows them as they are. */
  function flat(text) { return text.replace(/\t+/g, " ｜ ").replace(/\*\*|(?:^|\s)#{1,6}(?=\s)/g, "").replace(/\s+/g, " "); }
  function apart(line) { return !line || !line.textContent.trim() || line.className || /\t/.test(line.textContent); }

  /* The next line that prints something; an empty line may stand between, and the number of a page. */
  function next(around, from, step) {
    var to = from + step;
    for (var i = 0; i < LINES && around.all[to] && /^[-—\s]*\d{0,4}[-—\s]*$/.test(around.all[to].textContent); i++) { to += step; }
    return to;
  }

  /* What is printed before and behind a figure: of its line, or of its sentence where a page is set narrower. */
  function sides(mark, line) {
    var before = mark.ownerDocument.createRange(), after = before.cloneRange();
    before.setStart(line, 0); before.setEndBefore(mark);
    after.setStartAfter(mark); after.setEnd(line, line.childNodes.length);
    var lead = before.toString(), rest = after.toString();
    if (line.className === "c" || /\t/.test(lead + rest)) { return [lead, rest]; }
    var around = neighbours(line), to = around.at, i;
    for (i = 0; i < LINES && lead.length <= AROUND; i++) {
      to = next(around, to, -1);
      if (apart(around.all[to]) || /[。；;：:]\s*$/.test(around.all[to].textContent)) { break; }
      lead = around.all[to].textContent.trimEnd() + lead.trimStart();
    }
    to = around.at;
    for (i = 0; i < LINES && rest.length <= AROUND && !/[。；;]\s*$/.test(rest); i++) {
      to = next(around, to, 1);
      if (apart(around.all[to])) { break; }
      rest = rest.trimEnd() + around.all[to].textContent.trimStart();
    }
    return [lead, rest];
  }

  /* The part next to the figure, never cut inside a number. */
  function ending(text) { return text.length <= AROUND ? flat(text) : "…" + flat(text.slice(-AROUND).replace(/^[\d.,%]+/, "")); }
  function beginning(text) { return text.length <= AROUND ? flat(text) : flat(text.slice(0, AROUND).replace(/[\d.,%]+$/, "")) + "…"; }

  function heading(line) {
    if (line.dataset.h) { return line.dataset.h; }
    var around = neighbours(line);
    for (var i = around.at; i >= 0; i--) {
      if (around.all[i].dataset.h) { return around.all[i].dataset.h; }
      if (around.all[i].className === "h") { return flat(around.all[i].textContent.replace(/[\s*|#]+/g, " ")).trim(); }
    }
    return "";
  }

  /* The part of the page on which the figure is printed, with its box. */
  function crop(address, words, box, parent) {
    var frame = element("div", "", parent);
    frame.className = "crop";
    var picture = element("img", "", frame);
    picture.alt = "原文" + words + "印有这个数字的地方";
    var mark = element("span", "", frame);
    var scale = Number(at.scale);
    picture.addEventListener("load", function () {
      var middle = [(box[0] + box[2]) / 2 * scale, (box[1] + box[3]) / 2 * scale];
      var left = Math.min(Math.max(middle[0] - frame.clientWidth / 2, 0), Math.max(picture.naturalWidth - frame.clientWidth, 0));
      var top = Math.min(Math.max(middle[1] - frame.clientHeight / 2, 0), Math.max(picture.naturalHeight - frame.clientHeight, 0));
      picture.style.left = -left + "px";
      picture.style.top = -top + "px";
      mark.style.left = box[0] * scale - left - 4 + "px";
      mark.style.top = box[1] * scale - top - 2 + "px";
      mark.style.width = (box[2] - box[0]) * scale + 8 + "px";
      mark.style.height = (box[3] - box[1]) * scale + 4 + "px";
    });
    picture.addEventListener("error", function () { frame.remove(); });
    picture.src = address;
  }

  function link(words, address, parent) {
    if (parent.childNodes.length) { parent.appendChild(document.createTextNode(" · ")); }
    var made = element("a", words, parent);
    made.href = address;
    return made;
  }

  /* Where it is printed, in words; in Chinese for a report, which goes to those who publish. */
  function title(places, mark, line, chinese) {
    var last = places.length ? places[places.length - 1].text : "";
    var page = /^第 (\d+) 页$/.exec(last), cell = mark.dataset.c;
    if (english && !chinese) {
      if (/^工作表/.test(last)) { return "Printed in the sheet" + last.slice(3) + (cell ? ", cell " + cell : ""); }
      return "Printed in the source, " + (page ? "page " + page[1] : "line " + line.id.slice(1));
    }
    if (/^工作表/.test(last)) { return "印在" + last + (cell ? "的单元格 " + cell : ""); }
    return "印在原文" + (page ? last : "第 " + line.id.slice(1) + " 行");
  }

  /* The way to the page or sheet of the original, in words. */
  function original(place) {
    if (english) { return "the original" + (/^第 \d+ 页/.test(place.text) ? ", page " + /\d+/.exec(place.text)[0] : ""); }
    return /^第/.test(place.text) ? place.words + " " + place.text : place.words;
  }

  /* What a number of a table is, in the words of the page on which it was opened: its row and its column. */
  function called(opened) {
    var cell = opened.closest("td"), row = cell && cell.parentNode.querySelector("th");
    if (!row) { return ""; }
    var name = row.cloneNode(true), heads = cell.closest("table").tHead;
    name.querySelectorAll("details, small, [lang=zh], .hidden").forEach(function (part) { part.remove(); });
    var head = heads && heads.rows.length === 1 ? heads.rows[0].cells[cell.cellIndex] : null;
    return [name, head].map(function (one) { return one ? window.juesuanPage.text_of(one) : ""; }).filter(Boolean).join(english ? ", " : "，");
  }

  /* The row of the data, and the checks: from the package, when they are asked for. */
  function more(target, panel) {
    var details = element("details", "", panel);
    element("summary", said("这个数字核对过吗", "Was this number checked?"), details);
    var place = element("div", "", details);
    details.addEventListener("toggle", function () {
      if (!details.open || place.childNodes.length) { return; }
      element("p", said("正在打开数据包…", "Opening the data package…"), place);
      window.juesuan.numberIn(target, place);
    });
  }

  function show(opened, target, page) {
    var mark = page.getElementById(target.figure);
    if (!mark) { return false; }
    var line = mark.closest("li"), list = mark.closest("ol"), places = under(list, target.page);
    var old = document.getElementById("evidence");
    if (old) { old.remove(); }
    var panel = element("div", "", document.body);
    panel.id = "evidence";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", said("数字的出处", "Where the number is printed"));
    var words = title(places, mark, line);
    element("h2", words, panel);
    var what = english ? called(opened) : "";
    if (what) { element("p", what + ": " + flat(opened.textContent), panel); }
    var files = places.filter(function (one) { return /^文件 /.test(one.text); });
    if (files.length) { element("p", files[0].text.replace(/^文件 /, ""), panel).className = "heading"; }
    var head = heading(line);
    if (head) { element("p", said("", "Under the heading: ") + head, panel).className = "heading"; }
    if (list.dataset.scan !== undefined) {
      element("p", said("扫描件：文字由程序从图上识别，请以图为准", "A scan: its text was recognised by a program; the picture counts"), panel).className = "heading";
    }
    if (list.dataset.picture && mark.dataset.b) {
      crop(new URL(list.dataset.picture, target.page).href, title(places, mark, line, true).slice(4), mark.dataset.b.split(" ").map(Number), panel);
    }
    var both = sides(mark, line);
    var context = element("p", "", panel);
    context.className = "context";
    context.appendChild(document.createTextNode(ending(both[0])));
    element("mark", flat(mark.textContent), context);
    context.appendChild(document.createTextNode(beginning(both[1])));
    var where = element("p", "", panel);
    var place = places[places.length - 1];
    if (place) { link(original(place), place.link, where); }
    link(place ? said("取出的文字", "extracted text") : said("打开原文这一行", "open this line of the source"), target.url.href, where);
    more(target, panel);
    var report = form(target);
    if (report) { link(said("报告疑问", "report a doubt"), report, where); } else {
      letter(target, title(places, mark, line, true), ending(both[0]) + "【" + flat(mark.textContent) + "】" + beginning(both[1]), panel);
    }
    var button = element("button", "×", panel);
    button.type = "button";
    button.setAttribute("aria-label", said("关闭", "Close"));
    button.addEventListener("click", close);
    opener = opened;
    panel.insertBefore(button, panel.firstChild);
    button.focus();
    return true;
  }

  document.addEventListener("click", function (event) {
    var opened = event.target.closest ? event.target.closest("a[href]") : null;
    if (!opened || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    if (window.location.protocol === "file:" || opened.closest("#evidence")) { return; }
    var target = goal(opened);
    if (!target) { return; }
    event.preventDefault();
    function go() { window.location.href = target.url.href; }
    source(target.page).then(function (page) { if (!show(opened, target, page)) { go(); } }).catch(go);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { close(); }
  });
})();
