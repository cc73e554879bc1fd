// Comforts of a form that is made from an item file: drafts save themselves, rows are added in place, and questions
// appear as soon as they are asked. Without this file every button does the same through the server.

const PAUSE = 1500;

// --- Conditions: the same reading as hall/catalogue/conditions.py ------------------------------------------
const word = (value) => ({ true: "yes", false: "no" })[String(value)] ?? String(value);
const number = (value) => {
  const text = String(value).replaceAll(",", "").trim();
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
};
const ordered = (test) => (answer, value) => {
  const [left, right] = [number(answer), number(value)];
  return left === null || right === null ? test(String(answer), String(value)) : test(left, right);
};
const operators = {
  is: (answer, value) => word(answer) === word(value),
  is_not: (answer, value) => word(answer) !== word(value),
  in: (answer, value) => value.map(word).includes(word(answer)),
  includes: (answer, value) => Array.isArray(answer) && answer.includes(value),
  at_least: ordered((left, right) => left >= right),
  above: ordered((left, right) => left > right),
  at_most: ordered((left, right) => left <= right),
  below: ordered((left, right) => left < right),
};

function holds(condition, answers) {
  if (condition.all) return condition.all.every((part) => holds(part, answers));
  if (condition.any) return condition.any.some((part) => holds(part, answers));
  if (condition.not) return !holds(condition.not, answers);
  const answer = answers[condition.field];
  if (answer === undefined || answer === null || answer === "" || answer.length === 0) return false;
  const name = Object.keys(condition).find((key) => key !== "field");
  return operators[name](answer, condition[name]);
}

// --- Questions that are asked because of others --------------------------------------------------------------
function answerTo(form, key) {
  const inputs = [...form.querySelectorAll(`[name="${CSS.escape(key)}"]`)];
  if (inputs[0]?.type === "checkbox") return inputs.filter((one) => one.checked).map((one) => one.value);
  if (inputs[0]?.type === "radio") return inputs.find((one) => one.checked)?.value ?? "";
  return inputs[0]?.value.trim() ?? "";
}

function showAsked(form) {
  const answers = JSON.parse(form.dataset.known || "{}");
  for (const question of form.querySelectorAll("[data-question]")) {
    const asked = !question.dataset.when || holds(JSON.parse(question.dataset.when), answers);
    question.hidden = !asked;
    // What is hidden counts as unanswered, as it does on the server.
    if (asked) answers[question.dataset.question] = answerTo(form, question.dataset.question);
  }
}

// --- Rows ----------------------------------------------------------------------------------------------------
function addRow(group) {
  const used = [...group.querySelectorAll("[data-row] [name]")].map((one) => Number(one.name.split(".")[1]));
  const next = Math.max(-1, ...used.filter(Number.isFinite)) + 1;
  const holder = document.createElement("div");
  holder.innerHTML = group.querySelector("template").innerHTML.replaceAll("__n__", next);
  const row = holder.firstElementChild;
  group.querySelector("[data-list]").append(row);
  countRows(group);
  row.querySelector("input, select, textarea")?.focus();
}

function countRows(group) {
  group.querySelectorAll("[data-number]").forEach((one, place) => { one.textContent = place + 1; });
}

function onRowButton(event) {
  const button = event.target.closest("button[name=add], button[name=remove]");
  const group = button?.closest("[data-rows]");
  if (!group) return;
  event.preventDefault();
  if (button.name === "add") addRow(group);
  else {
    button.closest("[data-row]").remove();
    if (!group.querySelector("[data-row]")) addRow(group);
    countRows(group);
    group.focus();
  }
  group.closest("form").dispatchEvent(new Event("input", { bubbles: true }));
}

// --- Drafts --------------------------------------------------------------------------------------------------
function keepSaving(form) {
  const status = form.querySelector("[data-saved]");
  let timer, running = null, dirty = false;

  async function save() {
    dirty = false;
    const body = new FormData(form);
    body.set("do", "autosave");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      const told = await answer.json();
      status.textContent = answer.ok ? told.saved : told.message;
      if (answer.ok) form.elements.seen.value = told.seen;
    } catch {
      status.textContent = form.dataset.failed;
    }
  }
  const run = () => { running = (running ?? Promise.resolve()).then(save).finally(() => { running = null; }); };

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  // A save that is on its way changes the mark of the page: the form waits for it, so that it is not told
  // that somebody else was quicker.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    running.finally(() => form.requestSubmit(button));
  }, { capture: true });
  document.addEventListener("visibilitychange", () => { if (document.hidden && dirty) { clearTimeout(timer); run(); } });
}

for (const form of document.querySelectorAll("form[data-known]")) {
  form.addEventListener("click", onRowButton);
  form.addEventListener("input", () => showAsked(form));
  showAsked(form);
  if ("autosave" in form.dataset) keepSaving(form);
}
