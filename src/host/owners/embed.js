// The builder: choices in, a preview and the lines to paste out. Every word stands in the page.

const LOADER = "naltrexone-explainer.js";
const USUAL = { "heading-level": "2" };

// What an accent is seen against in each theme, how much of it tints a ground, and where to go for more contrast.
const THEMES = {
  light: { grounds: ["#ffffff", "#f5f2f6"], tint: 0.08, towards: "#000000" },
  dark: { grounds: ["#17111b", "#211926", "#2a0d2c"], tint: 0.14, towards: "#ffffff" },
};
const ENOUGH = 7;

const form = document.getElementById("choices");
const parts = document.getElementById("parts");
const preview = document.getElementById("preview");
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
const said = document.getElementById("said");
const words = document.getElementById("words").content;
const say = (key) => words.querySelector(`[data-say="${key}"]`).textContent;
const usualOrder = [...parts.querySelectorAll("input")].map((box) => box.value).join(" ");
const usualCountry = form.elements.country.options[0].value;

// What the element is told, without what it does by itself.
function attributes() {
  const data = new FormData(form);
  const shown = chosen();
  const told = [];
  if (shown.join(" ") !== usualOrder) told.push(["parts", shown.join(" ")]);
  if (data.get("part") && data.get("part") !== shown[0]) told.push(["part", data.get("part")]);
  for (const name of ["lang", "theme", "heading-level", "country", "motion", "links", "loading"]) {
    const value = data.get(name);
    const usual = name === "country" ? usualCountry : (USUAL[name] ?? "");
    if (value && value !== usual) told.push([name, value]);
  }
  return told;
}

const chosen = () => [...parts.querySelectorAll("input:checked")].map((box) => box.value);

// The folder of the files as the owner wrote it, with a slash at its end.
function address() {
  const written = form.elements.address.value.trim() || "./embed/";
  return written.endsWith("/") ? written : `${written}/`;
}

