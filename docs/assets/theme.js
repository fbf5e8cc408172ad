/* What the theme writes into each page as inline scripts, as a file, because pages forbid inline scripts: where its
   settings are kept, and the colours that a reader chose, set before anything is painted. Its own script needs the
   functions by these names. Loaded behind the choice of colours in the header. */
var __md_scope = new URL(document.currentScript.dataset.base, location);

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
  /* Of each choice by its scheme: when it holds, and its sign. */
  var LOOKS = {
    "": ["(prefers-color-scheme)", "m14.3 16-.7-2h-3.2l-.7 2H7.8L11 7h2l3.2 9zM20 8.69V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12zm-9.15 3.96h2.3L12 9z"],
    "default": ["(prefers-color-scheme: light)", "M12 8a4 4 0 0 0-4 4 4 4 0 0 0 4 4 4 4 0 0 0 4-4 4 4 0 0 0-4-4m0 10a6 6 0 0 1-6-6 6 6 0 0 1 6-6 6 6 0 0 1 6 6 6 6 0 0 1-6 6m8-9.31V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12z"],
    "slate": ["(prefers-color-scheme: dark)", "M9 2c-1.05 0-2.05.16-3 .46 4.06 1.27 7 5.04 7 9.54s-2.94 8.27-7 9.54c.95.3 1.95.46 3 .46a10 10 0 0 0 10-10A10 10 0 0 0 9 2"]
  };
  var COLOUR = "custom"; /* as the body says: colours of the site's own, in juesuan.css */
  var SVG = "http://www.w3.org/2000/svg", form = document.querySelector("form[data-choices]");

  function made(name, parent, attributes, space) {
    var one = space ? document.createElementNS(space, name) : document.createElement(name);
    Object.keys(attributes).forEach(function (each) { one.setAttribute(each, attributes[each]); });
    return parent.appendChild(one);
  }

  if (!form) { return; }
  form.dataset.choices.split("|").forEach(function (choice, at, every) {
    var said = choice.split(";"), look = LOOKS[said[1]];
    made("input", form, {
      "class": "md-option", "type": "radio", "name": "__palette", "id": "__palette_" + at, "aria-label": said[0],
      "data-md-color-media": look[0], "data-md-color-scheme": said[1] || "default", "data-md-color-primary": COLOUR, "data-md-color-accent": COLOUR
    });
    var next = { "class": "md-header__button md-icon", "title": said[0], "for": "__palette_" + (at + 1) % every.length, "hidden": "" };
    var sign = made("svg", made("label", form, next), { "viewBox": "0 0 24 24" }, SVG);
    made("path", sign, { "d": look[1] }, SVG);
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
