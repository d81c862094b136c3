// The custom element <naltrexone-explainer>: life cycle, waiting picture, failure text; no other logic.
//
// Whatever stands between its tags is shown until the program runs, and again if it cannot.

const ASSETS = {}; // filled in when the site is staged

const VERSION = 1;
const NAME = "naltrexone-explainer";
const near = "400px";
let instances = 0;
let shared;
let rest;

// What every instance on the page shares: the compiled program and the styles, asked for once.
function load(language) {
  const address = (file) => new URL(file, import.meta.url);
  shared ??= Promise.all([
    compile(fetch(address(ASSETS.wasm))),
    sheet(address(ASSETS.styles)),
  ]).catch((error) => {
    shared = undefined;
    throw error;
  });
  return Promise.all([shared, text(address(ASSETS.words[language][0]))]);
}

// What arrives once the first screen is up: the other half of the program, of the styles and words.
function loadRest(language) {
  const address = (file) => new URL(file, import.meta.url);
  rest ??= Promise.all([
    compile(fetch(address(ASSETS.rest))),
    sheet(address(ASSETS.restStyles)),
  ]).catch((error) => {
    rest = undefined;
    throw error;
  });
  return Promise.all([rest, text(address(ASSETS.words[language][1]))]);
}

async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  return answer.text();
}

async function sheet(address) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await text(address));
  return sheet;
}

