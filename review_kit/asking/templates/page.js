
"use strict";
// Puts the answers into words that can be pasted into a message. Nothing is sent, and nothing is kept.
const byId = (id) => document.getElementById(id);
let changed = false;

const answersOf = (entry) => {
  const chosen = entry.querySelector("input[type=radio]:checked");
  const written = [...entry.querySelectorAll("[data-say]")].filter((field) => field.value.trim());
  return [entry.querySelector("h2").textContent, `Answer: ${chosen ? chosen.value : "none chosen yet"}`,
    ...written.map((field) => `${field.dataset.say} ${field.value.trim()}`)].join("\n");
};

const inWords = () => {
  const role = byId("role").value.trim();
  const entries = [...document.querySelectorAll("[data-entry]")].map(answersOf);
  return [`Answers about our health offer entries: ${document.querySelector(".lede").textContent}`, ...entries,
    ...(role ? [`Role or team: ${role}`] : [])].join("\n\n");
};

const open = () => [...document.querySelectorAll("fieldset")].filter((set) => !set.querySelector(":checked")).length;

const tell = (copied) => {
  const missing = open();
  const first = missing ? `${missing === 1 ? "One entry has" : `${missing} entries have`} no answer yet. ` : "";
  byId("told").textContent = first + (copied
    ? "Your answers are copied. Paste them into a message to the people who sent you this page."
    : "Your answers stand below. Copy them into a message to the people who sent you this page.");
};

const copy = async () => {
  const said = byId("said");
  said.value = inWords();
  said.parentElement.hidden = false;
  changed = false;
  try {
    await navigator.clipboard.writeText(said.value);
    tell(true);
  } catch {
    said.select();
    tell(false);
  }
};

document.querySelector(".copy").hidden = false;
document.querySelector(".plain").hidden = true;
byId("copy").addEventListener("click", copy);
document.addEventListener("input", () => { changed = true; });
window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
