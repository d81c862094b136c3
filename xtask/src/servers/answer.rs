//! One request by hand, and all that a server says to it.

use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// What a server answered.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// Asks for a name; `encodings` is what the asker can unpack, if anything.
    pub(super) fn to(server: SocketAddr, name: &str, encodings: Option<&str>) -> Result<Self> {
        let accept =
            encodings.map_or_else(String::new, |list| format!("Accept-Encoding: {list}\r\n"));
        let mut line = TcpStream::connect(server)?;
        line.write_all(
            format!("GET {name} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n{accept}\r\n")
                .as_bytes(),
        )?;
        let mut said = Vec::new();
        line.read_to_end(&mut said)?;
        Self::read(&said).with_context(|| format!("{name} is not answered by HTTP"))
    }

    fn read(said: &[u8]) -> Result<Self> {
        const END: &[u8] = b"\r\n\r\n";
        let end = said.windows(END.len()).position(|window| window == END);
        let (head, body) = said.split_at(end.context("there is no end of the headers")?);
        let body = body.get(END.len()..).unwrap_or_default().to_vec();
        let head = String::from_utf8_lossy(head).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(':'));
        let headers: Vec<_> = headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let mut answer = Self {
            status: status.context("there is no status")?,
            headers,
            body,
        };
        if answer.header("transfer-encoding").as_deref() == Some("chunked") {
            answer.body = joined(&answer.body).context("its pieces do not fit")?;
        }
        Ok(answer)
    }

    /// The values of a header that was sent, by commas as it is read where it is sent twice.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        let values = self.headers.iter().filter(|(found, _)| found == name);
        let values: Vec<_> = values.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// What came in pieces, each after a line with its length, up to one that is empty.
fn joined(mut pieces: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let end = pieces.windows(2).position(|window| window == b"\r\n")?;
        let length = std::str::from_utf8(pieces.get(..end)?).ok()?;
        let length = usize::from_str_radix(length.split(';').next()?.trim(), 16).ok()?;
        if length == 0 {
            return Some(whole);
        }
        let begin = end + 2;
        whole.extend(pieces.get(begin..begin + length)?);
        pieces = pieces.get(begin + length + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_in_pieces_is_joined_and_what_breaks_off_is_not() {
        assert_eq!(
            joined(b"3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n").as_deref(),
            Some(&b"abcde"[..])
        );
        assert_eq!(joined(b"3\r\nab"), None);
    }

    #[test]
    fn a_header_that_is_sent_twice_is_read_as_both() -> Result<()> {
        let said = b"HTTP/1.1 200 OK\r\nVary: A\r\nX: y\r\nvary: B\r\n\r\nbody";
        let answer = Answer::read(said)?;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("vary").as_deref(), Some("A, B"));
        assert_eq!(answer.header("etag"), None);
        assert_eq!(answer.body, b"body");
        Ok(())
    }
}
