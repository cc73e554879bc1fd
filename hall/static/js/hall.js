// Comforts only: every page works without this file.

const root = document.documentElement;

// The error summary takes focus, so that a screen reader begins with what is wrong.
document.querySelector("[data-focus]")?.focus();

// Reading preferences take effect at once, and nothing typed into another form is lost.
const standard = { view: "standard", size: "normal", contrast: "normal", guide: "off" };
for (const form of document.querySelectorAll("form[data-reading]")) {
  form.addEventListener("submit", async (event) => {
    const button = event.submitter;
    // Another language needs another page; and where there is no form to lose, the plain way is as good.
    if (button.name === "language" || !document.querySelector("main form")) return;
    event.preventDefault();
    const asked = new FormData(form, button);
    await fetch(form.action, { method: "POST", body: new URLSearchParams(asked), redirect: "manual" });
    for (const [name, usual] of Object.entries(standard)) {
      if (asked.has("reset")) root.dataset[name] = usual;
      else if (asked.has(name)) root.dataset[name] = asked.get(name);
    }
    if (button.dataset.otherText) turn(button);
    drawGuide();
  });
}

// A button between two states offers the other one next.
function turn(button) {
  const { value, textContent } = button;
  button.value = button.dataset.otherValue;
  button.textContent = button.dataset.otherText;
  button.dataset.otherValue = value;
  button.dataset.otherText = textContent;
}

// A line under the pointer that helps to keep the row.
const line = Object.assign(document.createElement("div"), { className: "guide-line", hidden: true });
document.body.append(line);
const drawGuide = () => { line.hidden = root.dataset.guide !== "on"; };
document.addEventListener("pointermove", (event) => { line.style.top = `${event.clientY + 14}px`; });
drawGuide();

// Read the page aloud where the browser can speak.
const speaker = document.querySelector("[data-read-aloud]");
if (speaker && "speechSynthesis" in window) {
  const start = speaker.textContent;
  const silent = () => { speaker.textContent = start; };
  speaker.hidden = false;
  speaker.addEventListener("click", () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(document.querySelector("main").innerText);
    words.lang = root.lang;
    words.onend = words.onerror = silent;
    speechSynthesis.speak(words);
    speaker.textContent = speaker.dataset.stop;
  });
}

// Names that may be meant, while somebody types; what was asked last is shown, whatever answers last.
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(input.getAttribute("list"));
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const typed = input.value;
    waiting = setTimeout(async () => {
      const answer = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: typed })}`);
      if (answer.ok && input.value === typed) list.innerHTML = await answer.text();
    }, 200);
  });
}

// A second click on a button that sends does not send twice.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = "yes";
  setTimeout(() => delete event.target.dataset.sent, 4000);
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
