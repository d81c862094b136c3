// The self-test: asks this server for every file as a reader's browser would, and says what it finds.
// Each test stands on its own, so that one that fails hides no other. Every word stands in the page.

const EMBED = new URL("./embed/", location.href);
const LOADER = "naltrexone-explainer.js";
const PATIENCE = 20_000;
const YEAR_IS_LONG = 30 * 24 * 3600;
// The shortest module there is: a name and a version.
const SMALLEST = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

const list = document.getElementById("tests");
const words = document.getElementById("words").content;
const say = (key) => words.querySelector(`[data-say="${key}"]`).textContent;
const files = list.dataset.files.split(" ").filter(Boolean);
const ending = (name) => name.slice(name.lastIndexOf(".") + 1);
const isHashed = (name) => /-[0-9a-f]{8}\.\w+$/.test(name);

// Says what a test found: the state as a word, and plain facts beside it.
function tell(name, state, found = []) {
  const item = list.querySelector(`[data-test="${name}"]`);
  item.dataset.state = state;
  item.querySelector(".state").textContent = say(state);
  item.querySelector(".found").textContent = found.slice(0, 6).join(", ");
  const count = (wanted) => list.querySelectorAll(`[data-state="${wanted}"]`).length;
  const sums = ["bad", "hint", "good", "waiting", "unknown"].filter(count).map((kind) => `${say(kind)}: ${count(kind)}`);
  document.getElementById("sum").textContent = sums.join(" · ");
}

// One file as it arrives, or why it does not.
async function get(name) {
  const address = new URL(name, EMBED).href;
  try {
    const answer = await fetch(address, { cache: "no-store" });
    const bytes = await answer.arrayBuffer();
    const timing = performance.getEntriesByName(address).at(-1);
    return { name, address, answer, bytes, timing, ok: answer.ok };
  } catch (error) {
    return { name, address, error, ok: false };
  }
}

const header = (file, name) => file.answer?.headers.get(name)?.toLowerCase() ?? "";
const type = (file) => header(file, "content-type").split(";")[0].trim();

function reach(got) {
  const missing = got.filter((file) => !file.ok);
  tell("reach", missing.length ? "bad" : "good", missing.map((file) => `${file.name} (${file.answer?.status ?? file.error})`));
}

function typed(test, got, end, allowed, worst) {
  const wrong = got.filter((file) => file.ok && ending(file.name) === end && !allowed.includes(type(file)));
  const there = got.some((file) => file.ok && ending(file.name) === end);
  const state = wrong.length ? worst : there ? "good" : "unknown";
  tell(test, state, wrong.map((file) => `${file.name}: ${type(file) || "-"}`));
}

// Names carry the start of a file's SHA-256; the loader's digest stands in this page.
async function versions(got) {
  if (!globalThis.crypto?.subtle) return tell("versions", "unknown");
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
  const wrong = [];
  for (const file of got.filter((file) => file.ok)) {
    if (file.name === LOADER) {
      const digest = text(await crypto.subtle.digest("SHA-384", file.bytes));
      if (`sha384-${digest}` !== list.dataset.integrity) wrong.push(file.name);
    } else if (isHashed(file.name)) {
      const digest = hex(await crypto.subtle.digest("SHA-256", file.bytes)).slice(0, 8);
      if (!file.name.includes(`-${digest}.`)) wrong.push(file.name);
    }
  }
  const some = got.some((file) => file.ok);
  tell("versions", wrong.length ? "bad" : some ? "good" : "unknown", wrong);
}

async function policy() {
  if (typeof WebAssembly !== "object") return tell("policy", "bad");
  try {
    await WebAssembly.compile(SMALLEST);
    tell("policy", "good");
  } catch (error) {
    tell("policy", "bad", [String(error.message ?? error)]);
  }
}

