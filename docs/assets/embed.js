/* One chart or table of a disclosure for other sites, as the disclosure's page shows it: fetched and drawn here. The
   address names them: ?d=ID&chart=NAME or ?d=ID&table=NAME. Whatever else it says is shown as text. Where it says
   nothing, one is chosen here: it is shown, with the code to copy. */
(function () {
  "use strict";
  var at = document.querySelector('meta[name="juesuan-addresses"]').dataset;
  var main = document.querySelector("main"), list = main.dataset.list, place = main;
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
    place.textContent = "";
    if (place === main) { document.title = title + " · 决算开放数据"; }
    var head = element(place === main ? "h1" : "h2", title, place);
    if (unit) { element("small", " " + unit, head); }
  }

  function fault(title, text, address) {
    show(title);
    element("p", text, place);
    linked(address ? "看这份决算" : "决算开放数据", address || new URL(at.root, document.baseURI).href, element("p", "", place));
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
    element("p", title ? ownText(title) : id, place).className = "of";
    var body = element("div", "", place);
    body.className = "body";
    found.parts.forEach(function (part) { body.appendChild(part); });
    if (place === main) { main.classList.add("framed"); }
    var source = element("p", "来源：", place);
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

  function got(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.text();
    });
  }

  function named(page) {
    chart = /^chart=/.test(page) ? page.slice(6) : "";
    name = chart || page.slice(6);
  }

  /* A choice with its label; each option is a value and its words. */
  function choice(label, options, parent) {
    var around = element("label", label + " ", parent), made = element("select", "", around);
    options.forEach(function (one) { element("option", one[1], made).value = one[0]; });
    return made;
  }

  /* What a disclosure's page has to show: its charts, and the tables of its figures. */
  function offers(page) {
    var charts = Array.from(page.querySelectorAll("figure.chart[id^=chart-]")).filter(function (one) { return one.querySelector("svg") && one.querySelector("figcaption"); });
    var found = charts.map(function (one) { return ["chart=" + one.id.slice(6), "图：" + ownText(one.querySelector("figcaption"))]; });
    page.querySelectorAll(".tables > h3[id]").forEach(function (head) {
      name = head.id;
      if (tableOf(page)) { found.push(["table=" + head.id, "表：" + ownText(head)]); }
    });
    return found;
  }

  /* One is chosen: of all disclosures that the list names, then of what its page has. */
  function choosing(items) {
    var form = element("form", "", main), preview = element("section", "", main), pages = {};
    main.insertBefore(form, main.querySelector("p").nextSibling);
    form.className = "choosing";
    preview.className = "preview";
    place = preview;
    var whose = choice("哪一份", items.map(function (one) { return [one.disclosure_id, one.department + " " + one.fiscal_year]; }), form);
    var what = choice("哪一张图或哪一个表", [], form), code = element("pre", "", form);
    code.className = "code";
    code.tabIndex = 0;
    code.setAttribute("role", "group");
    code.setAttribute("aria-label", "嵌入的代码");
    if (navigator.clipboard) {
      var copy = element("button", "复制代码", form);
      copy.type = "button";
      copy.addEventListener("click", function () { navigator.clipboard.writeText(code.textContent).then(function () { copy.textContent = "已复制"; }).catch(function () { copy.textContent = "没有复制，请选中代码"; }); });
    }
    function chosen() {
      named(what.value);
      drawn(pages[id]);
      var address = location.href.split(/[?#]/)[0] + "?d=" + id + "&" + what.value, title = what.options[what.selectedIndex].textContent.slice(2);
      var picture = preview.querySelector("figure > svg"), size = picture ? window.juesuanPage.size_of(picture, preview.querySelectorAll("p.hint")) : [null, preview.querySelector(".body").offsetHeight];
      code.textContent = window.juesuanPage.framed(address, title, size[0], size[1]);
    }
    function opened() {
      id = whose.value;
      home = new URL(at.root + at.disclosure.replace("{id}", id), document.baseURI).href;
      got(home).then(function (html) {
        if (id !== whose.value) { return; } /* another one was chosen meanwhile */
        pages[id] = new DOMParser().parseFromString(html, "text/html");
        what.textContent = "";
        offers(pages[id]).forEach(function (one) { element("option", one[1], what).value = one[0]; });
        chosen();
      }).catch(function () { fault("没有取到这份决算", "网络可能不通。", home); });
    }
    whose.addEventListener("change", opened);
    what.addEventListener("change", chosen);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    opened();
  }

  if (!location.search) {
    got(list).then(function (text) { choosing(JSON.parse(text).items); }).catch(function () { /* the page says how an address is written */ });
    return;
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*-(19|20)\d\d$/.test(id)) {
    fault("地址不完整", "这个地址里没有写明是哪一份决算（d=编号）" + (id ? "；写的是“" + id + "”。" : "。") + besides());
  } else if (!name) {
    fault("地址不完整", "这个地址里没有写明是哪一张图（chart=）或哪一个表（table=）。" + besides(), home);
  } else if (!/^[a-z0-9-]{1,80}$/.test(name)) {
    fault("没有这张图或这个表", "图和表的名字只有小写字母、数字和连字符；写的是“" + name.slice(0, 80) + "”。", home);
  } else {
    got(home).then(function (html) {
      drawn(new DOMParser().parseFromString(html, "text/html"));
    }).catch(function () {
      fault("没有取到这份决算", "没有取到编号为“" + id + "”的决算：可能没有这个编号，也可能网络不通。", home);
    });
  }
})();
