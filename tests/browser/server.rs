//! A web server for one test: the site, the awkward pages, and a list of what was asked for.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use crate::site;

/// A running server on a port of its own.
pub struct Server {
    address: SocketAddr,
    desk: Arc<Desk>,
    door: Option<JoinHandle<()>>,
}

/// What every answer is made from.
struct Desk {
    /// Sent with every page, and only with pages.
    headers: Vec<(&'static str, &'static str)>,
    asked: Mutex<Vec<String>>,
    /// The ending of names that are not answered before `release`.
    held: Mutex<Option<&'static str>>,
    released: Condvar,
    /// Whether every caller is hung up on.
    away: AtomicBool,
    closed: AtomicBool,
}

impl Server {
    /// Starts a server that sends `headers` with every page and answers nothing that has `held` in its name.
    pub fn start(headers: Vec<(&'static str, &'static str)>, held: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let desk = Arc::new(Desk {
            headers,
            asked: Mutex::default(),
            held: Mutex::new(held),
            released: Condvar::new(),
            away: AtomicBool::new(false),
            closed: AtomicBool::new(false),
        });
        let clerk = Arc::clone(&desk);
        let door = thread::spawn(move || {
            for visitor in listener.incoming().map_while(Result::ok) {
                if clerk.closed.load(Ordering::SeqCst) {
                    return;
                }
                let clerk = Arc::clone(&clerk);
                // A browser that hangs up takes no answer.
                thread::spawn(move || drop(clerk.serve(visitor)));
            }
        });
        Self {
            address,
            desk,
            door: Some(door),
        }
    }

    /// Where it is, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The names that were asked for so far, in order, without what follows a question mark.
    pub fn asked(&self) -> Vec<String> {
        self.desk.asked.lock().unwrap().clone()
    }

    /// Answers nobody any more, as when the network is gone.
    pub fn go_away(&self) {
        self.desk.away.store(true, Ordering::SeqCst);
    }

    /// Answers what was held back.
    pub fn release(&self) {
        *self.desk.held.lock().unwrap() = None;
        self.desk.released.notify_all();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.release();
        self.desk.closed.store(true, Ordering::SeqCst);
        // One last visitor, so that the door is looked at.
        let _ = TcpStream::connect(self.address);
        self.door.take().map(JoinHandle::join);
    }
}

impl Desk {
    /// Answers one request, then hangs up.
    fn serve(&self, mut visitor: TcpStream) -> io::Result<()> {
        if self.away.load(Ordering::SeqCst) {
            return Ok(());
        }
        let mut lines = BufReader::new(visitor.try_clone()?).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(());
        };
        // What else the browser tells us changes no answer.
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        let address = first.split(' ').nth(1).unwrap_or_default();
        let name = address.split(['?', '#']).next().unwrap_or_default();
        self.asked.lock().unwrap().push(name.to_owned());
        let held = self.held.lock().unwrap();
        drop(
            self.released
                .wait_while(held, |held| held.is_some_and(|part| name.contains(part))),
        );
        let right = name.strip_prefix("/wrong");
        let found = file(right.unwrap_or(name)).and_then(|path| {
            let kind = match media_type(&path) {
                "application/wasm" if right.is_some() => "application/octet-stream",
                kind => kind,
            };
            Some((fs::read(&path).ok()?, kind))
        });
        let (status, (body, kind)) = match found {
            Some(found) => ("200 OK", found),
            None => ("404 Not Found", (b"nothing here".to_vec(), "text/plain")),
        };
        let mut answer = format!(
            "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n",
            body.len()
        );
        if kind.starts_with("text/html") {
            answer.extend(
                self.headers
                    .iter()
                    .map(|(name, value)| format!("{name}: {value}\r\n")),
            );
        }
        visitor.write_all(format!("{answer}\r\n").as_bytes())?;
        visitor.write_all(&body)
    }
}

/// The file behind a name: below `/pages/` an awkward page, below `/made/` what a test wrote, below
/// `/fault/` the site that can be broken, else a file of the site; below `/wrong/` the same, by a server that does not know WebAssembly.
fn file(name: &str) -> Option<PathBuf> {
    let path = if let Some(page) = name.strip_prefix("/pages/") {
        site::pages().join(below(page)?)
    } else if let Some(page) = name.strip_prefix("/made/") {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(below(page)?)
    } else if let Some(page) = name.strip_prefix("/fault/") {
        site::breakable().join(below(page)?)
    } else {
        site::folder().join(below(name.trim_start_matches('/'))?)
    };
    let path = if path.is_dir() {
        path.join("index.html")
    } else {
        path
    };
    path.is_file().then_some(path)
}

/// The name as a path that does not lead out of its folder.
fn below(name: &str) -> Option<&Path> {
    let path = Path::new(name);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