function compression(got) {
  const big = got.filter((file) => file.ok && file.bytes.byteLength > 2000);
  const squeezed = (file) => {
    if (header(file, "content-encoding")) return true;
    return file.timing?.encodedBodySize > 0 && file.timing.encodedBodySize < file.timing.decodedBodySize;
  };
  const plain = big.filter((file) => !squeezed(file));
  tell("compression", !big.length ? "unknown" : plain.length ? "hint" : "good", plain.map((file) => file.name));
}

const age = (file) => Number(/max-age=(\d+)/.exec(header(file, "cache-control"))?.[1] ?? 0);

function caching(got) {
  const named = got.filter((file) => file.ok && isHashed(file.name));
  const short = named.filter((file) => age(file) < YEAR_IS_LONG);
  const facts = short.map((file) => `${file.name}: ${header(file, "cache-control") || "-"}`);
  tell("cache", !named.length ? "unknown" : short.length ? "hint" : "good", facts);
  const loader = got.find((file) => file.ok && file.name === LOADER);
  const long = loader && age(loader) > 3600;
  tell("loader-cache", !loader ? "unknown" : long ? "hint" : "good", long ? [header(loader, "cache-control")] : []);
}

function elsewhere(got) {
  const there = got.filter((file) => file.ok);
  const closed = there.filter((file) => header(file, "access-control-allow-origin") !== "*");
  tell("elsewhere", !there.length ? "unknown" : closed.length ? "hint" : "good");
}

function frame(got) {
  const page = got.find((file) => file.name === "frame.html");
  if (!page?.ok) return tell("frame", "unknown");
  const ancestors = /frame-ancestors[^;]*/.exec(header(page, "content-security-policy"))?.[0];
  const refusals = [header(page, "x-frame-options"), ancestors].filter(Boolean);
  tell("frame", refusals.length ? "hint" : "good", refusals);
}

// The whole of it, as on a reader's page: until it is ready, or says why not.
async function run() {
  const element = document.createElement("naltrexone-explainer");
  element.setAttribute("loading", "eager");
  const outcome = new Promise((settle) => {
    element.addEventListener("naltrexone-explainer:ready", () => settle(["good"]));
    element.addEventListener("naltrexone-explainer:error", ({ detail }) => settle(["bad", [String(detail.value)]]));
    setTimeout(() => settle(["bad"]), PATIENCE);
  });
  document.getElementById("stand").replaceChildren(element);
  try {
    await import(new URL(LOADER, EMBED).href);
  } catch (error) {
    return tell("run", "bad", [String(error.message ?? error)]);
  }
  tell("run", ...(await outcome));
}

// A fault of a test itself is told as its finding.
async function attempt(names, act) {
  try {
    await act();
  } catch (error) {
    for (const name of names) tell(name, "unknown", [String(error)]);
  }
}

async function test() {
  performance.setResourceTimingBufferSize(1000);
  for (const item of list.children) tell(item.dataset.test, "waiting");
  tell("modules", "good");
  tell("secure", location.protocol === "https:" ? "good" : "hint", [location.protocol]);
  const started = attempt(["run"], run);
  await attempt(["policy"], policy);
  const got = await Promise.all(files.map(get));
  await attempt(["reach"], () => reach(got));
  await attempt(["versions"], () => versions(got));
  await attempt(["wasm-type"], () => typed("wasm-type", got, "wasm", ["application/wasm"], "hint"));
  const scripts = ["text/javascript", "application/javascript"];
  await attempt(["script-type"], () => typed("script-type", got, "js", scripts, "bad"));
  await attempt(["compression"], () => compression(got));
  await attempt(["cache", "loader-cache"], () => caching(got));
  await attempt(["elsewhere"], () => elsewhere(got));
  await attempt(["frame"], () => frame(got));
  await started;
  document.documentElement.dataset.tested = "";
}

document.documentElement.dataset.scripts = "";
const again = document.getElementById("again");
again.hidden = false;
again.addEventListener("click", () => location.reload());
test();
