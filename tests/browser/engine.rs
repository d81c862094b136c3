//! The browsers other than Chromium: how each is started, and by which program it is steered.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::Driver;

/// How often a program that steers a browser is asked, every fiftieth of a second, if it listens.
const PATIENCE: u32 = 1_000;

/// A browser's engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    const ALL: [(&str, Self); 3] = [
        ("chromium", Self::Chromium),
        ("firefox", Self::Firefox),
        ("webkit", Self::WebKit),
    ];

    /// Those that `ENGINES` lists, by commas; without it Chromium alone.
    ///
    /// # Panics
    /// If it lists one that there is not.
    pub fn wanted() -> Vec<Self> {
        let list = env::var("ENGINES").unwrap_or_else(|_| "chromium".into());
        let known = |name: &str| Self::ALL.iter().find(|(known, _)| *known == name.trim());
        list.split(',')
            .map(|name| {
                known(name)
                    .unwrap_or_else(|| panic!("no engine is called {name}"))
                    .1
            })
            .collect()
    }

    /// The program that steers it; each session of another browser than Chromium has its own.
    pub fn driver(self) -> Arc<Driver> {
        match self {
            Self::Chromium => Driver::shared(),
            Self::Firefox => Arc::new(own("GECKODRIVER", "geckodriver", &["--log", "fatal"], None)),
            Self::WebKit => Arc::new(own("WEBKITDRIVER", "WebKitWebDriver", &[], Some(screen()))),
        }
    }

    /// What is asked of it when a session starts; none where the session says it.
    pub fn capabilities(self) -> Option<Value> {
        let wish = match self {
            Self::Chromium => return None,
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "args": ["-headless"],
                    // Whatever a page may try, nothing leaves this machine.
                    "prefs": {
                        "network.proxy.type": 1,
                        "network.proxy.http": "127.0.0.1",
                        "network.proxy.http_port": 9,
                        "network.proxy.ssl": "127.0.0.1",
                        "network.proxy.ssl_port": 9,
                        "network.proxy.no_proxies_on": "127.0.0.1",
                        "network.proxy.allow_hijacking_localhost": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        Some(json!({ "capabilities": { "alwaysMatch": wish } }))
    }
}

/// The browser that comes with the library: `WEBKIT` names it.
fn mini_browser() -> String {
    let usual = ["x86_64", "aarch64"]
        .map(|machine| format!("/usr/lib/{machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser"));
    let found = usual
        .into_iter()
        .find(|file| std::path::Path::new(file).is_file());
    env::var("WEBKIT").ok().or(found).expect(
        "there is no MiniBrowser of WebKitGTK; `cargo xtask test --engines all` installs it, or set WEBKIT",
    )
}

/// A screen that nobody looks at, and its name.
fn screen() -> (Child, String) {
    let mut process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x1000x24"])
        .args(["-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb does not start; `cargo xtask test --engines all` installs it");
    let mut line = String::new();
    let mut said = BufReader::new(process.stdout.take().unwrap());
    said.read_line(&mut line).unwrap();
    (process, format!(":{}", line.trim()))
}

/// A program of its own on a free port.
fn own(key: &str, name: &str, flags: &[&str], screen: Option<(Child, String)>) -> Driver {
    let port = {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        free.local_addr().unwrap().port()
    };
    let profiles = TempDir::new().unwrap();
    let mut command = Command::new(env::var_os(key).unwrap_or_else(|| name.into()));
    command
        .env("TMPDIR", profiles.path())
        .arg(format!("--port={port}"))
        .args(flags)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let (screen, display) = screen.unzip();
    if let Some(display) = display {
        command.env("DISPLAY", display).env("GDK_BACKEND", "x11");
    }
    let process = command.spawn().unwrap_or_else(|error| {
        panic!(
            "{name} does not start ({error}); run `cargo xtask test --engines all`, or set {key}"
        )
    });
    let mut asked = 0;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(asked < PATIENCE, "{name} does not listen");
        asked += 1;
        sleep(Duration::from_millis(20));
    }
    Driver {
        processes: [Some(process), screen].into_iter().flatten().collect(),
        profiles,
        address: format!("http://127.0.0.1:{port}"),
    }
}
