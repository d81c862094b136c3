//! The site and the awkward pages, opened in a browser: where they are, and what is asked of them.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use naltrexone_explainer::content::files::{self, FIRST_LANGUAGE};
use naltrexone_explainer::content::text::{Words, english_plural};
use naltrexone_explainer::model::lesson::Part;
use serde_json::Value;

use crate::chrome::{Said, Scheme};
use crate::engine::Engine;
use crate::server::Server;
use crate::session::{Key, Session};

/// Questions about the page that every script may use.
const PROBE: &str = include_str!("probe.js");

/// The site as published: `DIST` names it, else it is in `dist/site`.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/site");
        let folder = env::var_os("DIST").map_or(usual, PathBuf::from);
        let page = folder.join("index.html");
        assert!(
            page.is_file(),
            "{} is missing; run `cargo xtask dist`, or set DIST",
            page.display()
        );
        folder
    })
}

/// The site as built with the switch for faults: `FAULT` names it, else it is in `dist/fault`.
pub fn breakable() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/fault");
        env::var_os("FAULT").map_or(usual, PathBuf::from)
    })
}

/// The awkward hosts.
pub fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

/// What the site says, in the language of its data files.
pub fn english() -> Words {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/data");
    Words::parse(
        &files::compile_words(&data, FIRST_LANGUAGE).unwrap(),
        english_plural,
    )
    .unwrap()
}

/// How a page is opened.
pub struct Visit {
    /// Its name, with what may follow: `/#forms`, `/pages/two.html`.
    pub page: &'static str,
    /// The window, in CSS pixels.
    pub width: u32,
    pub height: u32,
    pub scheme: Scheme,
    /// Whether the reader asks for stillness.
    pub still: bool,
    /// Whether scripts run.
    pub scripts: bool,
    /// Sent with the page.
    pub headers: Vec<(&'static str, &'static str)>,
    /// The ending of files that are not answered before [`Page::release`].
    pub held: Option<&'static str>,
    /// Run before the page's own scripts.
    pub before: &'static str,
    /// Whether the browser compiles anew what runs often.
    pub compiles: bool,
}

impl Default for Visit {
    fn default() -> Self {
        Self {
            page: "/",
            width: 1280,
            height: 800,
            scheme: Scheme::Light,
            still: false,
            scripts: true,
            headers: Vec::new(),
            held: None,
            before: "",
            compiles: true,
        }
    }
}

impl Visit {
    /// Opens the page in a browser of its own.
    #[track_caller]
    pub fn open(self) -> Page {
        // Here rather than in the server, where nobody would see what is missing.
        folder();
        let server = Server::start(self.headers, self.held);
        let session = if self.compiles {
            Session::start()
        } else {
            Session::start_uncompiled()
        };
        session.resize(self.width, self.height, 1);
        session.prefer(self.scheme, self.still);
        if !self.before.is_empty() {
            session.before_each_page(self.before);
        }
        if !self.scripts {
            session.forbid_scripts();
        }
        session.go(&format!("{}{}", server.origin(), self.page));
        Page { session, server }
    }

    /// Opens the page and waits until its first explainer is there, all of it.
    #[track_caller]
    pub fn start(self) -> Page {
        let page = self.open();
        page.until("whole() || explainer().dataset.state === 'failed'");
        assert!(
            page.holds("whole()"),
            "the program does not run: {:#?}",
            page.console()
        );
        page
    }
}

/// A page in a browser.
///
/// Its expressions are JavaScript and may use everything in `probe.js`.
pub struct Page {
    pub session: Session,
    pub server: Server,
}

impl Page {
    /// Opens a page in a browser of some engine, with nothing arranged that only Chromium offers.
    #[track_caller]
    pub fn in_engine(engine: Engine, name: &str) -> Self {
        folder();
        let server = Server::start(Vec::new(), None);
        let session = Session::start_in(engine);
        session.tell(
            "window/rect",
            &serde_json::json!({ "width": 1200, "height": 900 }),
        );
        session.go(&format!("{}{name}", server.origin()));
        Self { session, server }
    }

    /// What an expression is.
    #[track_caller]
    pub fn ask(&self, expression: &str) -> Value {
        self.session
            .run(&format!("{PROBE}; return ({expression});"))
    }

