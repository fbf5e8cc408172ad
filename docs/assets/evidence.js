/* The evidence panel: a number opens the place where it is printed. Without this script the number is a link to the
   line of the source. Evidence is loaded in shards, only when one of its figures is asked for. */
(function () {
  "use strict";
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var root = new URL(at.root, document.baseURI).href;
  var loaded = {};
  var opener = null;

  /* Links in charts are SVG and have no pathname of their own. */
  function address(link) { return new URL(link.getAttribute("href"), document.baseURI); }

  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
  }

  function below(link, pattern, values) {
    return root + filled(at.disclosure, { id: link.dataset.d }) + filled(pattern, values || {});
  }

  function doubt(link) {
    var repository = document.querySelector('meta[name="juesuan-repository"]');
    if (!repository || !/^https:\/\//.test(repository.content)) { return root + at.errors; }
    return repository.content + "/issues/new?template=figure.yml&figure="
      + encodeURIComponent(link.dataset.d + " " + link.dataset.f);
  }

  function evidence(link) {
    var number = parseInt(link.dataset.f.slice(1), 10);
    var url = below(link, at.shard, { number: Math.floor((number - 1) / at.shardSize) });
    loaded[url] = loaded[url] || fetch(url).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.json();
    });
    return loaded[url].then(function (shard) {
      var figure = shard[link.dataset.f];
      if (!figure) { return null; }
      return { figure: figure, source: shard.files ? shard.files[figure[12]] : shard.source, several: !!shard.files };
    });
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  function close() {
    var panel = document.getElementById("evidence");
    if (panel) { panel.remove(); }
    if (opener) { opener.focus(); opener = null; }
  }

  /* The part of the page on which the figure is printed, with its box. */
  function crop(link, page, file, box, parent) {
    var frame = element("div", "", parent);
    frame.className = "crop";
    var picture = element("img", "", frame);
    picture.alt = "原文第 " + page + " 页印有这个数字的地方";
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
    picture.src = below(link, at.picture, { page: file ? file + 1 + "-" + page : page });
  }

  function show(link, evidence) {
    var found = evidence.figure;
    var old = document.getElementById("evidence");
    if (old) { old.remove(); }
    var panel = element("div", "", document.body);
    panel.id = "evidence";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", "数字的出处");
    var page = found[10], sheet = found[13];
    element("h2", sheet ? "印在工作表" + sheet + (found[14] ? "的单元格 " + found[14] : "")
      : page ? "印在原文第 " + page + " 页" : "印在原文第 " + found[0] + " 行", panel);
    if (evidence.several) { element("p", evidence.source[0], panel).className = "heading"; }
    if (found[9]) { element("p", found[9], panel).className = "heading"; }
    if (page) { crop(link, page, found[12], found[11], panel); }
    var context = element("p", "", panel);
    context.className = "context";
    context.appendChild(document.createTextNode(found[1]));
    element("mark", found[2], context);
    context.appendChild(document.createTextNode(found[3]));
    var where = element("p", "", panel);
    if (page) {
      element("a", "打开 PDF 第 " + page + " 页", where).href =
        below(link, at.filePage, { name: encodeURIComponent(evidence.source[0]), page: page });
      where.appendChild(document.createTextNode(" · "));
    } else if (evidence.several || sheet) {
      element("a", "打开文件 " + evidence.source[0], where).href =
        below(link, at.file, { name: encodeURIComponent(evidence.source[0]) });
      where.appendChild(document.createTextNode(" · "));
    }
    var part = Math.floor((found[0] - 1) / at.lines);
    element("a", page || sheet || evidence.several ? "取出的文字" : "打开原文这一行", where).href =
      below(link, part ? at.sourceMore : at.source, { number: part + 1 }) + "#L" + found[0];
    where.appendChild(document.createTextNode(" · "));
    element("a", "数据表 " + found[4] + ".csv", where).href = below(link, at.table, { resource: found[4] });
    var technical = element("details", "", panel);
    element("summary", "技术信息", technical);
    var cell = element("p", "数据表的行 ", technical);
    element("code", found[5], cell);
    cell.appendChild(document.createTextNode("，字段 "));
    element("code", found[6], cell);
    cell.appendChild(document.createTextNode("，数字编号 "));
    element("code", link.dataset.d + " " + link.dataset.f, cell);
    where.appendChild(document.createTextNode(" · "));
    element("a", "报告疑问", where).href = doubt(link);
    var file = element("p", "文件 " + evidence.source[0] + "，SHA-256 ", technical);
    element("code", evidence.source[1], file);
    var button = element("button", "×", panel);
    button.type = "button";
    button.setAttribute("aria-label", "关闭");
    button.addEventListener("click", close);
    opener = link;
    panel.insertBefore(button, panel.firstChild);
    button.focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.n[data-f]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    if (window.location.protocol === "file:") { return; }
    event.preventDefault();
    evidence(link).then(function (found) {
      if (found) { show(link, found); } else { window.location.href = address(link).href; }
    }, function () { window.location.href = address(link).href; });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { close(); }
  });
})();
