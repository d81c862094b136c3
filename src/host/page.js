// The standalone page's own script: the address names what is shown, and the other way round.
//
// An address ends in #part, or in #part/detail for something open inside the part.

const explainer = document.querySelector("naltrexone-explainer");

const first = explainer.part ?? explainer.querySelector("section.part").id;

// The part that the address names, itself or by something inside it, and the detail after it.
function named() {
  const [place, ...rest] = location.hash.slice(1).split("/");
  const part = document.getElementById(place)?.closest("section.part")?.id ?? first;
  return [part, unescaped(rest.join("/"))];
}

// A mistyped address opens its part without the detail.
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function follow() {
  const [part, detail] = named();
  explainer.part = part;
  if (detail) explainer.setAttribute("start", detail);
  else explainer.removeAttribute("start");
}

explainer.addEventListener("naltrexone-explainer:part-shown", ({ detail }) => {
  if (detail.value !== named()[0]) history.pushState(null, "", `#${detail.value}`);
});
explainer.addEventListener("naltrexone-explainer:detail-shown", ({ detail }) => {
  const [part, ...rest] = detail.value.split("/");
  const wanted = rest.join("/");
  if (part === named()[0] && wanted === named()[1]) return;
  history.pushState(null, "", wanted ? `#${part}/${encodeURIComponent(wanted)}` : `#${part}`);
});
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
follow();
addEventListener("load", () => {
  if (!customElements.get(explainer.localName)) explainer.dataset.state = "failed";
});

// The program comes once the first part has been painted, so that it neither holds the reader up nor
// makes the browser paint anew; where a browser does not say when that was, a while after the rest.
const painted = new Promise((go) => {
  addEventListener("load", () => setTimeout(go, 2000));
  new PerformanceObserver(go).observe({ type: "paint", buffered: true });
});
painted.then(() => explainer.start?.());

// Keeps the page for when there is no network, once all of it is here. The address of the worker is
// the only one that the policy gives leave for; where anything of this is refused, nothing happens.
async function keep() {
  const kept = navigator.serviceWorker;
  if (!kept || self !== top || !document.querySelector("link[rel=manifest]")) return;
  try {
    const script = () => new URL("worker.js", document.baseURI).href;
    const policy = self.trustedTypes?.createPolicy("naltrexone-explainer", { createScriptURL: script });
    await kept.register(policy ? policy.createScriptURL("") : script());
  } catch {
    // Without a network the page is not there then.
  }
}

const wait = new MutationObserver(() => {
  if (!("whole" in explainer.dataset)) return;
  wait.disconnect();
  keep();
});
wait.observe(explainer, { attributeFilter: ["data-whole"] });
