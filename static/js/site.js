// Small comforts. Every page works without this file.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const replay = (button) => {
    const box = document.getElementById(button.getAttribute("data-play"));
    if (box) box.getAnimations({ subtree: true }).forEach((a) => { a.cancel(); a.play(); });
  };

  // A tap on the body chart is the same as choosing that place in the list beside it.
  const choosePlace = (region) => {
    const chart = region.closest(".chart");
    const radio = chart && chart.querySelector(`input[value="${CSS.escape(region.getAttribute("data-place"))}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const copy = async (button) => {
    const field = document.getElementById(button.getAttribute("data-copy"));
    if (!field) return;
    try { await navigator.clipboard.writeText(field.value); } catch { field.select(); return; }
    button.textContent = button.getAttribute("data-copied");
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const on = (name) => event.target.closest(`[data-${name}]`);
    if (on("play")) replay(on("play"));
    else if (on("place")) choosePlace(on("place"));
    else if (on("copy")) copy(on("copy"));
    else if (on("print")) window.print();
  });

  // Whoever cannot see the page hears first what needs another look, or else the new question.
  const focusFirst = (questionToo) => {
    const target = document.querySelector(".error-summary") || (questionToo && document.querySelector("main h1"));
    if (!target) return;
    if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: !target.matches(".error-summary") });
  };
  document.addEventListener("DOMContentLoaded", () => focusFirst(false));
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!event.target.closest("[data-quiet]")) focusFirst(true);
  });

  // htmx shows nothing of a refusal. Sent once more as a plain form, the page that explains it and keeps the answers comes up.
  const sendPlainly = (event) => {
    if (event.target instanceof HTMLFormElement) event.target.submit();
  };
  document.addEventListener("htmx:responseError", sendPlainly);
  // No answer at all: nothing is sent plainly, for the browser's own page would take this one with its answers away.
  document.addEventListener("htmx:sendError", () => {
    const words = document.getElementById("no-connection");
    if (words) words.hidden = false;
  });
  document.addEventListener("htmx:beforeRequest", () => {
    const words = document.getElementById("no-connection");
    if (words) words.hidden = true;
  });
})();
