// The builder: choices in, a preview and the lines to paste out. Every word stands in the page.

const LOADER = "naltrexone-explainer.js";
const USUAL = { "heading-level": "2" };

const form = document.getElementById("choices");
const parts = document.getElementById("parts");
const preview = document.getElementById("preview");
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
