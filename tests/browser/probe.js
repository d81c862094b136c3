// What the tests ask of a page; put before each of their questions.

const explainer = (n = 0) => document.querySelectorAll("naltrexone-explainer")[n];
const root = (n = 0) => explainer(n).shadowRoot;
const app = (n = 0) => [...(root(n)?.children ?? [])].find((child) => child.matches(".nx"));
const inside = (selector, n = 0) => app(n)?.querySelector(selector);
const all = (selector, n = 0) => [...(app(n)?.querySelectorAll(selector) ?? [])];
const running = (n = 0) => explainer(n)?.dataset.state === "ready";

// Whether the rest of the program is there too.
const whole = (n = 0) => running(n) && "whole" in explainer(n).dataset;

// Whether a reader who looks there sees it.
function visible(element) {
  const { width, height } = element.getBoundingClientRect();
  const asked = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  return width > 0 && height > 0 && element.checkVisibility(asked);
}

// Meant for ears alone: clipped to one pixel.
const heardOnly = (element) => element.closest(".sr") !== null;

const shown = (n = 0) => all("section.part", n).filter(visible).map((part) => part.id);
const shows = (part, n = 0) => running(n) && shown(n).length === 1 && shown(n)[0] === part;

// The element that has the keyboard, in whichever tree.
function active() {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

const words = (text) => text.replace(/\s+/g, " ").trim();

function described(element) {
  if (!element) return "nothing";
  const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
  return `${element.localName}${element.id ? `#${element.id}` : ""} "${words(name).slice(0, 40)}"`;
}

// What is seen of a control: an invisible input is seen by its label.
function face(control) {
  const label = control.closest("label");
  return label && getComputedStyle(control).opacity === "0" ? label : control;
}

// The controls that the keyboard must reach: of a group of radios or of tabs, one.
function controls(top) {
  const selector = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...top.querySelectorAll(selector)].filter((control) => {
    if (control.disabled || !visible(face(control))) return false;
    if (control.closest("details:not([open])") && control.localName !== "summary") return false;
    if (control.role === "tab" && control.tabIndex < 0) return false;
    if (control.type !== "radio") return true;
    const group = [...control.getRootNode().querySelectorAll(`input[name="${control.name}"]`)];
    return control === (group.find((radio) => radio.checked) ?? group[0]);
  });
}

// Whether there is a ring round a control, or round the label that is seen in its place.
function ringed(control) {
  return [control, control.closest("label")].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const opaque = !/^(transparent|rgba\(.*, 0\))$/.test(outlineColor);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && opaque;
  });
}

// A control may be small where it stands in a line of text, which sets its height.
function inText(control) {
  const inline = (element) => /^inline/.test(getComputedStyle(element).display);
  if (!inline(control)) return false;
  let block = control.parentElement;
  while (inline(block)) block = block.parentElement;
  return words(block.textContent).length > words(control.textContent).length + 10;
}

// Controls with less than 44 by 44 pixels to hit.
function small(top) {
  return controls(top).filter((control) => {
    const { width, height } = face(control).getBoundingClientRect();
    return (width < 43.5 || height < 43.5) && !inText(control);
  }).map((control) => {
    const { width, height } = face(control).getBoundingClientRect();
    return `${described(control)} ${width.toFixed(1)}x${height.toFixed(1)}`;
  });
}

// What stands out of the window sideways; what is clipped or scrolls by itself does not.
function sticksOut(top) {
  const width = document.documentElement.clientWidth;
  const clipped = (element) => {
    for (let up = element.parentElement; up && up !== top.parentElement; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible" || getComputedStyle(up).clipPath !== "none") return true;
    }
    return false;
  };
  return [...top.querySelectorAll("*")].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return visible(element) && !element.closest("svg svg, svg *") && (right > width + 1 || left < -1) && !clipped(element);
  }).map(described);
}

// Makes every letter so many times as large as it is laid out, as a reader may who enlarges text alone.
function enlarge(top, times) {
  const all = [...top.querySelectorAll("*")].filter((element) => !element.closest("svg"));
  for (const element of all) element.style.removeProperty("font-size");
  if (times === 1) return;
  const sizes = all.map((element) => parseFloat(getComputedStyle(element).fontSize));
  all.forEach((element, at) => element.style.setProperty("font-size", `${sizes[at] * times}px`, "important"));
}
