// The standalone page's own script: the address names the part that is shown, and the other way round.

const explainer = document.querySelector("naltrexone-explainer");

function follow() {
  const target = document.getElementById(location.hash.slice(1));
  const part = target?.closest("section.part");
  if (part) explainer.part = part.id;
}

explainer.addEventListener("naltrexone-explainer:part-shown", (event) => {
  const hash = `#${event.detail.value}`;
  if (location.hash !== hash) history.pushState(null, "", hash);
});
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
follow();
addEventListener("load", () => {
  if (!customElements.get(explainer.localName)) explainer.dataset.state = "failed";
});
