/* The evidence panel: a number opens the place where it is printed. Without this script the number is a link to the
   line of the source. Evidence is loaded in shards, only when one of its figures is asked for. */
(function () {
  "use strict";
  var SHARD = 400;
  var loaded = {};
  var opener = null;

  function base(link) {
    var at = link.pathname.indexOf("/d/" + link.dataset.d + "/");
    return link.pathname.slice(0, at) + "/d/" + link.dataset.d + "/";
  }

  function doubt(link) {
    var repository = document.querySelector('meta[name="juesuan-repository"]');
    if (!repository || !/^https:\/\//.test(repository.content)) { return base(link) + "../../about/#errors"; }
    return repository.content + "/issues/new?template=figure.yml&figure="
      + encodeURIComponent(link.dataset.d + " " + link.dataset.f);
  }

  function evidence(link) {
    var number = parseInt(link.dataset.f.slice(1), 10);
    var url = base(link) + "evidence/" + Math.floor((number - 1) / SHARD) + ".json";
    loaded[url] = loaded[url] || fetch(url).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.json();
    });
    return loaded[url].then(function (shard) {
      return shard[link.dataset.f] ? { figure: shard[link.dataset.f], source: shard.source } : null;
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

  function show(link, evidence) {
    var found = evidence.figure;
    var old = document.getElementById("evidence");
    if (old) { old.remove(); }
    var panel = element("div", "", document.body);
    panel.id = "evidence";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", "数字的出处");
    element("h2", "印在原文第 " + found[0] + " 行", panel);
    if (found[9]) { element("p", found[9], panel).className = "heading"; }
    var context = element("p", "", panel);
    context.className = "context";
    context.appendChild(document.createTextNode(found[1]));
    element("mark", found[2], context);
    context.appendChild(document.createTextNode(found[3]));
    var where = element("p", "", panel);
    element("a", "打开原文这一行", where).href = link.href;
    where.appendChild(document.createTextNode(" · "));
    element("a", "数据表 " + found[4] + ".csv", where).href = base(link) + "data/" + found[4] + ".csv";
    var cell = element("p", "行 ", panel);
    element("code", found[5], cell);
    cell.appendChild(document.createTextNode("，字段 "));
    element("code", found[6], cell);
    cell.appendChild(document.createTextNode("，数字编号 "));
    element("code", link.dataset.d + " " + link.dataset.f, cell);
    where.appendChild(document.createTextNode(" · "));
    element("a", "报告疑问", where).href = doubt(link);
    var file = element("p", "文件 " + evidence.source[0] + "，SHA-256 ", panel);
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
      if (found) { show(link, found); } else { window.location.href = link.href; }
    }, function () { window.location.href = link.href; });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { close(); }
  });
})();
