//! One browser with a new profile of its own, spoken to in WebDriver; closed when dropped.
//!
//! Says nothing that only Chromium understands, apart from how it is started.

use std::env;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

use crate::driver::Driver;
use crate::engine::Engine;

/// How long a condition may take to come true, in milliseconds, on a machine that is busy.
const PATIENCE: u64 = 15_000;

/// The name under which WebDriver writes an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A key as WebDriver writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub char);

impl Key {
    pub const TAB: Self = Self('\u{E004}');
    pub const ENTER: Self = Self('\u{E007}');
    pub const SHIFT: Self = Self('\u{E008}');
    pub const ESCAPE: Self = Self('\u{E00C}');
    pub const SPACE: Self = Self(' ');
    pub const RIGHT: Self = Self('\u{E014}');
    pub const DOWN: Self = Self('\u{E015}');
    pub const HOME: Self = Self('\u{E011}');
    pub const PAGE_UP: Self = Self('\u{E00E}');
    pub const PAGE_DOWN: Self = Self('\u{E00F}');
    pub const F5: Self = Self('\u{E035}');
}

/// A browser window.
pub struct Session {
    agent: Agent,
    /// The address of every command of this session.
    address: String,
    _driver: Arc<Driver>,
}

impl Session {
    /// Starts a browser that has never been used.
    ///
    /// # Panics
    /// If no browser can be started.
    pub fn start() -> Self {
        Self::start_in(Engine::Chromium)
    }

    /// Starts a browser that has never been used and whose code stays as it is at first: what it
    /// would compile anew while it runs is no part of the memory that a page holds.
    ///
    /// # Panics
    /// If no browser can be started.
    pub fn start_uncompiled() -> Self {
        let plain = "--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode --liftoff-only --no-wasm-lazy-compilation";
        Self::start_with(Engine::Chromium, &[plain])
    }

    /// Starts a browser of an engine that has never been used.
    ///
    /// # Panics
    /// If no browser can be started.
    pub fn start_in(engine: Engine) -> Self {
        Self::start_with(engine, &[])
    }

    fn start_with(engine: Engine, further: &[&str]) -> Self {
        static CAGED: OnceLock<bool> = OnceLock::new();
        let driver = engine.driver();
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let start = |caged: bool| {
            let wish = engine
                .capabilities()
                .unwrap_or_else(|| capabilities(caged, further));
            command(
                &agent,
                "POST",
                &format!("{}/session", driver.address),
                &wish,
            )
        };
        // Chromium's sandbox needs rights that root and many containers do not give; the tests open
        // only our own pages, so they do without where it does not start.
        let root = driver.profiles.path().metadata().unwrap().uid() == 0;
        let caged = engine == Engine::Chromium && CAGED.get().copied().unwrap_or(!root);
        let started = match start(caged) {
            Err(_) if caged => start(false).map(|answer| (answer, false)),
            started => started.map(|answer| (answer, caged)),
        };
        let (answer, caged) = started.unwrap_or_else(|problem: String| {
            panic!("no browser starts ({problem}); run `cargo xtask test`, which finds or installs one, or set CHROME")
        });
        if engine == Engine::Chromium {
            CAGED.get_or_init(|| caged);
        }
        let id = answer["sessionId"].as_str().unwrap();
        let address = format!("{}/session/{id}", driver.address);
        let session = Self {
            agent,
            address,
            _driver: driver,
        };
        session.tell(
            "timeouts",
            &json!({ "script": PATIENCE, "pageLoad": 30_000 }),
        );
        session
    }

    /// Sends a command and returns its answer.
    ///
    /// # Panics
    /// If the browser refuses.
    #[track_caller]
    pub fn tell(&self, name: &str, body: &Value) -> Value {
        match self.attempt(name, body) {
            Ok(answer) => answer,
            Err(problem) => panic!("{name}: {problem}"),
        }
    }

    /// Sends a command and returns its answer, or what the browser has against it.
    pub fn attempt(&self, name: &str, body: &Value) -> Result<Value, String> {
        command(
            &self.agent,
            "POST",
            &format!("{}/{name}", self.address),
            body,
        )
    }

