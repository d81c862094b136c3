// Defines <naltrexone-explainer> where there is a page; on a server, importing this does nothing.
export const ready = typeof HTMLElement === "undefined" ? Promise.resolve() : import("./element.js");
