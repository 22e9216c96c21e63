// The queue refreshes itself. What was ticked, focused and looked at stays where it is.
(() => {
  "use strict";
  const list = () => document.getElementById("queue-list");
  const ticks = () => [...document.querySelectorAll('#queue-list input[name="check"]')];
  const codes = () => [...document.querySelectorAll("#queue-list [data-row]")].map((row) => row.dataset.row);
  let kept = null;

  const count = () => {
    const shown = document.getElementById("queue-picked");
    if (!shown) return;
    const picked = ticks().filter((tick) => tick.checked).length;
    const all = document.getElementById("pick-all");
    all.textContent = picked === ticks().length ? all.dataset.none : all.dataset.all;
    shown.hidden = !picked;
    shown.textContent = `${picked} ${shown.dataset.words}`;
  };

  // The first row in sight is what the eye holds on to.
  const inSight = () => [...document.querySelectorAll("#queue-list [data-row]")].find((row) => row.getBoundingClientRect().bottom > 0);

  const keep = () => {
    const row = inSight();
    kept = {
      picked: new Set(ticks().filter((tick) => tick.checked).map((tick) => tick.value)),
      focus: list().contains(document.activeElement) ? document.activeElement.id : "",
      codes: new Set(codes()),
      row: row && row.id,
      top: row && row.getBoundingClientRect().top,
    };
  };

  const restore = () => {
    if (!kept) return;
    ticks().forEach((tick) => { tick.checked = kept.picked.has(tick.value); });
    const focused = kept.focus && document.getElementById(kept.focus);
    if (focused) focused.focus({ preventScroll: true });
    const row = kept.row && document.getElementById(kept.row);
    if (row && window.scrollY) window.scrollBy({ top: row.getBoundingClientRect().top - kept.top, behavior: "instant" });
    const fresh = codes().filter((code) => !kept.codes.has(code)).length;
    const news = document.getElementById("queue-news");
    news.textContent = fresh ? (fresh === 1 ? news.dataset.one : `${news.dataset.many} ${fresh}`) : "";
    kept = null;
    count();
  };

  const stale = () => {
    const words = document.getElementById("queue-stale");
    if (words) words.hidden = false;
  };

  const isList = (event) => event.target instanceof Element && event.target.id === "queue-list";
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isList(event) && document.hidden) event.preventDefault();
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!isList(event)) return;
    // Signed out meanwhile: the sign-in page is no list.
    if (!event.detail.xhr.responseText.includes('id="queue-list"')) { event.detail.shouldSwap = false; stale(); return; }
    keep();
  });
  document.addEventListener("htmx:afterSettle", restore);
  document.addEventListener("htmx:sendError", stale);
  document.addEventListener("htmx:responseError", stale);

  document.addEventListener("change", (event) => { if (event.target.name === "check") count(); });
  document.addEventListener("click", (event) => {
    const all = event.target instanceof Element && event.target.closest("#pick-all");
    if (!all) return;
    event.preventDefault();
    const some = ticks().some((tick) => !tick.checked);
    ticks().forEach((tick) => { tick.checked = some; });
    count();
  });
  count();
})();
