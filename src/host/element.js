// The custom element <naltrexone-explainer>: life cycle, waiting picture, failure text; no other logic.
//
// Whatever stands between its tags is shown until the program runs, and again if it cannot.

const ASSETS = {}; // filled in when the site is staged

const VERSION = 1;
const NAME = "naltrexone-explainer";
const NEAR = "400px";
// How long a removed element keeps its program, in case it is put back.
const KEPT = 250;
// What the program reads for itself; the rest of the attributes is read here.
const READ = ["part", "parts", "country", "start", "links"];
const ATTRIBUTES = [...READ, "theme", "lang", "heading-level", "motion"];
// Copies that no element uses: each has its own memory, and none is ever unloaded.
const copies = [];
let instances = 0;
// Of each half, what every instance on the page shares: the compiled program and the styles.
const shared = [];

// The first half is what the first screen needs; the other arrives once that is up. Asked for once.
function load(half, language) {
  const [program, styles] = ASSETS.halves[half];
  shared[half] ??= Promise.all([compile(program), text(styles)]).catch((error) => {
    delete shared[half];
    throw error;
  });
  return Promise.all([shared[half], text(ASSETS.words[language][half])]);
}

// Each copy has its own glue, and so its own memory: one that stops leaves its neighbours alone.
async function copy(module) {
  const waiting = copies.pop();
  if (waiting) return waiting;
  const glue = new URL(ASSETS.glue, import.meta.url);
  glue.searchParams.set("i", (instances += 1));
  const program = await import(glue.href);
  return { program, exports: await program.default({ module_or_path: module }) };
}

// Lets the browser answer its reader between two pieces of work.
const breath = () => new Promise((go) => setTimeout(go));

async function answer(file) {
  const address = new URL(file, import.meta.url);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  return answer;
}

async function text(file) {
  return (await answer(file)).text();
}