    /// Whether an expression is true.
    #[track_caller]
    pub fn holds(&self, expression: &str) -> bool {
        self.ask(expression) == true
    }

    /// The texts that an expression lists.
    #[track_caller]
    pub fn list(&self, expression: &str) -> Vec<String> {
        let answer = self.ask(expression);
        let Some(list) = answer.as_array() else {
            panic!("{expression} is no list but {answer}")
        };
        list.iter()
            .map(|item| {
                item.as_str()
                    .map_or_else(|| item.to_string(), str::to_owned)
            })
            .collect()
    }

    /// The text that an expression is.
    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        let answer = self.ask(expression);
        answer
            .as_str()
            .map_or_else(|| panic!("{expression} is {answer}"), str::to_owned)
    }

    /// The number that an expression is.
    #[track_caller]
    pub fn number(&self, expression: &str) -> f64 {
        let answer = self.ask(expression);
        answer
            .as_f64()
            .unwrap_or_else(|| panic!("{expression} is {answer}"))
    }

    /// The whole number that an expression is.
    #[track_caller]
    pub fn count(&self, expression: &str) -> u32 {
        let answer = self.ask(expression);
        answer
            .as_u64()
            .and_then(|count| u32::try_from(count).ok())
            .unwrap_or_else(|| panic!("{expression} is {answer}"))
    }

    /// Does something to the page.
    #[track_caller]
    pub fn run(&self, statements: &str) {
        self.session.run(&format!("{PROBE}; {statements}"));
    }

    /// What the body of an async function comes to.
    #[track_caller]
    pub fn run_async(&self, body: &str) -> Value {
        self.session.run_async(&format!("{PROBE}; {body}"))
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn until(&self, condition: &str) {
        self.session.until(PROBE, condition);
    }

    /// Clicks what an expression stands for.
    #[track_caller]
    pub fn click(&self, element: &str) {
        self.session.click(PROBE, element);
    }

    /// Types into what an expression stands for.
    #[track_caller]
    pub fn write(&self, element: &str, text: &str) {
        self.session.write(PROBE, element, text);
    }

    /// Presses keys one after another.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        for key in keys {
            self.session.press(None, *key);
        }
    }

    /// What has the keyboard, in a few words.
    #[track_caller]
    pub fn focused(&self) -> String {
        self.text("described(active())")
    }

    /// Shows a part of the first explainer, as its page would.
    #[track_caller]
    pub fn show(&self, part: Part) {
        self.run(&format!(
            "explainer().setAttribute('part', '{}');",
            part.id()
        ));
        self.until(&format!("shows('{}')", part.id()));
    }

    /// Works every control of the part that is shown, and comes back to it where one leads away.
    #[track_caller]
    pub fn use_part(&self) {
        let used = self.run_async(
            "window.print = () => {};
             const part = shown()[0];
             const within = () => [...inside('section.part').querySelectorAll('button, summary, input, select')];
             const frame = () => new Promise(requestAnimationFrame);
             for (let at = 0; at < within().length; at += 1) {
               const control = within()[at];
               if (control.localName !== 'select') control.click();
               for (const option of control.options ?? []) {
                 control.value = option.value;
                 control.dispatchEvent(new Event('change', { bubbles: true }));
               }
               await frame();
               while (!shows(part)) {
                 explainer().removeAttribute('part');
                 explainer().setAttribute('part', part);
                 await frame();
               }
             }
             return within().length;",
        );
        assert!(used.as_u64() > Some(0), "there was nothing to use: {used}");
    }

    /// Waits until the standalone page is kept for when there is no network.
    #[track_caller]
    pub fn keep(&self) {
        self.until("whole()");
        self.run_async("await navigator.serviceWorker.ready;");
    }

    /// Answers what was held back.
    pub fn release(&self) {
        self.server.release();
    }

    /// The lines of the console that are errors.
    #[track_caller]
    pub fn errors(&self) -> Vec<String> {
        self.console()
            .into_iter()
            .filter(|said| said.error)
            .map(|said| said.text)
            .collect()
    }

    /// What the console says since it was last asked.
    #[track_caller]
    pub fn console(&self) -> Vec<Said> {
        self.session.console()
    }
}