// A server that sends the program under another media type makes it slower, not impossible.
async function compile(request) {
  const answer = await request;
  if (!answer.ok) throw new Error(`${ASSETS.wasm}: HTTP ${answer.status}`);
  if (answer.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(answer);
  }
  console.warn(`${NAME}: serve ${answer.url} as application/wasm so that it starts sooner`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

class NaltrexoneExplainer extends HTMLElement {
  static observedAttributes = ["part", "country", "start", "theme"];

  #root;
  #slot;
  #handle;
  #watch;
  #started = false;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    this.#slot = shadow.appendChild(document.createElement("slot"));
    // A part chosen from the reading page's fold closes it, as the program will.
    this.addEventListener("click", ({ target }) => {
      target.closest?.(".picker a")?.closest("details").removeAttribute("open");
    });
  }

  connectedCallback() {
    if (this.#started) return;
    if (this.getAttribute("loading") === "eager") {
      this.#start();
      return;
    }
    this.#watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: near },
    );
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
  }

  attributeChangedCallback(name, _, value) {
    if (name === "theme") this.#paint();
    else this.#attempt(() => this.#handle?.set(name, value ?? ""));
  }

  get part() {
    return this.getAttribute("part");
  }

  set part(part) {
    this.setAttribute("part", part);
  }

  // Each instance has its own copy of the program's glue, and so its own memory: one that stops
  // leaves its neighbours alone.
  async #start() {
    this.#watch?.disconnect();
    if (this.#started) return;
    this.#started = true;
    try {
      const wanted = (this.closest("[lang]")?.lang ?? navigator.language).split("-")[0];
      const language = wanted in ASSETS.words ? wanted : Object.keys(ASSETS.words)[0];
      const [[module, sheet], words] = await load(language);
      const glue = new URL(ASSETS.glue, import.meta.url);
      glue.searchParams.set("i", (instances += 1));
      const program = await import(glue.href);
      const exports = await program.default({ module_or_path: module });
      this.shadowRoot.adoptedStyleSheets = [sheet];
      const complete = async () => {
        const [[module, sheet], more] = await loadRest(language);
        await WebAssembly.instantiate(module, { e: exports });
        this.shadowRoot.adoptedStyleSheets.push(sheet);
        return words + more;
      };
      const whole = !program.early(this.getAttribute("part") ?? "");
      const first = whole ? await complete() : words;
      this.#root = document.createElement("div");
      this.#root.className = "nx";
      this.#root.hidden = true;
      this.#paint();
      this.shadowRoot.append(this.#root);
      this.#handle = program.mount(
        this.#root,
        first,
        this.getAttribute("part") ?? "",
        this.getAttribute("country") ?? "",
        this.getAttribute("start") ?? "",
        whole,
        this.#surroundings(),
      );
      if (!whole) {
        const all = await complete();
        this.#handle?.complete(all);
      }
      this.dataset.whole = "";
    } catch (error) {
      this.#fail(error);
    }
  }

  // What the program may ask of the page.
  #surroundings() {
    return {
      hear: (kind, detail) => this.#hear(kind, detail),
      address: (part, detail) => new URL(`#${part}/${encodeURIComponent(detail)}`, location.href).href,
      copy: (text) => {
        navigator.clipboard?.writeText(text).catch(() => {});
      },
      saveText: (name, type, text) => save(name, new Blob([text], { type })),
      savePicture: (name, canvas) => canvas.toBlob((picture) => picture && save(name, picture)),
    };
  }

  // Everything that the program says to the outside.
  #hear(kind, detail) {
    if (kind === "ready") {
      this.#slot.remove();
      this.#root.hidden = false;
      this.dataset.state = "ready";
    } else if (kind === "stopped") {
      this.#crash(detail);
    }
    this.#tell(kind, detail);
  }

  #tell(kind, detail) {
    const init = { bubbles: true, composed: true, detail: { version: VERSION, value: detail } };
    this.dispatchEvent(new CustomEvent(`${NAME}:${kind}`, init));
  }

  #paint() {
    if (!this.#root) return;
    const theme = this.getAttribute("theme")?.trim();
    const known = theme === "light" || theme === "dark";
    if (theme && !known) {
      console.warn(`${NAME}: theme="${theme}" is not known; use one of light, dark`);
    }
    if (known) this.#root.setAttribute("data-theme", theme);
    else this.#root.removeAttribute("data-theme");
  }

  #attempt(action) {
    try {
      action();
    } catch (error) {
      this.#crash(error);
    }
  }

  // The program cannot run here: what stands between the tags is shown, and says so.
  #fail(error) {
    console.error(`${NAME}: the program cannot run on this page.`, remedy(error), error);
    this.#root?.remove();
    this.#read();
    this.dataset.state = "failed";
    this.#tell("error", String(error?.message ?? error));
  }

  // The program ran and stopped: its last panel, drawn beforehand, offers to start it again.
  #crash(message) {
    if (this.dataset.state === "stopped") return;
    this.dataset.state = "stopped";
    delete this.dataset.whole;
    this.#handle = undefined;
    const panel = this.#root?.querySelector(".crash");
    if (!panel) {
      this.#fail(new Error(message));
      return;
    }
    for (const child of this.#root.children) child.hidden = !child.contains(panel);
    panel.querySelector("[data-do=restart]")?.addEventListener("click", () => this.#restart());
    panel.querySelector("[data-do=read]")?.addEventListener("click", () => {
      this.#root.remove();
      this.#read();
    });
  }

  // Shows what stands between the tags, all of it.
  #read() {
    this.shadowRoot.prepend(this.#slot);
    this.querySelector(".reading")?.setAttribute("data-show", "all");
  }

  #restart() {
    this.#root.remove();
    this.shadowRoot.prepend(this.#slot);
    this.#started = false;
    this.#start();
  }
}

// Hands the reader a file.
function save(name, content) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  // The browser has taken the file over once the click has been answered.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

// What the owner of the page can do about a program that does not start.
function remedy(error) {
  if (typeof WebAssembly !== "object") return "This browser has no WebAssembly.";
  if (location.protocol === "file:") return "Open it from a web server: browsers refuse modules from files.";
  if (error instanceof WebAssembly.CompileError) {
    return "Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy.";
  }
  return "Check that all files of the embed folder are published together, and that connect-src allows them.";
}

if (!customElements.get(NAME)) customElements.define(NAME, NaltrexoneExplainer);
