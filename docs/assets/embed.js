/* One chart or table of a disclosure for other sites, as the disclosure's page shows it: fetched and drawn here. The
   address names them: ?d=ID&chart=NAME or ?d=ID&table=NAME. Whatever else it says is shown as text. */
(function () {
  "use strict";
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var main = document.querySelector("main");
  var asked = new URLSearchParams(location.search);
  var id = asked.get("d") || "", chart = asked.get("chart") || "", name = chart || asked.get("table") || "";
  var home = new URL(at.root + at.disclosure.replace("{id}", id), document.baseURI).href;
  var UNWANTED = "script, style, link, iframe, object, embed, form, input, button, img, .headerlink, .files, .hidden";

  if (matchMedia("(prefers-color-scheme: dark)").matches) { document.body.dataset.mdColorScheme = "slate"; }

  function element(tag, text, parent) {
    var made = document.createElement(tag);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function linked(text, address, parent) {
    var made = element("a", text, parent);
    made.href = address;
    outside(made);
    return made;
  }

  function outside(link) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }

  function show(title, unit) {
    main.textContent = "";
    document.title = title + " · 决算开放数据";
    var head = element("h1", title, main);
    if (unit) { element("small", " " + unit, head); }
  }

  function fault(title, text, address) {
    show(title);
    element("p", text, main);
    linked(address ? "看这份决算" : "决算开放数据", address || new URL(at.root, document.baseURI).href, element("p", "", main));
  }

  /* A part of the other page without what acts, its links whole and opened outside of the frame. */
  function copied(node) {
    var copy = document.importNode(node, true);
    copy.querySelectorAll(UNWANTED).forEach(function (one) { one.remove(); });
    [copy].concat(Array.from(copy.querySelectorAll("*"))).forEach(function (one) {
      Array.from(one.attributes).forEach(function (attribute) {
        if (/^(on|id$|style$|xlink:)/i.test(attribute.name)) { one.removeAttribute(attribute.name); }
      });
      if (one.hasAttribute("href")) { aimed(one); }
    });
    return copy;
  }

  function aimed(link) {
    var address = new URL(link.getAttribute("href"), home);
    if (/^https?:$/.test(address.protocol)) {
      link.setAttribute("href", address.href);
      outside(link);
    } else {
      link.removeAttribute("href");
    }
  }

  function ownText(node) {
    return Array.from(node.childNodes).filter(function (one) { return one.nodeType === 3; }).map(function (one) { return one.textContent; }).join("").trim();
  }

  function chartOf(page) {
    var figure = page.getElementById("chart-" + name), caption = figure && figure.querySelector("figcaption"), picture = figure && figure.querySelector("svg");
    if (!caption || !picture) { return null; }
    var unit = caption.querySelector("span"), holder = document.createElement("figure");
    holder.className = "chart";
    holder.appendChild(copied(picture));
    figure.querySelectorAll(":scope > p.hint").forEach(function (note) { holder.appendChild(copied(note)); });
    return { title: ownText(caption), unit: unit ? unit.textContent : "", parts: [holder], anchor: "#chart-" + name };
  }

  function tableOf(page) {
    var head = page.getElementById(name), parts = [];
    if (!head || !/^H[23]$/.test(head.tagName)) { return null; }
    for (var next = head.nextElementSibling; next && !/^H[23]$/.test(next.tagName); next = next.nextElementSibling) {
      if (next.matches(".scroll, .note, .hint")) { parts.push(next); }
      next.querySelectorAll(".scroll").forEach(function (one) { parts.push(one); });
    }
    if (!parts.some(function (one) { return one.querySelector("table"); })) { return null; }
    return { title: ownText(head), unit: "", parts: parts.map(copied), anchor: "#" + name };
  }

  function drawn(page) {
    var found = chart ? chartOf(page) : tableOf(page), title = page.querySelector("h1");
    if (!found) {
      fault("没有这张图或这个表", "这份决算的页面上没有名为“" + name + "”的" + (chart ? "图" : "表") + "。", home);
      return;
    }
    show(found.title, found.unit);
    element("p", title ? ownText(title) : id, main).className = "of";
    found.parts.forEach(function (part) { main.appendChild(part); });
    var source = element("p", "来源：", main);
    source.className = "source";
    linked(title ? ownText(title) : id, home + found.anchor, source);
    source.append("，决算开放数据整理，CC BY 4.0");
    main.dispatchEvent(new Event("toggle")); /* cards.js: a wide table is stacked where the frame is narrow */
  }

  /* What of an address this page does not know, as it is written. */
  function unknown() {
    var others = Array.from(asked.entries()).filter(function (one) { return !/^(d|chart|table)$/.test(one[0]); });
    return others.map(function (one) { return one.join("="); }).join("，").slice(0, 120);
  }
  function besides() {
    var others = unknown();
    return others ? "不认得其中的“" + others + "”：这一页只认 d、chart 和 table。" : "";
  }

  if (!location.search) { return; }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*-(19|20)\d\d$/.test(id)) {
    fault("地址不完整", "这个地址里没有写明是哪一份决算（d=编号）" + (id ? "；写的是“" + id + "”。" : "。") + besides());
  } else if (!name) {
    fault("地址不完整", "这个地址里没有写明是哪一张图（chart=）或哪一个表（table=）。" + besides(), home);
  } else if (!/^[a-z0-9-]{1,80}$/.test(name)) {
    fault("没有这张图或这个表", "图和表的名字只有小写字母、数字和连字符；写的是“" + name.slice(0, 80) + "”。", home);
  } else {
    fetch(home).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    }).then(function (html) {
      drawn(new DOMParser().parseFromString(html, "text/html"));
    }).catch(function () {
      fault("没有取到这份决算", "没有取到编号为“" + id + "”的决算：可能没有这个编号，也可能网络不通。", home);
    });
  }
})();
