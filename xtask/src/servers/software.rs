//! The three servers: which lines of the guide are theirs, what stands round them, and how each is started.

use super::BELOW;
use crate::tools::servers::Found;
use crate::{run, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// How often a server is asked, every twentieth of a second, whether it listens.
const PATIENCE: u32 = 200;

/// What stands in the guide for the folder that is published.
const ROOT_IN_GUIDE: &str = "/srv/naltrexone";

/// A kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Software {
    Apache,
    Nginx,
    Caddy,
}

/// A server that runs, until it is dropped.
pub(super) struct Running {
    child: Child,
    log: PathBuf,
    pub(super) address: SocketAddr,
    pub(super) version: String,
}

impl Running {
    /// The end of its log.
    pub(super) fn said(&self) -> String {
        last_lines(&self.log)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Software {
    pub(super) const ALL: [Self; 3] = [Self::Apache, Self::Nginx, Self::Caddy];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Apache => "Apache",
            Self::Nginx => "nginx",
            Self::Caddy => "Caddy",
        }
    }

    /// Its lines, as they stand in the guide below the heading with its name.
    pub(super) fn lines(self, guide: &str) -> Result<String> {
        let heading = format!("## {}", self.name());
        let below = guide.lines().skip_while(|line| !line.starts_with(&heading));
        let lines: Vec<_> = below
            .skip_while(|line| !line.starts_with("```"))
            .skip(1)
            .take_while(|line| !line.starts_with("```"))
            .collect();
        if lines.is_empty() {
            bail!("docs/servers.md has no lines below `{heading}`");
        }
        Ok(lines.join("\n"))
    }

