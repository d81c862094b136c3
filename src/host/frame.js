"use strict";
// The frame's own script: its address says what is shown, and a page that follows hears of it.
//
// Until the page around says that it follows, nothing but a greeting is told, and to nobody in particular.

const APP = "naltrexone-explainer";
const VERSION = 1;
const explainer = document.querySelector(APP);
const asked = new URLSearchParams(location.search);
for (const name of ["part", "parts", "start", "country", "lang", "theme", "heading-level", "motion", "links"]) {
  if (asked.has(name)) explainer.setAttribute(name, asked.get(name));
}

let listener;
let told = 0;

function tell(message) {
  if (listener) parent.postMessage({ app: APP, version: VERSION, ...message }, listener);
}

// Rounded up, and only told when it has changed: a page that sets it can start no circle.
function measure() {
  const height = Math.ceil(document.querySelector("main").getBoundingClientRect().height);
  if (Math.abs(height - told) < 1) return;
  told = height;
  tell({ kind: "height", value: height });
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || parent === window) return;
  if (data?.app !== APP || data.version !== VERSION || data.kind !== "follow") return;
  // A page without an origin of its own, such as a sandboxed one, can only be told as anybody is.
  listener = origin === "null" ? "*" : origin;
  told = 0;
  measure();
});
new ResizeObserver(measure).observe(document.querySelector("main"));
for (const name of ["ready", "part-shown", "detail-shown", "country-shown", "stopped", "error"]) {
  explainer.addEventListener(`${APP}:${name}`, ({ detail }) => tell({ kind: "event", name, value: detail.value }));
}
if (parent !== window) parent.postMessage({ app: APP, version: VERSION, kind: "hello" }, "*");

// A frame that may not fetch, as a sandboxed one without an origin, goes on in a page that holds everything.
const whole = document.documentElement.dataset.whole === "";
if (!whole) {
  import("./naltrexone-explainer.js").catch(() => location.replace(`./frame-whole.html${location.search}`));
}
