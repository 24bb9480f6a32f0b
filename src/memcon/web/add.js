// Sends files one by one as they are dropped or chosen, and shows how far they are.
//
// What is shown is made by the server alone: the list is fetched as the page has it. A file is sent
// as a body of its own, so that the server need not put it down anywhere to take a form apart.

const again = 700;
const form = document.querySelector("#files");
const csrf = form.elements.csrf.value;
const sending = document.querySelector("#sending");
const waiting = [];
let isSending = false;

const sleep = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function take(files) {
  const published = form.elements.published.value;
  for (const file of files) waiting.push({ file, published, row: row(file.name) });
  if (!isSending) send();
}

function row(name) {
  const made = document.createElement("li");
  made.className = "upload";
  const line = document.createElement("p");
  line.textContent = name;
  line.dir = "auto";
  const bar = document.createElement("progress");
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  made.append(line, bar);
  sending.append(made);
  sending.hidden = false;
  return made;
}

async function send() {
  isSending = true;
  while (waiting.length) {
    const { file, published, row } = waiting[0];
    row.querySelector("progress").removeAttribute("value");
    const told = new URLSearchParams({ name: file.name, published });
    const answer = await fetch(`/add/file?${told}`, {
      method: "PUT", body: file, headers: { "X-Memcon-Proof": csrf, Accept: "application/json" },
    }).catch(() => null);
    if (answer?.status === 429) {
      await refresh();
      await sleep(again);
      continue;
    }
    // What is too large is refused before all of it is sent, which a browser takes for a failure.
    if (await refresh()) row.remove();
    else row.querySelector("p").append(" · memcon does not answer");
    waiting.shift();
  }
  isSending = false;
  sending.hidden = !sending.children.length;
}

// Whether the server answered.
async function refresh() {
  const answer = await fetch("/add", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return false;
  if (answer.redirected) location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const held = document.activeElement?.id;
  for (const name of ["#uploads", "#tally"]) swap(name, page);
  if (held) document.getElementById(held)?.focus();
  return true;
}

function swap(name, page) {
  const there = document.querySelector(name);
  const now = page.querySelector(name);
  if (there.innerHTML !== now.innerHTML) there.replaceChildren(...now.childNodes);
  there.toggleAttribute("data-under-way", now.hasAttribute("data-under-way"));
}

async function follow() {
  for (;;) {
    await sleep(again);
    if (document.querySelector("#uploads[data-under-way]")) await refresh();
  }
}

form.querySelector(".hint").hidden = false;
form.querySelector("button").hidden = true;
form.elements.file.addEventListener("change", () => {
  take(form.elements.file.files);
  form.elements.file.value = "";
});
addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dragged");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dragged");
});
addEventListener("drop", (event) => {
  document.body.classList.remove("dragged");
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});
// A list that is sent for anew would lose what has not been sent yet.
document.querySelector("#uploads").addEventListener("submit", async (event) => {
  event.preventDefault();
  await fetch(event.target.action, { method: "POST", body: new FormData(event.target) });
  await refresh();
});
addEventListener("beforeunload", (event) => {
  if (waiting.length) event.preventDefault();
});
follow();
