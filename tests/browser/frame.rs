//! Does the explainer work in a frame, fixed or followed, and heed nobody else?

use crate::site::{Page, Visit};

/// A page with the frame that these attributes describe; the host's script follows it, or not.
#[track_caller]
fn framed(attributes: &str, followed: bool) -> Page {
    let page = Visit {
        page: "/pages/empty.html",
        ..Visit::default()
    }
    .open();
    page.until("customElements.get('naltrexone-explainer')");
    if followed {
        page.run_async("await import('/embed/frame-host.js');");
    }
    page.run(&format!(
        "window.heard = [];
         for (const name of ['ready', 'part-shown'])
           document.addEventListener(`naltrexone-explainer:${{name}}`, ({{ target, detail }}) => heard.push(`${{target.localName}} ${{name}} ${{detail.value}}`));
         const frame = document.createElement('iframe');
         for (const [name, value] of Object.entries({attributes})) frame.setAttribute(name, value);
         frame.style.height = '400px';
         document.body.append(frame); window.frame = frame;"
    ));
    page
}

const INSIDE: &str = "frame.contentDocument?.querySelector('naltrexone-explainer')";

#[test]
fn a_plain_frame_shows_what_its_address_asks_for() {
    let page = framed("{ src: '/embed/frame.html?part=forms&theme=dark' }", false);
    page.until(&format!("{INSIDE}?.dataset.state === 'ready'"));
    assert_eq!(page.text(&format!("{INSIDE}.part")), "forms");
    assert_eq!(page.text("frame.style.height"), "400px");
    assert!(
        page.holds("document.activeElement === document.body"),
        "focus was taken"
    );
    assert!(page.errors().is_empty(), "{:?}", page.errors());
}

#[test]
fn a_followed_frame_is_as_high_as_its_content_and_tells_its_page() {
    let page = framed("{ src: '/embed/frame.html?parts=forms+lesson' }", true);
    page.until("heard.some((line) => line === 'iframe ready ')");
    let fits = format!(
        "Math.abs(frame.clientHeight - {INSIDE}.getBoundingClientRect().height) <= 2 && frame.clientHeight > 500"
    );
    page.until(&fits);
    page.run(&format!("{INSIDE}.setAttribute('part', 'lesson');").replace("?.", "."));
    page.until("heard.includes('iframe part-shown lesson')");
    page.until(&fits);
    page.run_async("for (let at = 0; at < 20; at += 1) await new Promise(requestAnimationFrame);");
    assert!(page.holds(&fits), "the height does not come to rest");
}

#[test]
fn messages_of_strangers_and_of_other_versions_change_nothing() {
    let page = framed("{ src: '/embed/frame.html' }", true);
    page.until("heard.some((line) => line === 'iframe ready ')");
    page.until("frame.clientHeight > 500");
    let before = page.number("frame.clientHeight");
    page.run_async(
        "const ours = 'naltrexone-explainer';
         window.postMessage({ app: ours, version: 1, kind: 'height', value: 5000 }, '*');
         const other = document.createElement('iframe');
         document.body.append(other);
         other.contentWindow.eval(`parent.postMessage({ app: '${ours}', version: 1, kind: 'height', value: 6000 }, '*')`);
         frame.contentWindow.eval(`parent.postMessage({ app: '${ours}', version: 2, kind: 'height', value: 7000 }, '*')`);
         for (let at = 0; at < 10; at += 1) await new Promise(requestAnimationFrame);",
    );
    assert!((page.number("frame.clientHeight") - before).abs() < 1.0);
}

#[test]
fn a_sandboxed_frame_without_an_origin_works_and_is_followed() {
    let page = framed(
        "{ src: '/embed/frame.html?part=forms', sandbox: 'allow-scripts' }",
        true,
    );
    page.until("heard.some((line) => line === 'iframe ready ')");
    page.until("frame.clientHeight > 500");
    let errors: Vec<_> = page
        .errors()
        .into_iter()
        .filter(|line| !line.contains("CORS") && !line.contains("net::ERR_FAILED"))
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_followed_frame_fits_where_borders_count_as_height() {
    let page = framed("{ src: '/embed/frame.html' }", true);
    page.until("heard.some((line) => line === 'iframe ready ')");
    page.run("const sheet = new CSSStyleSheet(); sheet.replaceSync('* { box-sizing: border-box }'); document.adoptedStyleSheets = [sheet]; frame.contentDocument.querySelector('naltrexone-explainer').setAttribute('part', 'lesson');");
    page.until("heard.includes('iframe part-shown lesson')");
    page.until(&format!(
        "frame.clientHeight > 500 && Math.abs(frame.clientHeight - {INSIDE}.getBoundingClientRect().height) <= 1.5"
    ));
}
