// The standalone page's own script: the address names the part that is shown, and the other way round.

const explainer = document.querySelector("naltrexone-explainer");

const first = explainer.part ?? explainer.querySelector("section.part").id;

// The part that the address names, itself or by something inside it.
function named() {
  const target = document.getElementById(location.hash.slice(1));
  return target?.closest("section.part")?.id ?? first;
}

function follow() {
  explainer.part = named();
}

explainer.addEventListener("naltrexone-explainer:part-shown", ({ detail }) => {
  if (detail.value !== named()) history.pushState(null, "", `#${detail.value}`);
});
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
follow();
addEventListener("load", () => {
  if (!customElements.get(explainer.localName)) explainer.dataset.state = "failed";
});
