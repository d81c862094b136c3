//! The page, built and shown on this machine, and built again at every change.

use crate::tools::Toolbox;
use crate::{run, say};
use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;
use std::{env, thread};

/// How many ports after the wished-for one are tried.
const PORTS_TRIED: u16 = 100;

/// How the page is to be shown.
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) release: bool,
    pub(crate) open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 8080,
            release: false,
            open: env::var_os("CI").is_none(),
        }
    }
}

/// Sets everything up and hands over to Trunk, which stays until it is stopped.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let tools = Toolbox::set_up(options.release)?;
    let port = free_port(options.port)?;
    if port != options.port {
        say::line(&format!("port {} is taken, using {port}", options.port));
    }
    say::line("building the page; the first time about two minutes, then seconds");
    let mut trunk = tools.trunk()?;
    trunk.args([
        "serve",
        "--quiet",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    if options.release {
        trunk.arg("--release");
    }
    start_announcer(port, options.open)?;
    become_program(trunk)
}

/// Waits beside Trunk until the page answers, and says so.
pub(crate) fn announce(options: &Options) {
    let begun = say::now();
    let address = format!("http://127.0.0.1:{}/", options.port);
    while trunk_is_there() {
        if let Some(found) = answer(options.port) {
            if found {
                say::line(&format!(
                    "\n  {address}  (after {}; Ctrl-C stops)\n",
                    say::time(begun.elapsed())
                ));
                if options.open {
                    open(&address);
                }
            } else {
                say::line(&format!(
                    "\n  the page did not build; mend it, and {address} shows it\n"
                ));
            }
            return;
        }
        thread::sleep(Duration::from_millis(200));
    }
}

fn start_announcer(port: u16, open: bool) -> Result<()> {
    let this = env::current_exe().context("this program cannot find itself")?;
    let mut announcer = run::program(this);
    announcer.args(["announce", "--port", &port.to_string()]);
    if !open {
        announcer.arg("--no-open");
    }
    announcer
        .spawn()
        .context("the page will be there, but cannot be announced")?;
    Ok(())
}

fn free_port(wished: u16) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    (wished..=wished.saturating_add(PORTS_TRIED))
        .find(is_free)
        .with_context(|| {
            format!("none of the ports from {wished} on is free; name another with --port")
        })
}

/// Whether the server shows the page; nothing while there is no server.
fn answer(port: u16) -> Option<bool> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    stream
        .write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
        .ok()?;
    let mut head = [0; 12];
    stream.read_exact(&mut head).ok()?;
    Some(head.ends_with(b"200"))
}

fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if run::printed(run::program(opener).arg(address)).is_none() {
        say::line("no browser could be opened from here");
    }
}

/// Trunk takes this program's place, so that stopping the one stops the other.
#[cfg(unix)]
fn become_program(mut trunk: std::process::Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(trunk.exec()).context("Trunk could not be started")
}

#[cfg(not(unix))]
fn become_program(mut trunk: std::process::Command) -> Result<()> {
    run::run(&mut trunk, "see above")
}

#[cfg(unix)]
fn trunk_is_there() -> bool {
    use std::os::unix::process::parent_id;
    use std::sync::OnceLock;
    static TRUNK: OnceLock<u32> = OnceLock::new();
    *TRUNK.get_or_init(parent_id) == parent_id()
}

#[cfg(not(unix))]
fn trunk_is_there() -> bool {
    true
}
