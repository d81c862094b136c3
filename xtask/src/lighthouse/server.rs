//! The site as `docs/servers.md` would have it served: packed, cached, under the strict policy.

use anyhow::Result;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::{fs, thread};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    require-trusted-types-for 'script'";

/// Serves a folder for as long as this program runs; the answer is its address.
pub(super) fn start(folder: PathBuf) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        for visitor in listener.incoming().map_while(io::Result::ok) {
            let folder = folder.clone();
            // A browser that hangs up takes no answer.
            thread::spawn(move || drop(serve(visitor, &folder)));
        }
    });
    Ok(address)
}

fn serve(mut visitor: TcpStream, folder: &Path) -> io::Result<()> {
    let mut lines = BufReader::new(visitor.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut takes_brotli = false;
    for line in lines {
        let line = line?.to_ascii_lowercase();
        takes_brotli |= line.starts_with("accept-encoding:") && line.contains("br");
        if line.is_empty() {
            break;
        }
    }
    let name = first.split([' ', '?']).nth(1).unwrap_or_default();
    let name = name.trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let inside = Path::new(name)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(name);
    if !inside || !file.is_file() {
        return visitor.write_all(
            b"HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        );
    }
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let packs = takes_brotli && packed.is_file();
    let body = fs::read(if packs { &packed } else { &file })?;
    let encoding = if packs {
        "Content-Encoding: br\r\nVary: Accept-Encoding\r\n"
    } else {
        ""
    };
    let cache = if hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let head = format!(
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
         Cache-Control: {cache}\r\nContent-Security-Policy: {POLICY}\r\n{encoding}\r\n",
        media_type(name),
        body.len()
    );
    visitor.write_all(head.as_bytes())?;
    visitor.write_all(&body)
}

/// Whether a file has its hash in its name.
fn hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(hashed("embed/explainer-0123abcd.wasm"));
        assert!(!hashed("embed/naltrexone-explainer.js"));
        assert!(!hashed("icon-192.png"));
    }
}
