//! What only Chromium offers: another screen, other wishes of the reader, its logs and its pictures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::session::Session;

/// The colours that the reader's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
    /// A palette of the system's own, on a dark ground.
    Forced,
}

impl Scheme {
    /// Its name in the names of pictures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced => "forced",
        }
    }
}

/// A line of the console, or what the browser itself has to say of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Whether it is an error, rather than a warning or a note.
    pub error: bool,
    pub text: String,
}

impl Session {
    /// Calls a method of Chromium's own protocol.
    #[track_caller]
    pub fn chrome(&self, method: &str, parameters: &Value) -> Value {
        self.tell(
            "goog/cdp/execute",
            &json!({ "cmd": method, "params": parameters }),
        )
    }

    /// Gives the window a size in CSS pixels, `scale` device pixels to each.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32, scale: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        self.chrome("Emulation.setDeviceMetricsOverride", &screen);
    }

    /// Asks for colours, and for stillness, as the reader's system does.
    #[track_caller]
    pub fn prefer(&self, scheme: Scheme, still: bool) {
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let colours = if scheme == Scheme::Light {
            "light"
        } else {
            "dark"
        };
        let forced = if scheme == Scheme::Forced {
            "active"
        } else {
            "none"
        };
        let motion = if still { "reduce" } else { "no-preference" };
        let features = [
            feature("prefers-color-scheme", colours),
            feature("forced-colors", forced),
            feature("prefers-reduced-motion", motion),
        ];
        self.chrome(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "", "features": features }),
        );
    }

    /// Shows the page as it is printed.
    #[track_caller]
    pub fn print(&self) {
        self.chrome(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "print", "features": [] }),
        );
    }

    /// Runs no script of the pages that are opened from now on.
    #[track_caller]
    pub fn forbid_scripts(&self) {
        self.chrome(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": true }),
        );
    }

    /// Runs a script in every page from now on, before its own.
    #[track_caller]
    pub fn before_each_page(&self, script: &str) {
        self.chrome(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        );
    }

    /// What the console says since it was last asked.
    #[track_caller]
    pub fn console(&self) -> Vec<Said> {
        let lines = self.tell("se/log", &json!({ "type": "browser" }));
        let said = |line: &Value| Said {
            error: line["level"] == "SEVERE",
            text: line["message"].as_str().unwrap_or_default().to_owned(),
        };
        lines.as_array().into_iter().flatten().map(said).collect()
    }

    /// The addresses that the page has asked for since this was last called, whoever they belong to.
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let lines = self.tell("se/log", &json!({ "type": "performance" }));
        let request = |line: &Value| -> Option<String> {
            let line: Value = serde_json::from_str(line["message"].as_str()?).ok()?;
            let message = &line["message"];
            let asked = ["Network.requestWillBeSent", "Network.webSocketCreated"];
            asked.contains(&message["method"].as_str()?).then_some(())?;
            let parameters = &message["params"];
            let address = parameters["request"]["url"]
                .as_str()
                .or(parameters["url"].as_str())?;
            Some(address.to_owned())
        };
        lines
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(request)
            .collect()
    }

    /// What assistive technology is told: role and name of everything that is not ignored.
    #[track_caller]
    pub fn spoken(&self) -> Vec<(String, String)> {
        let tree = self.chrome("Accessibility.getFullAXTree", &json!({}));
        let said = |node: &Value| {
            let text = |key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
            (node["ignored"] != true).then(|| (text("role"), text("name")))
        };
        tree["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(said)
            .collect()
    }

    /// A picture of the window, as PNG.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        let taken = self.chrome("Page.captureScreenshot", &json!({ "format": "png" }));
        STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()
    }
}
