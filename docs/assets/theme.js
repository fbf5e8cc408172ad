/* What the theme's script wants on a page and a reader without scripts has no use for, made here once and not written into
   each of many pages; and what the theme writes into each page as inline scripts, as a file, because pages forbid those:
   where its settings are kept, and the colours that a reader chose, set before anything is painted. The theme's script needs
   the functions by these names. Loaded in the header, where the choice of colours belongs. */
var __md_root = document.querySelector('meta[name="juesuan-addresses"]').dataset.root;
var __md_scope = new URL(__md_root, location);

function __md_hash(text) {
  return Array.from(text).reduce(function (sum, char) { return (sum << 5) - sum + char.charCodeAt(0); }, 0);
}

function __md_get(key, storage, scope) {
  return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + key));
}

function __md_set(key, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || __md_scope).pathname + "." + key, JSON.stringify(value));
  } catch (error) { /* a reader may forbid storage */ }
}

/* The choice of colours, which the theme's own script finds here: an option, and the sign that leads to the next one. */
(function () {
  var english = document.documentElement.lang === "en", CHOICES = [
    [english ? "As the system" : "跟随系统", "(prefers-color-scheme)", "default", "m14.3 16-.7-2h-3.2l-.7 2H7.8L11 7h2l3.2 9zM20 8.69V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12zm-9.15 3.96h2.3L12 9z"],
    [english ? "Light" : "浅色", "(prefers-color-scheme: light)", "default", "M12 8a4 4 0 0 0-4 4 4 4 0 0 0 4 4 4 4 0 0 0 4-4 4 4 0 0 0-4-4m0 10a6 6 0 0 1-6-6 6 6 0 0 1 6-6 6 6 0 0 1 6 6 6 6 0 0 1-6 6m8-9.31V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12z"],
    [english ? "Dark" : "深色", "(prefers-color-scheme: dark)", "slate", "M9 2c-1.05 0-2.05.16-3 .46 4.06 1.27 7 5.04 7 9.54s-2.94 8.27-7 9.54c.95.3 1.95.46 3 .46a10 10 0 0 0 10-10A10 10 0 0 0 9 2"]
  ];
  var TOP = "M13 20h-2V8l-5.5 5.5-1.42-1.42L12 4.16l7.92 7.92-1.42 1.42L13 8z";
  var SVG = "http://www.w3.org/2000/svg";

  function made(name, attributes, parent, space) {
    var one = space ? document.createElementNS(space, name) : document.createElement(name);
    Object.keys(attributes).forEach(function (each) { one.setAttribute(each, attributes[each]); });
    return parent ? parent.appendChild(one) : one;
  }

  function sign(path, parent) {
    made("path", { "d": path }, made("svg", { "viewBox": "0 0 24 24" }, parent, SVG), SVG);
  }

  var form = made("form", { "class": "md-header__option", "data-md-component": "palette" }), body = document.body;
  CHOICES.forEach(function (choice, at) {
    made("input", {
      "class": "md-option", "type": "radio", "name": "__palette", "id": "__palette_" + at, "aria-label": choice[0],
      "data-md-color-media": choice[1], "data-md-color-scheme": choice[2],
      "data-md-color-primary": body.dataset.mdColorPrimary, "data-md-color-accent": body.dataset.mdColorAccent
    }, form);
    sign(choice[3], made("label", {
      "class": "md-header__button md-icon", "title": choice[0], "for": "__palette_" + (at + 1) % CHOICES.length, "hidden": ""
    }, form));
  });
  document.currentScript.before(form);

  /* Switches of the theme's drawer and search, which the site has not, and its settings. */
  ["drawer", "search"].forEach(function (name) {
    made("input", { "class": "md-toggle", "data-md-toggle": name, "type": "checkbox", "id": "__" + name, "autocomplete": "off" }, body);
  });
  made("script", { "id": "__config", "type": "application/json" }, body).textContent = JSON.stringify({
    "base": __md_root, "features": ["navigation.tabs", "navigation.top", "toc.follow"], "search": "", "translations": {}
  });

  /* Behind the page, before the theme's script begins: the title that stays in sight, the way back to the top. */
  document.addEventListener("DOMContentLoaded", function () {
    var topic = made("div", { "class": "md-header__topic", "data-md-component": "header-topic" }, document.querySelector(".md-header__ellipsis"));
    made("span", { "class": "md-ellipsis" }, topic).textContent = document.title.replace(/ - [^-]*$/, "");
    var top = made("button", { "type": "button", "class": "md-top md-icon", "data-md-component": "top", "hidden": "" }, document.querySelector("main"));
    sign(TOP, top);
    top.append(" ", english ? "Back to top" : "回到页面顶部");
  });
})();

/* On paper a page says from where it is and when it was printed. */
window.addEventListener("beforeprint", function () {
  var title = document.querySelector("article h1"), old = document.querySelector("article p.printed");
  if (old) { old.remove(); }
  if (!title) { return; }
  var line = document.createElement("p");
  line.className = "printed";
  line.textContent = location.href.split("#")[0] + "　打印于 " + new Date().toLocaleDateString("zh-CN", { dateStyle: "long" });
  title.after(line);
});

var palette = __md_get("__palette");
if (palette && palette.color) {
  if (palette.color.media === "(prefers-color-scheme)") {
    var wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    var option = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + wanted + ")']");
    ["media", "scheme", "primary", "accent"].forEach(function (name) {
      palette.color[name] = option.getAttribute("data-md-color-" + name);
    });
  }
  Object.keys(palette.color).forEach(function (name) {
    document.body.setAttribute("data-md-color-" + name, palette.color[name]);
  });
}
