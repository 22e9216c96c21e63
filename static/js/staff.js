// The end of a session, told in time, and nothing typed is lost. Every page works without this file.
(() => {
  "use strict";
  const WARNED = 120, SPOKEN = [90, 60, 30, 10];
  const soon = document.getElementById("session-soon"), over = document.getElementById("session-over");
  if (!soon || !over || !soon.showModal) return;
  const clock = soon.querySelector("[data-clock]"), spoken = soon.querySelector("[data-spoken]");
  const notYet = over.querySelector("[data-not-yet]");
  let ends = Date.now() + 1000 * (Number(soon.dataset.left) || 900), timer = 0, before = null;

  const left = () => Math.ceil((ends - Date.now()) / 1000);
  const open = (dialog) => {
    if (dialog.open) return;
    before = document.activeElement;
    dialog.showModal();
  };
  const close = (dialog) => {
    if (!dialog.open) return;
    dialog.close();
    if (before && before.isConnected) before.focus();
  };

  // A form that was open for long gets the token of today, and is not refused for an old one.
  const renew = (state) => {
    if (state.who !== soon.dataset.who) { location.reload(); return; }
    ends = Date.now() + 1000 * state.left;
    document.querySelectorAll('input[name="csrfmiddlewaretoken"]').forEach((field) => { field.value = state.token; });
  };
  const end = () => { close(soon); open(over); };

  // Asks the server how long the session lasts, without being a sign of life; null when it has ended.
  const ask = async (address, more) => {
    const answer = await fetch(address, { redirect: "manual", headers: { Accept: "application/json", "X-Quiet": "1" }, ...more });
    return answer.ok && answer.status === 200 ? answer.json() : null;
  };
  const look = async () => {
    try {
      const state = await ask(soon.dataset.state);
      if (!state) { end(); return; }
      renew(state);
      if (left() > WARNED) { close(soon); wait(); } else count();
    } catch { timer = setTimeout(look, 5000); }
  };
  const count = () => {
    clearTimeout(timer);
    const seconds = left();
    if (seconds <= 0) { look(); return; }
    open(soon);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (SPOKEN.includes(seconds)) spoken.textContent = `${spoken.dataset.words} ${seconds}`;
    timer = setTimeout(count, 1000);
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, 1000 * (left() - WARNED)));
  };

  const stay = async (form) => {
    try {
      const state = await ask(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (!state) { end(); return; }
      renew(state);
      close(soon);
      wait();
    } catch { timer = setTimeout(count, 1000); }
  };
  const back = async () => {
    const state = await ask(soon.dataset.state).catch(() => null);
    notYet.hidden = Boolean(state);
    if (!state) return;
    renew(state);
    close(over);
    wait();
  };

  soon.querySelector("[data-stay]").addEventListener("submit", (event) => { event.preventDefault(); stay(event.target); });
  soon.addEventListener("cancel", (event) => { event.preventDefault(); stay(soon.querySelector("[data-stay]")); });
  over.addEventListener("cancel", (event) => event.preventDefault());
  over.querySelector("[data-back]").addEventListener("click", back);
  document.addEventListener("staff:signed-out", end);
  document.addEventListener("visibilitychange", () => { if (!document.hidden && !over.open && left() <= WARNED) look(); });
  // A page that the browser kept from before a sign-out is asked for anew.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  wait();
})();
