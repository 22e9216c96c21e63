// A pack of many sheets: shows how far it is, and saves it when it has come. Without this file the form itself does.
(() => {
  "use strict";
  const STREAM = "application/x-pack-progress";
  const WAIT = 1000;
  const form = document.getElementById("pack");
  const part = (name) => document.getElementById(`pack-${name}`);
  const words = part("words");
  let stop = null;
  let address = "";
  let ready = "";

  const say = (text) => {
    words.textContent = text;
    part("said").textContent = text;
  };

  // Read out at each quarter alone; the bar itself moves with every sheet.
  let quarter = 0;
  const tell = (done, total) => {
    part("bar").max = total;
    part("bar").value = done;
    part("count").textContent = `${done} / ${total}`;
    const now = Math.floor((4 * done) / total);
    if (now > quarter && now < 4 && !part("progress").hidden) part("said").textContent = `${words.textContent}, ${now * 25}%`;
    quarter = now;
  };

  const join = (pieces, length) => {
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) { whole.set(piece, at); at += piece.length; }
    return whole;
  };

  // Lines "done total", then "said" and what is in it, then "pdf length" and so many bytes. Less is no pack.
  const read = async (reader) => {
    let kept = new Uint8Array(0);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Error("cut short");
      kept = join([kept, value], kept.length + value.length);
      for (let end = kept.indexOf(10); end >= 0; end = kept.indexOf(10)) {
        const line = new TextDecoder().decode(kept.subarray(0, end));
        const [first, second] = line.split(" ");
        kept = kept.slice(end + 1);
        if (first === "pdf") return rest(reader, kept, Number(second));
        if (first === "said") ready = line.slice(5);
        else tell(Number(first), Number(second));
      }
    }
  };
  const rest = async (reader, begun, length) => {
    const pieces = [begun];
    let here = begun.length;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      here += value.length;
    }
    if (here !== length) throw new Error("cut short");
    return join(pieces, length);
  };

  const save = (bytes, name) => {
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    const link = part("file");
    link.href = address;
    link.download = name;
    link.hidden = false;
    link.click();
  };

  const show = (busy) => {
    part("stop").hidden = !busy;
    part("bar").hidden = part("count").hidden = !busy;
    form.querySelectorAll("button").forEach((button) => { button.disabled = busy; });
  };

  const make = async () => {
    // The page itself explains what is missing: then the form is sent as it would be without this file.
    const response = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: STREAM }, signal: stop.signal });
    if (!(response.headers.get("Content-Type") || "").startsWith(STREAM)) return form.submit();
    const bytes = await read(response.body.getReader());
    save(bytes, /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition"))[1]);
    show(false);
    part("progress").hidden = false;
    part("progress").scrollIntoView({ block: "nearest" });
    say(ready);
  };

  const begin = async (event) => {
    if (event.submitter && event.submitter.name) return; // every other button leads to a page
    event.preventDefault();
    if (stop) return;
    stop = new AbortController();
    quarter = 0;
    tell(0, 1);
    part("progress").hidden = part("file").hidden = true;
    show(true);
    const late = setTimeout(() => {
      part("progress").hidden = false;
      say(words.getAttribute("data-making"));
      part("progress").scrollIntoView({ block: "nearest" });
    }, WAIT);
    try {
      await make();
    } catch (error) {
      part("progress").hidden = false;
      say(words.getAttribute(error.name === "AbortError" ? "data-stopped" : "data-failed"));
    } finally {
      clearTimeout(late);
      stop = null;
      show(false);
    }
  };

  const gaps = document.getElementById("without-title");
  if (gaps) gaps.focus();
  form.addEventListener("submit", begin);
  part("stop").addEventListener("click", () => { if (stop) stop.abort(); });
})();
