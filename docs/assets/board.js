/* The filters of the board of contradictions; what a reader chose is kept in the address. The first groups are shown
   until a reader chooses or asks for all. Without this script all of them are listed. */
(function (page) {
  "use strict";
  var element = page.element, asked = page.asked, keep = page.keep;

  document.querySelectorAll("form.filters").forEach(function (form) {
    var entries = Array.from(document.querySelectorAll(".contradiction"));
    var count = form.querySelector("output"), FIRST = 10, all = null;
    if (entries.length > FIRST + 2) {
      all = element("button", "显示其余 " + (entries.length - FIRST) + " 组", null);
      all.type = "button";
      all.className = "all-rows";
      all.addEventListener("click", function () {
        var next = entries[FIRST].querySelector("a");
        all.remove();
        all = null;
        apply();
        next.focus();
      });
      entries[entries.length - 1].after(all);
    }
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
      var choices = Array.from(form.querySelectorAll("select")), is_cut = all && !choices.some(function (choice) { return choice.value; });
      var rule = form.querySelector("select[name=rule]");
      entries.forEach(function (entry, at) {
        entry.hidden = choices.some(function (choice) { return !holds(entry, choice, choice.value); });
        entry.classList.toggle("later", Boolean(is_cut && at >= FIRST));
        entry.querySelectorAll(".finding").forEach(function (one) {
          var is_asked = !rule || !rule.value || one.dataset.rule === rule.value;
          one.classList.toggle("other", !is_asked);
          findings += !entry.hidden && is_asked ? 1 : 0;
        });
        left += entry.hidden ? 0 : 1;
      });
      narrow_down();
      if (all) { all.hidden = !is_cut; }
      count.textContent = is_cut ? "共 " + left + " 组 " + findings + " 处，这里是前 " + FIRST + " 组" : "显示 " + left + " 组，共 " + findings + " 处";
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
