/* The filters of the board of contradictions; what a reader chose is kept in the address. Without this script all
   of them are listed. */
(function (page) {
  "use strict";
  var element = page.element, asked = page.asked, keep = page.keep;

  document.querySelectorAll("form.filters").forEach(function (form) {
    var entries = Array.from(document.querySelectorAll(".contradiction"));
    var count = form.querySelector("output");
    function holds(entry, choice, value) {
      return !value || (" " + entry.dataset[choice.name] + " ").indexOf(" " + value + " ") >= 0;
    }
    /* A choice offers only what the other ones leave. */
    function narrow_down() {
      var choices = Array.from(form.querySelectorAll("select"));
      choices.forEach(function (choice) {
        var rest = entries.filter(function (entry) {
          return choices.every(function (other) { return other === choice || holds(entry, other, other.value); });
        });
        Array.from(choice.options).forEach(function (option) {
          var is_left = option.selected || rest.some(function (entry) { return holds(entry, choice, option.value); });
          option.hidden = option.disabled = !is_left;
        });
      });
    }
    function apply() {
      var left = 0, findings = 0;
      var rule = form.querySelector("select[name=rule]");
      entries.forEach(function (entry) {
        entry.hidden = Array.from(form.querySelectorAll("select")).some(function (choice) {
          return !holds(entry, choice, choice.value);
        });
        entry.querySelectorAll(".finding").forEach(function (one) {
          var is_asked = !rule || !rule.value || one.dataset.rule === rule.value;
          one.classList.toggle("other", !is_asked);
          findings += !entry.hidden && is_asked ? 1 : 0;
        });
        left += entry.hidden ? 0 : 1;
      });
      narrow_down();
      count.textContent = "显示 " + left + " 组，共 " + findings + " 处";
      if (nothing) { nothing.hidden = left > 0; }
    }
    var nothing = document.querySelector(".nothing");
    if (nothing) {
      nothing.querySelector(".clear").addEventListener("click", function () {
        form.reset();
        form.querySelectorAll("select").forEach(function (choice) { choice.value = ""; });
        form.dispatchEvent(new Event("change"));
        form.querySelector("select").focus();
      });
    }
    form.querySelectorAll("select").forEach(function (choice) {
      if (asked(choice.name)) { choice.value = asked(choice.name); }
      if (choice.selectedIndex < 0) {
        var none = element("option", asked(choice.name) + "（没有对不上的地方）", choice);
        none.value = asked(choice.name);
        choice.value = none.value;
      }
    });
    form.addEventListener("change", function () {
      form.querySelectorAll("select").forEach(function (choice) { keep(choice.name, choice.value); });
    });
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  });
})(window.juesuanPage);
