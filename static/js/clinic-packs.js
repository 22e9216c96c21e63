// Saves clicks at the desk; every page here works without it.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);

  // Walk-in: ticking an exercise means a plan from scratch.
  const scratch = byId("from-scratch");
  if (scratch) {
    const exercises = byId("id_exercises");
    exercises.addEventListener("change", () => { if (exercises.querySelector(":checked")) scratch.checked = true; });
    scratch.addEventListener("change", () => { exercises.open = true; });
  }
  const stop = byId("desk-stop");
  if (stop) stop.focus();

  // Check on paper: what the answers so far do not call for is out of the way.
  const paper = byId("paper");
  if (!paper) return;
  const answer = (key) => new FormData(paper).get(key) || "";
  const holds = (when) => when.split(";").every((part) => {
    const [key, values] = part.split(":");
    return values.split("|").includes(answer(key));
  });
  const show = () => paper.querySelectorAll("[data-when]").forEach((ask) => {
    ask.hidden = !holds(ask.getAttribute("data-when"));
  });
  paper.addEventListener("change", show);
  show();

  byId("no-to-all").addEventListener("click", (event) => {
    event.preventDefault();
    const filled = byId("filled");
    event.target.closest("section").querySelectorAll(".ask:not([data-when], [data-one-by-one]) [role=radiogroup]").forEach((group) => {
      const no = group.querySelector("[value=no]");
      if (group.querySelector(":checked")) return;
      no.checked = true;
      filled.value += (filled.value ? "," : "") + no.name;
    });
    show();
  });
})();
