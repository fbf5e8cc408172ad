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
