//! Does the explainer run from the servers that `cargo xtask servers` has started?

use std::env;

use crate::site::{Page, Visit};

/// What the self-test may find wanting on a server of this machine: there is no `https`, and
/// nobody else is let in.
const WANTING: [&str; 2] = ["secure", "elsewhere"];

/// A page of a server, in a browser of its own.
fn open(address: &str) -> Page {
    let page = Visit {
        page: "/pages/empty.html",
        ..Visit::default()
    }
    .open();
    page.session.go(address);
    page
}

#[test]
#[ignore = "needs servers; `cargo xtask servers` starts them and runs it"]
fn servers_of_each_kind_let_the_explainer_run_and_pass_the_self_test() {
    let list = env::var("SERVERS").expect("run `cargo xtask servers`");
    for (name, address) in list.split(' ').filter_map(|one| one.split_once('=')) {
        let page = open(&format!("{address}site/"));
        page.until("whole()");
        page.keep();
        assert_eq!(page.errors(), Vec::<String>::new(), "{name}: the page");
        let page = open(&format!("{address}page.html"));
        page.until("whole()");
        assert_eq!(page.errors(), Vec::<String>::new(), "{name}: the element");
        let page = open(&format!("{address}site/check.html"));
        page.until("'tested' in document.documentElement.dataset");
        let wanting = page.list(
            "[...document.querySelectorAll('[data-test]:not([data-state=good])')].map((test) => test.dataset.test)",
        );
        assert_eq!(wanting, WANTING, "{name}: the self-test");
        println!("{name}: the page, the element and the self-test are well");
    }
}
