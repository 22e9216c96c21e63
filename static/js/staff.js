// Comforts of the clinic's side. Every page works without this file.
(() => {
  "use strict";
})();