// The origin to name in a policy: that of the address, or 'self' for a path.
function origin(base) {
  try {
    return new URL(base).origin;
  } catch {
    return "'self'";
  }
}

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const written = (told) => told.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
const hex = (colour) => `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
const mixed = (one, other, share) => hex(channels(one).map((channel, at) => channel * share + channels(other)[at] * (1 - share)));

function luminance(colour) {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

// How an accent stands out where it stands out least.
function least(colour, { grounds, tint }) {
  return Math.min(...[...grounds, mixed(colour, grounds[0], tint)].map((ground) => contrast(colour, ground)));
}

// The nearest shade of a colour that text can have.
function shade(colour, theme) {
  let found = colour;
  for (let share = 0.98; share >= 0 && least(found, theme) < ENOUGH; share -= 0.02) found = mixed(colour, theme.towards, share);
  return found;
}

// The accent in both themes, and what is said about it.
function accent() {
  const value = form.elements.accent.value;
  const own = value === "own" ? form.elements.own.value : undefined;
  const shades = own ? Object.values(THEMES).map((theme) => shade(own, theme)) : value.split(" ");
  const told = Object.entries(THEMES).map(
    ([name, theme], at) => `${say(name)} ${shades[at]}, ${(Math.floor(least(shades[at], theme) * 10) / 10).toFixed(1)} : 1.`,
  );
  if (own && shades[0] !== own) told.push(say("darker"));
  const usual = form.elements.accent[0].checked;
  const [light, dark] = shades;
  const rule = `naltrexone-explainer { --naltrexone-accent: ${light}; --naltrexone-accent-dark: ${dark}; }`;
  return { rule: usual ? "" : rule, told: told.join(" "), own };
}

// Everything to copy, by the place it stands in.
function lines() {
  const base = address();
  const told = attributes();
  const pinned = form.elements.pin.checked ? ` integrity="${form.dataset.integrity}"` : "";
  const from = origin(base);
  const query = new URLSearchParams(told.filter(([name]) => name !== "loading")).toString();
  const frame = `${base}frame.html${query && `?${query}`}`;
  const height = Math.max(320, Math.min(4000, Number(form.elements.height.value) || 720));
  const title = document.querySelector(".wordmark").textContent;
  return {
    "snippet-script":
      `<script type="module" src="${escaped(base)}${LOADER}"${pinned}></script>\n` +
      `<naltrexone-explainer${written(told)}></naltrexone-explainer>`,
    "snippet-shortcode": `[naltrexone_explainer${written(told)}]`,
    "snippet-frame":
      `<iframe src="${escaped(frame)}" title="${title}" width="100%" height="${height}" ` +
      'loading="lazy" allow="clipboard-write" frameborder="0"></iframe>',
    "snippet-follow": `<script type="module" src="${escaped(base)}frame-host.js"></script>`,
    "snippet-file": `<a href="naltrexone-explainer.html">${title}</a>`,
    csp:
      `Content-Security-Policy: default-src 'none'; script-src ${from} 'wasm-unsafe-eval'; style-src ${from}; ` +
      `img-src ${from}; connect-src ${from}; require-trusted-types-for 'script'`,
    "csp-frame": `Content-Security-Policy: frame-src ${from}`,
  };
}

// Only parts that are shown can come first.
function offerFirst() {
  const shown = chosen();
  const first = form.elements.part;
  for (const option of first.options) option.disabled = Boolean(option.value) && !shown.includes(option.value);
  if (first.selectedOptions[0]?.disabled) first.value = "";
}

// The last part that is shown cannot be taken away; ends of the list have nowhere to go.
function keepOne() {
  const boxes = [...parts.querySelectorAll("input")];
  const checked = boxes.filter((box) => box.checked);
  for (const box of boxes) box.disabled = checked.length === 1 && box.checked;
  const items = [...parts.children];
  items.forEach((item, at) => {
    item.querySelector("[data-move=up]").disabled = at === 0;
    item.querySelector("[data-move=down]").disabled = at === items.length - 1;
  });
}

let waiting;
let drawn;

function update() {
  keepOne();
  offerFirst();
  const { rule, told, own } = accent();
  document.getElementById("own").hidden = !own;
  const shades = document.getElementById("shades");
  // Said again only when it says something else.
  if (shades.textContent !== told) shades.textContent = told;
  document.getElementById("style").hidden = !rule;
  document.getElementById("snippet-style").textContent = rule;
  // The preview wears the very line.
  sheet.replaceSync(rule);
  for (const [place, text] of Object.entries(lines())) document.getElementById(place).textContent = text;
  clearTimeout(waiting);
  waiting = setTimeout(look, 150);
}

// The preview is the element itself, new for each choice.
function look() {
  const told = attributes().filter(([name]) => name !== "loading");
  const text = JSON.stringify(told);
  if (text === drawn) return;
  drawn = text;
  const element = document.createElement("naltrexone-explainer");
  for (const [name, value] of told) element.setAttribute(name, value);
  element.setAttribute("loading", "eager");
  preview.replaceChildren(element);
}

function choose(group, act) {
  const fieldset = document.getElementById(group);
  const heed = () => act(fieldset.querySelector("input:checked").value);
  fieldset.addEventListener("change", heed);
  heed();
}

async function copy(place) {
  try {
    await navigator.clipboard.writeText(place.textContent);
    said.textContent = say("copied");
  } catch {
    getSelection().selectAllChildren(place);
    said.textContent = say("not-copied");
  }
}

parts.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-move]");
  const item = button?.closest("li");
  if (!item) return;
  if (button.dataset.move === "up") item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  update();
  // The button that was pressed keeps the keyboard, unless it has nowhere left to go.
  (button.disabled ? item.querySelector("[data-move]:not(:disabled)") : button).focus();
  said.textContent = `${item.querySelector("label").textContent.trim()}. ${say("moved")}`;
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", update);
document.querySelector("main").addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button) copy(document.getElementById(button.dataset.copy));
});
choose("widths", (width) => (preview.dataset.width = width));
choose("kinds", (kind) => {
  for (const block of document.querySelectorAll("[data-kind]")) {
    block.hidden = !block.dataset.kind.split(" ").includes(kind);
  }
});
form.elements.address.value = new URL("./embed/", location.href).href;
document.documentElement.dataset.scripts = "";
update();
