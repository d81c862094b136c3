// For a page with the explainer in a frame: gives the frame the height of what is in it, and tells
// on the frame's element what happens inside.

const APP = "naltrexone-explainer";
const VERSION = 1;
const KINDS = ["ready", "part-shown", "detail-shown", "country-shown", "stopped", "error"];
const ours = new URL("./frame.html", import.meta.url);

// The address that messages of a frame come from; a sandboxed frame has none of its own.
const origins = (frame) => [new URL(frame.src, document.baseURI).origin, ...(frame.sandbox.length ? ["null"] : [])];
const frames = () =>
  [...document.querySelectorAll("iframe")].filter(({ src }) => {
    const { origin, pathname } = src ? new URL(src, document.baseURI) : {};
    return origin === ours.origin && pathname === ours.pathname;
  });

function follow(frame, origin) {
  const to = origin === "null" ? "*" : origin;
  frame.contentWindow?.postMessage({ app: APP, version: VERSION, kind: "follow" }, to);
}

addEventListener("message", ({ source, origin, data }) => {
  if (data?.app !== APP || data.version !== VERSION) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !origins(frame).includes(origin)) return;
  if (data.kind === "hello") {
    follow(frame, origin);
  } else if (data.kind === "height" && Number.isFinite(data.value)) {
    const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.min(Math.max(data.value, 200), 30000) + border}px`;
  } else if (data.kind === "event" && KINDS.includes(data.name)) {
    const detail = { version: VERSION, value: String(data.value) };
    frame.dispatchEvent(new CustomEvent(`${APP}:${data.name}`, { bubbles: true, detail }));
  }
});
// Those that greeted before this script was here.
for (const frame of frames()) follow(frame, "null");
