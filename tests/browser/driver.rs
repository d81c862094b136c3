//! The program that steers the browser: one for all tests that run at a time, ended with the last.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;

use tempfile::TempDir;

/// A running chromedriver, or what does its work for another browser.
pub struct Driver {
    /// Itself, and the screen that it needs, if any.
    pub processes: Vec<Child>,
    /// Where the browsers keep their profiles, until the last of them is closed.
    pub profiles: TempDir,
    /// Where it listens, without a slash at the end.
    pub address: String,
}

impl Driver {
    /// The one that runs, or a new one if none does.
    ///
    /// # Panics
    /// If there is no chromedriver: `CHROMEDRIVER` names it, or it is on the search path.
    pub fn shared() -> Arc<Self> {
        static RUNNING: Mutex<Weak<Driver>> = Mutex::new(Weak::new());
        // A test that failed to start one leaves the place empty, not broken.
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        running.upgrade().unwrap_or_else(|| {
            let started = Arc::new(Self::start());
            *running = Arc::downgrade(&started);
            started
        })
    }

    fn start() -> Self {
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let profiles = TempDir::new().unwrap();
        let mut process = Command::new(&program)
            .env("TMPDIR", profiles.path())
            .args(["--port=0", "--log-level=SEVERE"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!(
                    "{} does not start ({error}); run `cargo xtask test`, which finds or installs it, \
                     or set CHROMEDRIVER",
                    program.display()
                )
            });
        let mut lines = BufReader::new(process.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok);
        let port = lines
            .by_ref()
            .find_map(|line| {
                line.split_once("successfully on port ")
                    .map(|(_, rest)| rest.to_owned())
            })
            .unwrap_or_else(|| panic!("{} ended before it listened", program.display()));
        let port = port.trim_end_matches('.').to_owned();
        // What it says later is read and dropped, so that it never waits for a reader.
        thread::spawn(move || lines.for_each(drop));
        Self {
            processes: vec![process],
            profiles,
            address: format!("http://127.0.0.1:{port}"),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
