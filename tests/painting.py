"""Which elements of a page axe-core has to measure the contrast of: of each way to paint text, the first and the last.

Most of the time of axe-core goes into the contrast of one row of a table after the other, and of one page after the
other. What a text is painted with are its own colour and letters and the grounds of all elements around it; two that
agree in all of this have the same contrast, on whatever page. So a way that axe-core has measured and found clear is
not measured again in this process; what it could not tell is. Whatever may lie over something else is always measured.
"""

from typing import Any

from playwright.sync_api import Page

ATTRIBUTE = "data-measured"
# Read by axe-core as it starts: its rule looks at these elements only.
CONFIGURED = f";axe.configure({{rules: [{{id: 'color-contrast', selector: '[{ATTRIBUTE}]'}}]}});"

_clear: set[str] = set()

_MARK = """([attribute, clear]) => {
  const known = new Set(clear.split(" "));
  const digest = words => {
    let [low, high] = [0xdeadbeef, 0x41c6ce57];
    for (const sign of words.join("|")) {
      low = Math.imul(low ^ sign.codePointAt(0), 2654435761);
      high = Math.imul(high ^ sign.codePointAt(0), 1597334677);
    }
    return (low >>> 0).toString(36) + (high >>> 0).toString(36);
  };
  const grounds = new Map([[null, {alone: false, way: ""}]]);
  const ground = one => {
    if (!grounds.has(one)) {
      const style = getComputedStyle(one), under = ground(one.parentElement);
      const loose = ["absolute", "fixed", "sticky"].includes(style.position) || style.float !== "none";
      grounds.set(one, {alone: loose || under.alone, way: digest([
        under.way, style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode,
        loose ? grounds.size : "",
      ])});
    }
    return grounds.get(one);
  };
  const shut = one => one.closest("[disabled], [aria-disabled=true]") || one.closest("label")?.control?.disabled;
  const alike = new Map();
  const add = (one, kind) => {
    const style = getComputedStyle(one), {alone, way} = ground(one);
    const painted = digest([
      kind, way, style.color, style.fontSize, style.fontWeight, style.textShadow, Boolean(shut(one)),
    ]);
    if (!known.has(painted)) alike.set(painted, {alone, some: [alike.get(painted)?.some[0] ?? one, one]});
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue.trim(), one = texts.currentNode.parentElement;
    // axe-core does not judge one letter or a sign by itself.
    if (text.length > 1 && /[\\p{L}\\p{N}]/u.test(text) && one.getClientRects().length) add(one, "text");
  }
  // The words of a field are no text of the page.
  document.querySelectorAll("input, select, textarea").forEach(one => add(one, `${one.tagName} ${one.type}`));
  document.querySelectorAll(`[${attribute}]`).forEach(one => one.removeAttribute(attribute));
  for (const [painted, {some}] of alike) some.forEach(one => one.setAttribute(attribute, painted));
  return [...alike].filter(([, {alone}]) => !alone).map(([painted]) => painted);
}"""

_WAYS = "([attribute, found]) => found.map(one => document.querySelector(one).getAttribute(attribute))"


def mark(page: Page) -> list[str]:
    """Mark what has to be measured; gives the ways to paint that may be remembered when they are found clear."""
    ways: list[str] = page.evaluate(_MARK, [ATTRIBUTE, " ".join(_clear)])
    return ways


def remember(page: Page, ways: list[str], told: dict[str, Any]) -> None:
    """``told`` is what axe-core said of these ways: those that it found pale or could not tell are measured again."""
    doubtful = [
        node["target"][0]
        for rule in [*told["violations"], *told["incomplete"]]
        if rule["id"] == "color-contrast"
        for node in rule["nodes"]
    ]
    _clear.update({*ways} - {*page.evaluate(_WAYS, [ATTRIBUTE, doubtful])} if doubtful else ways)