    /// Opens an address and waits until it has been loaded.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.tell("url", &json!({ "url": address }));
    }

    /// Goes to the page before this one.
    #[track_caller]
    pub fn back(&self) {
        self.tell("back", &json!({}));
    }

    /// Goes to the page after this one.
    #[track_caller]
    pub fn forward(&self) {
        self.tell("forward", &json!({}));
    }

    /// Runs a script and returns what it returns.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        self.tell("execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Runs the body of an async function and returns what it comes to.
    ///
    /// # Panics
    /// If it fails.
    #[track_caller]
    pub fn run_async(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[0];
             (async () => {{ {script} }})().then((value) => done({{ value }}), (error) => done({{ error: `${{error}}` }}))"
        );
        let mut answer = self.tell("execute/async", &json!({ "script": script, "args": [] }));
        if let Some(error) = answer["error"].as_str() {
            panic!("the script failed: {error}");
        }
        answer["value"].take()
    }

    /// Waits until an expression, asked once a frame, is true.
    ///
    /// # Panics
    /// If it is still false at the deadline.
    #[track_caller]
    pub fn until(&self, prelude: &str, condition: &str) {
        let script = format!(
            "{prelude}; const done = arguments[0];
             const look = () => ({condition}) ? done(true) : setTimeout(look, 16); look();"
        );
        if let Err(problem) =
            self.attempt("execute/async", &json!({ "script": script, "args": [] }))
        {
            panic!("never came true: {condition} ({problem})");
        }
    }

    /// Presses and lets go of a key, with `held` down meanwhile.
    #[track_caller]
    pub fn press(&self, held: Option<Key>, key: Key) {
        let step = |kind: &str, key: Key| json!({ "type": kind, "value": key.0.to_string() });
        let mut steps = vec![step("keyDown", key), step("keyUp", key)];
        if let Some(held) = held {
            steps.insert(0, step("keyDown", held));
            steps.push(step("keyUp", held));
        }
        self.tell(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keys", "actions": steps }] }),
        );
    }

    /// Clicks the element that an expression stands for, as a pointer does.
    #[track_caller]
    pub fn click(&self, prelude: &str, element: &str) {
        let found = self.run(&format!("{prelude}; return {element};"));
        let Some(id) = found[ELEMENT].as_str() else {
            panic!("there is no {element}")
        };
        self.tell(&format!("element/{id}/click"), &json!({}));
    }

    /// Types into the element that an expression stands for, as a reader does.
    #[track_caller]
    pub fn write(&self, prelude: &str, element: &str, text: &str) {
        let found = self.run(&format!("{prelude}; return {element};"));
        let Some(id) = found[ELEMENT].as_str() else {
            panic!("there is no {element}")
        };
        self.tell(&format!("element/{id}/value"), &json!({ "text": text }));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that is gone already need not be closed.
        let _ = command(&self.agent, "DELETE", &self.address, &Value::Null);
    }
}

fn capabilities(caged: bool, further: &[&str]) -> Value {
    let mut flags = vec![
        "--headless=new".to_owned(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-dev-shm-usage".into(),
        // Whatever a page may try, nothing leaves this machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".into(),
    ];
    if !caged {
        flags.push("--no-sandbox".into());
    }
    flags.extend(further.iter().map(|flag| (*flag).to_owned()));
    let mut options = json!({ "args": flags });
    if let Some(chrome) = chrome() {
        options["binary"] = chrome.display().to_string().into();
    }
    let logs = json!({ "browser": "ALL", "performance": "ALL" });
    json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options, "goog:loggingPrefs": logs } } })
}

/// The browser that `CHROME` names or that is on the search path; chromedriver knows other places.
fn chrome() -> Option<PathBuf> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let folders = env::var_os("PATH").unwrap_or_default();
    let on_path = |name| {
        env::split_paths(&folders)
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    };
    env::var_os("CHROME")
        .map(PathBuf::from)
        .or_else(|| names.into_iter().find_map(on_path))
}

fn command(agent: &Agent, method: &str, address: &str, body: &Value) -> Result<Value, String> {
    let sent = match method {
        "DELETE" => agent.delete(address).call(),
        _ => agent.post(address).send_json(body),
    };
    let mut answer = sent.map_err(|error| error.to_string())?;
    let mut read = answer
        .body_mut()
        .with_config()
        .limit(256 * 1024 * 1024)
        .read_json::<Value>()
        .map_err(|error| error.to_string())?;
    let value = read["value"].take();
    match value["error"].as_str() {
        Some(error) if !answer.status().is_success() => Err(format!(
            "{error}: {}",
            value["message"].as_str().unwrap_or_default()
        )),
        _ => Ok(value),
    }
}
