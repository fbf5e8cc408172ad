/* What a chart or table of a disclosure's page offers to take along: its picture (SVG), its numbers (CSV), and the code
   to show it on another site. All three are made here from what the page shows; without this script nothing is missing
   that the package does not have. */
(function () {
  "use strict";
  var element = window.juesuanPage.element;
  var place = document.querySelector("[data-of]");
  if (!place) { return; }
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var id = place.dataset.of, SVG = "http://www.w3.org/2000/svg";
  var SHOWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "fill-opacity", "stroke-opacity", "font-size", "font-weight", "font-family", "text-anchor"];

  function text(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll("details, .headerlink, .hidden").forEach(function (one) { one.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function title(node) {
    return Array.from(node.childNodes).filter(function (one) { return one.nodeType === 3; }).map(function (one) { return one.textContent; }).join("").trim();
  }

  function saved(name, content, type) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  /* A cell as CSV: numbers without the commas of reading; a text that a spreadsheet would take for a formula is quoted. */
  function cell(said) {
    if (/^[−-]?[\d,]+(\.\d+)?$/.test(said)) { said = said.replace(/,/g, "").replace("−", "-"); } else if (/^(?:[=+@＝＋＠]|[−－-](?!-*$))/.test(said)) { said = "'" + said; }
    return /[",\n]/.test(said) ? '"' + said.replace(/"/g, '""') + '"' : said;
  }

  /* The texts of a row; a code behind a name stands in a column of its own. */
  function texts(row, coded) {
    var all = Array.from(row.cells).map(text), code = coded && row.cells[0].querySelector("code");
    if (!coded) { return all; }
    if (!code) { return [all[0], row.parentNode.tagName === "THEAD" ? "编码" : ""].concat(all.slice(1)); }
    return [all[0].slice(0, -text(code).length).trim(), text(code)].concat(all.slice(1));
  }

  /* With the mark by which spreadsheets know UTF-8: what a button gives is opened in one. */
  function csv(table) {
    var coded = !!table.querySelector("tbody th code");
    return "\ufeff" + Array.from(table.rows).map(function (row) { return texts(row, coded).map(cell).join(","); }).join("\n") + "\n";
  }

  /* A picture that stands alone: with the colours that the page gives it now. */
  function picture(svg, name) {
    var copy = svg.cloneNode(true), ours = svg.querySelectorAll("*"), theirs = copy.querySelectorAll("*");
    ours.forEach(function (one, i) {
      var style = getComputedStyle(one);
      SHOWN.forEach(function (what) { theirs[i].setAttribute(what, style.getPropertyValue(what)); });
    });
    copy.querySelectorAll("a").forEach(function (link) { link.replaceWith.apply(link, Array.from(link.childNodes)); });
    copy.setAttribute("xmlns", SVG);
    var note = document.createElementNS(SVG, "desc");
    note.textContent = name + "，来源：" + document.title + "（" + id + "），CC BY 4.0";
    copy.insertBefore(note, copy.firstChild);
    return new XMLSerializer().serializeToString(copy) + "\n";
  }

  function button(name, what, parent, act) {
    var made = element("button", name, parent);
    made.type = "button";
    made.setAttribute("aria-label", name + "：" + what);
    made.addEventListener("click", act);
    parent.append(" ");
  }

  function code(what, query, size) {
    var address = new URL(at.embed, new URL(at.root, document.baseURI)).href + "?d=" + id + "&" + query;
    return window.juesuanPage.framed(address, what, size[0], size[1]);
  }

  function embedding(what, query, size, parent) {
    button("嵌入", what, parent, function () {
      var line = parent.closest("p"), next = line.nextElementSibling;
      if (next && next.className === "code") { next.remove(); return; }
      var made = element("pre", "");
      made.className = "code";
      made.tabIndex = 0;
      made.setAttribute("aria-label", "嵌入" + what + "的代码");
      window.juesuanPage.coded(element("code", code(what, query, size()), made));
      line.after(made);
    });
  }

  document.querySelectorAll("figure.chart[id]").forEach(function (figure) {
    var svg = figure.querySelector("svg"), table = figure.querySelector("table"), files = figure.querySelector(".files");
    if (!svg || !files) { return; }
    var name = figure.id.replace(/^chart-/, ""), what = "图 " + title(figure.querySelector("figcaption"));
    var tools = element("span", "", null);
    files.insertBefore(tools, files.firstChild);
    if (table) { button("CSV", what, tools, function () { saved(id + "-" + name + ".csv", csv(table), "text/csv"); }); }
    button("SVG", what, tools, function () { saved(id + "-" + name + ".svg", picture(svg, what), "image/svg+xml"); });
    embedding(what, "chart=" + name, function () { return window.juesuanPage.size_of(svg, figure.querySelectorAll(":scope > p.hint")); }, tools);
  });

  document.querySelectorAll(".tables > h3[id]").forEach(offered);

  function offered(head) {
    var next = head.nextElementSibling, table = null;
    for (; next && !/^H[23]$/.test(next.tagName) && !table; next = next.nextElementSibling) { table = next.matches("table") ? next : next.querySelector("table"); }
    if (!table) { return; }
    var what = title(head), files = element("p", "");
    files.className = "files";
    (table.closest(".scroll") || table).after(files);
    button("CSV", what, files, function () { saved(id + "-" + head.id + ".csv", csv(table), "text/csv"); });
    embedding(what, "table=" + head.id, function () { return [null, table.offsetHeight]; }, files);
  }
})();
