// Comforts only: every page works without this file.

const root = document.documentElement;

// The error summary takes focus, so that a screen reader begins with what is wrong.
document.querySelector("[data-focus]")?.focus();

// Reading preferences take effect at once, and nothing typed into another form is lost.
const attributes = { view: "view", size: "size", contrast: "contrast", guide: "guide" };
for (const form of document.querySelectorAll("form[data-reading]")) {
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name === "reset" || event.submitter?.name === "view") {
      if (!document.querySelector("main form[method=post]")) return;
    }
    event.preventDefault();
    const asked = new FormData(form, event.submitter);
    await fetch(form.action, { method: "POST", body: new URLSearchParams(asked), redirect: "manual" });
    const reset = asked.has("reset");
    for (const name of Object.keys(attributes)) {
      if (reset) root.dataset[name] = name === "view" ? "standard" : name === "guide" ? "off" : "normal";
      else if (asked.has(name)) root.dataset[name] = asked.get(name);
    }
    drawGuide();
  });
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