// A server that sends the program under another media type makes it slower, not impossible.
async function compile(file) {
  const sent = await answer(file);
  if (sent.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(sent);
  console.warn(`${NAME}: serve ${sent.url} as application/wasm to start sooner`);
  return WebAssembly.compile(await sent.arrayBuffer());
}

// A box of our own for an element with nothing between its tags, until the program is there.
const BOX = `:host { display: block; } :host([hidden]) { display: none; }
  .box { box-sizing: border-box; min-block-size: 640px; padding: 16px; color-scheme: light dark; background: Canvas; color: CanvasText; font: 16px/1.45 system-ui, sans-serif; }
  .box.short { min-block-size: 0; } .box b { display: block; } .box p { margin: 8px 0; max-inline-size: 62ch; }
  .box button { min-block-size: 44px; padding: 4px 16px; font: inherit; }`;

class NaltrexoneExplainer extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static version = ASSETS.version;

  #root;
  #slot;
  #box;
  #handle;
  #watch;
  #copy;
  // The start that is under way, if any; another one makes it void.
  #run;
  // What was shown last, for when it starts again.
  #shown = {};
  // One and the same, so that it listens once however often the element is moved.
  #begin = () => this.start();

  constructor() {
    super();
    // The standalone page brings its own root, so that what it has painted is not laid out anew.
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#slot = shadow.firstChild ?? shadow.appendChild(document.createElement("slot"));
    // A part chosen from the reading page's fold closes it, as the program will.
    this.addEventListener("click", ({ target }) => {
      target.closest?.(".picker a")?.closest("details").removeAttribute("open");
    });
  }

  connectedCallback() {
    if (this.#run) return;
    // A copy of a running element carries marks that are not its own.
    this.#release();
    if (!this.firstElementChild) this.#say(false, 0, 1);
    const loading = this.getAttribute("loading");
    if (loading === "eager") {
      this.start();
    } else if (loading === "interaction") {
      for (const kind of ["pointerdown", "focusin", "keydown", "click"]) {
        this.addEventListener(kind, this.#begin, { once: true });
      }
    } else {
      this.#watch = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
        { rootMargin: NEAR },
      );
      this.#watch.observe(this);
    }
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    setTimeout(() => this.isConnected || this.#release(), KEPT);
  }

  // In another document: styles belong to the one that they were made in.
  adoptedCallback() {
    if (this.#run) this.restart();
  }

  attributeChangedCallback(name, before, value) {
    if (READ.includes(name)) {
      if (before !== value) this.#shown = name === "part" ? {} : { ...this.#shown, [name]: undefined };
      this.#attempt(() => this.#handle?.set(name, value ?? ""));
    } else if (name === "lang") {
      if (this.#handle && this.#language() !== this.#root.lang) this.restart();
    } else {
      this.#paint();
    }
  }

  // The version of the explainer that runs here.
  get version() {
    return ASSETS.version;
  }

  // Shows a part, and what is to be open in it.
  show(part, detail) {
    this.part = part;
    if (detail) this.setAttribute("start", detail);
    else this.removeAttribute("start");
    this.start();
  }

  // Starts again from the attributes, with fresh files where some did not arrive.
  restart() {
    this.#release();
    this.start();
  }

  // Starts the program now, near or not.
  async start() {
    this.#watch?.disconnect();
    if (this.#run) return;
    const run = (this.#run = {});
    try {
      const language = this.#language();
      const [[module, css], words] = await load(0, language);
      const own = await copy(module);
      await breath();
      if (this.#run !== run) return copies.push(own);
      this.#copy = own;
      const { program, exports } = own;
      program.guard.report = (fault) => this.#hear("stopped", String(fault));
      this.#wear(css);
      const complete = async () => {
        const [[module, late], more] = await load(1, language);
        await (own.whole ??= WebAssembly.instantiate(module, { e: exports }));
        await breath();
        if (this.#run === run) this.#wear(late, true);
        return words + more;
      };
      const whole = !program.early(this.#attribute("part") || this.#attribute("parts").split(/[\s,]+/)[0]);
      const first = whole ? await complete() : words;
      if (this.#run !== run) return;
      this.#root = own.root ??= document.createElement("div");
      this.#root.className = "nx";
      this.#root.setAttribute("part", "explainer");
      this.#root.hidden = true;
      this.#paint();
      this.shadowRoot.append(this.#root);
      this.#handle = program.mount(this.#root, first, whole, this.#surroundings());
      if (!whole) {
        const all = await complete();
        if (this.#run !== run) return;
        this.#handle?.complete(all);
      }
      if (!program.guard.dead) this.dataset.whole = "";
    } catch (error) {
      if (this.#run === run) this.#fail(error);
    }
  }

  // The best of the languages there are: that of the nearest element that says, else the reader's.
  #language() {
    const wanted = (this.closest("[lang]")?.lang || navigator.language).split("-")[0];
    return wanted in ASSETS.words ? wanted : Object.keys(ASSETS.words)[0];
  }

  #attribute(name) {
    return this.#shown[name] ?? this.getAttribute(name) ?? "";
  }

  // Gives the program back; what stands between the tags is shown again.
  #release() {
    this.#run = undefined;
    this.#attempt(() => this.#handle?.destroy());
    this.#handle = undefined;
    if (this.#copy && !this.#copy.program.guard.dead) {
      this.#copy.program.guard.report = () => {};
      copies.push(this.#copy);
    }
    this.#copy = undefined;
    this.#root?.remove();
    this.#root = undefined;
    this.#box?.remove();
    this.#read(false);
    delete this.dataset.state;
    delete this.dataset.whole;
  }

  // Puts on styles, made for the document that it stands in, over those that it wears or instead.
  #wear(css, over) {
    const sheet = new this.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    if (!over) this.shadowRoot.adoptedStyleSheets = [];
    this.shadowRoot.adoptedStyleSheets.push(sheet);
  }

  // Says one or two sentences in a box of our own.
  #say(short, ...which) {
    const said = ASSETS.said[this.#language()];
    // An old browser has no such styles, and is told all the same.
    try {
      this.#wear(BOX);
    } catch {}
    this.#box?.remove();
    this.#box = document.createElement("div");
    this.#box.className = short ? "box short" : "box";
    for (const [at, text] of which.map((at) => said[at]).entries()) {
      this.#box.appendChild(document.createElement(at ? "p" : "b")).textContent = text;
    }
    this.shadowRoot.append(this.#box);
  }

  // What the program may ask of the page.
  #surroundings() {
    return {
      attribute: (name) => this.#attribute(name),
      hear: (kind, detail) => this.#hear(kind, detail),
      address: (part, detail) => {
        const place = `#${part}/${encodeURIComponent(detail)}`;
        // Where a file lies on somebody's disk is nobody else's business.
        return location.protocol === "file:" ? location.pathname.split("/").pop() + place : new URL(place, location.href).href;
      },
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
      this.#box?.remove();
      this.#root.hidden = false;
      this.dataset.state = "ready";
    } else if (kind === "part-shown") {
      this.#shown = { part: detail, start: "" };
    } else if (kind === "detail-shown") {
      this.#shown.start = detail.slice(detail.indexOf("/") + 1);
    } else if (kind === "stopped" && !this.#crash(detail)) {
      return;
    }
    this.#tell(kind, detail);
  }

  #tell(kind, detail) {
    const init = { bubbles: true, composed: true, detail: { version: VERSION, value: detail } };
    this.dispatchEvent(new CustomEvent(`${NAME}:${kind}`, init));
  }

  // How it looks, as far as the attributes say.
  #paint() {
    if (!this.#root) return;
    const chosen = (name, ...known) => {
      const value = this.getAttribute(name)?.trim();
      if (!value) return undefined;
      if (known.includes(value)) return value;
      console.warn(`${NAME}: ${name}="${value}" is not known; use one of ${known.join(", ")}`);
      return undefined;
    };
    for (const [name, value] of [
      ["data-theme", chosen("theme", "light", "dark")],
      ["data-motion", chosen("motion", "still")],
    ]) {
      if (value) this.#root.setAttribute(name, value);
      else this.#root.removeAttribute(name);
    }
    const { guard, level } = this.#copy.program;
    guard.level = Number(chosen("heading-level", "1", "2", "3", "4") ?? 2);
    this.#root.querySelectorAll("h2, h3, h4, h5, h6").forEach(level);
  }

  #attempt(action) {
    try {
      action();
    } catch (error) {
      this.#hear("stopped", String(error));
    }
  }

  // The program cannot run here: what stands between the tags is shown, and says so.
  #fail(error) {
    if (this.dataset.state === "stopped") return;
    console.error(`${NAME}: the program cannot run on this page.`, remedy(error), error);
    if (this.#copy) this.#copy.program.guard.dead = true;
    this.#root?.remove();
    this.#read(true);
    this.dataset.state = "failed";
    this.#say(true, ...(this.querySelector(".reading") ? [] : [2, 3]));
    const again = this.#box.appendChild(document.createElement("button"));
    again.type = "button";
    again.textContent = ASSETS.said[this.#language()][4];
    again.addEventListener("click", () => this.restart());
    this.#tell("error", String(error?.message ?? error));
  }

  // The program ran and stopped: its last panel, drawn beforehand, offers to start it again.
  #crash(fault) {
    if (!this.#run || this.dataset.state === "stopped") return false;
    if (this.#copy) this.#copy.program.guard.dead = true;
    console.error(`${NAME}: stopped by a fault of its own.`, {
      version: ASSETS.version,
      part: this.#attribute("part"),
      start: this.#attribute("start"),
      fault,
    });
    const panel = this.#root?.querySelector(".crash");
    if (!panel) {
      this.#fail(new Error(fault));
      return false;
    }
    this.dataset.state = "stopped";
    delete this.dataset.whole;
    this.#handle = undefined;
    for (const child of this.#root.children) child.hidden = !child.contains(panel);
    panel.querySelector("[data-do=restart]")?.addEventListener("click", () => this.restart());
    panel.querySelector("[data-do=read]")?.addEventListener("click", () => {
      this.#root.remove();
      this.#read(true);
    });
    return true;
  }

  // Shows what stands between the tags, all of it or one part; what is there already stays as it was laid out.
  #read(all) {
    if (!this.#slot.parentNode) this.shadowRoot.prepend(this.#slot);
    this.querySelector(".reading")?.toggleAttribute("data-all", all);
  }
}

// Every attribute is a property as well, spelt as scripts spell; but `start` is a method, and `lang`
// every element has.
for (const name of [...ATTRIBUTES, "loading"]) {
  if (name === "start" || name === "lang") continue;
  Object.defineProperty(NaltrexoneExplainer.prototype, name.replace("-l", "L"), {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
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

const known = customElements.get(NAME);
if (!known) customElements.define(NAME, NaltrexoneExplainer);
else if (known.version !== ASSETS.version) {
  console.warn(`${NAME}: version ${known.version} came first and stays; ${ASSETS.version} is not used`);
}
