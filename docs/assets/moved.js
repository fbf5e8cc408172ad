/* A page whose address has changed: on to the new one, to the same line where the address names one. */
(function () {
  "use strict";
  location.replace(document.currentScript.dataset.goal + location.hash);
})();