    /// Starts it over `folder/public` with the guide's lines, on a port of its own.
    pub(super) fn start(self, found: &Found, lines: &str, folder: &Path) -> Result<Running> {
        let own = folder.join(self.name());
        fs::create_dir_all(&own)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let public = folder.join("public");
        let (mut command, version) = match self {
            Self::Apache => apache(found, lines, &own, &public, address)?,
            Self::Nginx => nginx(found, lines, &own, &public, address)?,
            Self::Caddy => caddy(found, lines, &own, &public, address)?,
        };
        let log = own.join("log");
        let out = fs::File::create(&log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()
            .with_context(|| format!("{} does not start", self.name()))?;
        let mut server = Running {
            child,
            log,
            address,
            version,
        };
        for _ in 0..PATIENCE {
            if TcpStream::connect(address).is_ok() {
                return Ok(server);
            }
            if server.child.try_wait()?.is_some() {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        bail!("{} refuses the lines: {}", self.name(), server.said())
    }
}

/// Apache with the modules and the compression that Debian's own set-up has, and those the lines need.
fn apache(
    found: &Found,
    lines: &str,
    own: &Path,
    public: &Path,
    address: SocketAddr,
) -> Result<(Command, String)> {
    fs::write(public.join(BELOW).join(".htaccess"), lines)?;
    let modules = [
        "mpm_event",
        "authz_core",
        "mime",
        "dir",
        "filter",
        "deflate",
        "negotiation",
        "setenvif",
        "headers",
        "rewrite",
    ];
    let modules: String = modules
        .map(|name| {
            let file = found.apache_modules.join(format!("mod_{name}.so"));
            format!("LoadModule {name}_module {}\n", file.display())
        })
        .concat();
    let (own, public) = (own.display(), public.display());
    let configuration = own_file(
        &format!("{own}/httpd.conf"),
        &format!(
            "ServerRoot {own}\nServerName 127.0.0.1\nListen {address}\nPidFile {own}/pid\nErrorLog {own}/log\n\
             DefaultRuntimeDir {own}\n{modules}User www-data\nGroup www-data\nTypesConfig /etc/mime.types\n\
             AddType application/x-gzip .gz .tgz\n\
             AddOutputFilterByType DEFLATE text/html text/plain text/css text/javascript application/javascript application/wasm\n\
             DirectoryIndex index.html\nDocumentRoot {public}\n\
             <Directory {public}>\nOptions Indexes FollowSymLinks\nAllowOverride All\nRequire all granted\n</Directory>\n"
        ),
    )?;
    let mut command = run::program(&found.apache);
    command.arg("-X").arg("-f").arg(configuration);
    let version = run::printed(run::program(&found.apache).arg("-v"));
    Ok((command, short(&version.unwrap_or_default())))
}

/// nginx with the lines in its one server block.
fn nginx(
    found: &Found,
    lines: &str,
    own: &Path,
    public: &Path,
    address: SocketAddr,
) -> Result<(Command, String)> {
    let brotli = found
        .nginx_brotli
        .as_ref()
        .map_or_else(String::new, |file| {
            format!("load_module {};\n", file.display())
        });
    let lines: Vec<_> = lines
        .lines()
        .filter(|line| found.nginx_brotli.is_some() || !line.contains("brotli_static"))
        .collect();
    if found.nginx_brotli.is_none() {
        say::line("nginx has no Brotli module here; its line is left out");
    }
    let (own, public, lines) = (own.display(), public.display(), lines.join("\n"));
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {own}/{name};\n"))
        .concat();
    let configuration = own_file(
        &format!("{own}/nginx.conf"),
        &format!(
            "{brotli}daemon off;\nmaster_process off;\npid {own}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n\
             access_log off;\n{temporary}server {{\nlisten {address};\nroot {public};\n{lines}\n}}\n}}\n"
        ),
    )?;
    let mut command = run::program(&found.nginx);
    command.arg("-c").arg(configuration).args(["-e", "stderr"]);
    let version = run::program(&found.nginx).arg("-v").output()?;
    Ok((command, short(&String::from_utf8_lossy(&version.stderr))))
}

/// Caddy with the lines in its one site, without certificates.
fn caddy(
    found: &Found,
    lines: &str,
    own: &Path,
    public: &Path,
    address: SocketAddr,
) -> Result<(Command, String)> {
    if !lines.contains(ROOT_IN_GUIDE) {
        bail!("the lines for Caddy name no folder `{ROOT_IN_GUIDE}`");
    }
    let published = public.join(BELOW).display().to_string();
    let lines = lines.replace(ROOT_IN_GUIDE, &published);
    let configuration = own_file(
        &own.join("Caddyfile").display().to_string(),
        &format!("{{\nadmin off\nauto_https off\n}}\nhttp://{address} {{\n{lines}\n}}\n"),
    )?;
    let mut command = run::program(&found.caddy);
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(configuration);
    for key in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(key, own);
    }
    let version = run::printed(run::program(&found.caddy).arg("version"));
    Ok((command, short(&version.unwrap_or_default())))
}

fn own_file(name: &str, text: &str) -> Result<PathBuf> {
    fs::write(name, text).with_context(|| format!("{name} cannot be written"))?;
    Ok(PathBuf::from(name))
}

/// The first word of what a server says of its version that begins or goes on with a number.
fn short(said: &str) -> String {
    let words = said.split(|c: char| c.is_whitespace() || c == '/');
    let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    words.into_iter().find(number).unwrap_or("?").to_owned()
}

fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<_> = text.lines().collect();
    lines
        .get(lines.len().saturating_sub(8)..)
        .unwrap_or_default()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_takes_its_own_lines_out_of_the_guide() -> Result<()> {
        let guide = "# A\n\n## Apache (`.htaccess`)\n\nSay.\n\n```\na\n```\n\n## nginx\n\n```\nb {\n}\n```\n";
        assert_eq!(Software::Apache.lines(guide)?, "a");
        assert_eq!(Software::Nginx.lines(guide)?, "b {\n}");
        assert!(Software::Caddy.lines(guide).is_err());
        Ok(())
    }

    #[test]
    fn a_version_is_told_from_what_stands_round_it() {
        assert_eq!(short("Server version: Apache/2.4.67 (Debian)"), "2.4.67");
        assert_eq!(short("nginx version: nginx/1.22.1"), "1.22.1");
        assert_eq!(short("2.6.2"), "2.6.2");
        assert_eq!(short(""), "?");
    }
}
