"""Which elements of a page axe-core has to measure the contrast of: of each way to paint text, the first and the last.

Most of the time of axe-core goes into the contrast of one row of a table after the other. What a text is painted with
are its own colour and letters and the grounds of all elements around it; two that agree in all of this have the same
contrast. Whatever may lie over something else, and fields, whose words are no text of the page, are always measured.
"""

from playwright.sync_api import Page

ATTRIBUTE = "data-measured"
# Read by axe-core as it starts: its rule looks at these elements only.
CONFIGURED = f";axe.configure({{rules: [{{id: 'color-contrast', selector: '[{ATTRIBUTE}]'}}]}});"

_MARK = """attribute => {
  const grounds = new Map([[null, ""]]);
  const ground = one => {
    if (!grounds.has(one)) {
      const style = getComputedStyle(one);
      const loose = ["absolute", "fixed", "sticky"].includes(style.position) || style.float !== "none";
      grounds.set(one, [
        ground(one.parentElement), style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
        style.mixBlendMode, loose ? `alone ${grounds.size}` : "",
      ].join("|"));
    }
    return grounds.get(one);
  };
  const shut = one => one.closest("[disabled], [aria-disabled=true]") || one.closest("label")?.control?.disabled;
  const painted = one => {
    const style = getComputedStyle(one);
    return [ground(one), style.color, style.fontSize, style.fontWeight, style.textShadow, Boolean(shut(one))].join("|");
  };
  const alike = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue.trim(), one = texts.currentNode.parentElement;
    if (!text || !one.getClientRects().length) continue;
    // axe-core does not judge one letter or a sign by itself.
    const key = text.length > 1 && /[\\p{L}\\p{N}]/u.test(text) ? painted(one) : `sign ${alike.size}`;
    alike.set(key, [alike.get(key)?.[0] ?? one, one]);
  }
  for (const some of alike.values()) some.forEach(one => one.setAttribute(attribute, ""));
  document.querySelectorAll("input, select, textarea").forEach(one => one.setAttribute(attribute, ""));
}"""


def mark(page: Page) -> None:
    """Mark what has to be measured; what was marked on an earlier look stays marked."""
    page.evaluate(_MARK, ATTRIBUTE)
