// Choosing a mark shows its finding beside the text, and tells the address of it; back and forward
// choose again. Without this module a mark is a link that does the same.
//
// Down, up, j and k go from one finding to the next; Escape goes back to the memo. In the text one
// mark alone can be reached with Tab, so that what stands behind the text is not far.

const text = document.querySelector(".text");
const beside = document.getElementById("beside");
const memo = document.getElementById("memo");
const order = text.dataset.order.split(" ").filter(Boolean);
const home = location.pathname;
const settling = 250;
let asked = null;

document.documentElement.classList.add("scripted");

const chosen = () => new URLSearchParams(location.search).get("finding");
const covering = (finding) => text.querySelectorAll(`[data-findings~="${CSS.escape(finding)}"]`);
const spot = (finding) => document.getElementById(finding)?.closest(".m") ?? covering(finding)[0];
const kinds = { e: "event", s: "statement", n: "prospect", sil: "silence", pos: "position", a: "actor" };
const isShown = (finding) => document.getElementById(`show-${kinds[finding.match(/^[a-z]+/)?.[0]]}`)?.checked ?? false;

/** The page at an address as a document. */
async function fetched(address, signal) {
  const answer = await fetch(address, { signal, headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Light what the finding rests on, and make it the one place of the text that Tab reaches. */
function light(finding) {
  for (const run of text.querySelectorAll(".chosen")) run.classList.remove("chosen", "core");
  for (const run of finding ? covering(finding) : []) {
    run.classList.add("chosen");
    run.classList.toggle("core", run.matches(`[data-painted~="${CSS.escape(finding)}"]`));
  }
  const places = [...text.querySelectorAll(".m[id]")];
  for (const place of places) place.tabIndex = -1;
  const first = (finding && spot(finding)) || places.find((place) => isShown(place.id));
  if (first) first.tabIndex = 0;
}

/** Show a finding, or the memo if there is none; the grounds come when the reader stays. */
async function show(finding) {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  light(finding);
  beside.hidden = !finding;
  memo.hidden = Boolean(finding);
  if (!finding) return;
  const address = `${home}/finding/${encodeURIComponent(finding)}`;
  try {
    if (beside.querySelector("#panel, .none")?.dataset.finding !== finding) {
      const panel = (await fetched(address, signal)).getElementById("panel");
      beside.querySelector("#panel, .none")?.remove();
      beside.append(panel);
      beside.scrollTop = 0;
      beside.parentElement.scrollTop = 0;
    }
    sign();
    explain(`${address}/why`, signal);
  } catch (error) {
    complain(error);
  }
}

/** What another choice broke off is no fault; of any other the page itself tells. */
function complain(error) {
  if (error.name !== "AbortError") location.reload();
}

/** Put the grounds in the place of the link to them. */
async function explain(address, signal) {
  const why = beside.querySelector("#why");
  const link = why?.querySelector("#ask-why");
  if (!link) return;
  await new Promise((resolve) => setTimeout(resolve, settling));
  if (signal.aborted) return;
  const words = link.textContent;
  link.setAttribute("aria-busy", "true");
  link.textContent = "Asking the models why …";
  try {
    const grounds = (await fetched(address, signal)).getElementById("why");
    why.replaceChildren(...grounds.childNodes);
  } catch {
    // A page that was loaded anew would ask again: who follows the link is told what is wrong.
    link.removeAttribute("aria-busy");
    link.textContent = words;
  }
}

function choose(finding) {
  const address = finding ? `${home}?finding=${encodeURIComponent(finding)}` : home;
  if (finding !== chosen()) history.pushState(null, "", address);
  return show(finding);
}

/** The next finding of a kind that is shown; from the last one goes on to the first. */
function step(by) {
  const shown = order.filter((finding) => isShown(finding) || finding === chosen());
  if (!shown.length) return;
  const at = shown.indexOf(chosen());
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
  choose(next);
  const place = spot(next);
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}

/** A reader signs once. */
function sign() {
  for (const field of document.querySelectorAll("input[name=who]")) {
    field.value ||= sessionStorage.getItem("who") ?? "";
    field.addEventListener("change", () => sessionStorage.setItem("who", field.value));
  }
}

/** Light the words of the memo's notes. */
function note() {
  for (const run of text.querySelectorAll(".lit")) run.classList.remove("lit");
  const number = location.hash.match(/^#w(\d+)$/)?.[1];
  if (number) for (const run of text.querySelectorAll(`[data-notes~="${number}"]`)) run.classList.add("lit");
}

document.addEventListener("click", async (click) => {
  if (click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
  const link = click.target.closest("a");
  if (link?.id === "to-memo") {
    click.preventDefault();
    choose(null);
    document.getElementById("memo-title").focus({ preventScroll: true });
    return;
  }
  const run = click.target.closest(".text .m");
  if (run) {
    const painted = run.dataset.painted?.split(" ") ?? [];
    const finding = painted.find(isShown) ?? (run.matches("a") ? run.id : null);
    if (!finding || !getSelection().isCollapsed) return;
    click.preventDefault();
    await choose(finding);
    // Who pressed a key goes on reading there; who has a mouse sees it.
    if (!click.detail) beside.querySelector("#panel-title")?.focus({ preventScroll: true });
    return;
  }
  const other = link && new URL(link.href);
  const finding = other?.pathname === home && other.searchParams.get("finding");
  if (finding && spot(finding)) {
    click.preventDefault();
    spot(finding).scrollIntoView({ block: "center" });
    await choose(finding);
    beside.querySelector("#panel-title")?.focus({ preventScroll: true });
  }
});

document.addEventListener("keydown", (key) => {
  if (key.altKey || key.ctrlKey || key.metaKey || key.target.matches("input, select, textarea")) return;
  const isInText = text.contains(document.activeElement);
  const by = { j: 1, k: -1, ...(isInText ? { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 } : {}) }[key.key];
  if (by) {
    key.preventDefault();
    step(by);
  } else if (key.key === "Escape" && chosen()) {
    const left = spot(chosen());
    choose(null);
    left?.focus();
  }
});

addEventListener("popstate", () => show(chosen()));
addEventListener("hashchange", note);
document.querySelector(".legend")?.addEventListener("change", () => light(chosen()));
note();
sign();
show(chosen());
