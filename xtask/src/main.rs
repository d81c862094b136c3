//! Every chore of the project, in Rust: `cargo xtask help` lists them.

mod bench;
mod budget;
mod dist;
mod leaks;
mod npm_package;
mod place;
mod run;
mod say;
mod screenshots;
mod serve;
mod servers;
mod speed;
mod test;
mod tools;
mod version;

#[cfg(feature = "content")]
mod content;
#[cfg(feature = "content")]
mod learn;
#[cfg(feature = "content")]
mod lighthouse;
#[cfg(feature = "content")]
mod lookup;
#[cfg(feature = "content")]
mod reference;
#[cfg(feature = "content")]
mod review;
#[cfg(feature = "content")]
mod split;
#[cfg(feature = "content")]
mod stage;

use crate::tools::engines;
use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve        set everything up, build, and show the page at http://127.0.0.1:8080
                 --port N      another port (the next free one if it is taken)
                 --release     the small build, as published
                 --no-open     do not open the browser (nor is it opened where CI is set)
  test         set everything up and run every check; what CI runs
                 --only LIST   some of: format,lint,native,budget,browser
                 --engines LIST  some of: chromium,firefox,webkit; or all (chromium)
  check        the quick part of test: format, lint, native
  dist         write dist/site (the standalone page), dist/embed (the files to embed) and
                 dist/npm (the same as a package)
                 --fault       instead dist/fault, which the tests can break
                 --address A   where the page will stand, for pictures beside links to it
  budget       list the bytes of dist/embed against their limits
  lighthouse   what Lighthouse says of dist/site on a phone, against its limits
  servers      the lines of docs/servers.md under Apache, nginx and Caddy, against what it promises;
                 installs them; not part of test
  screenshots  [DIR] picture each part at five widths, light, dark and forced colours
  reference    DIR  check the model against a folder of reference tables, row by row
  speed        time the model natively and in WebAssembly under Node
  lookup       [FILE]  look up each line of a file, or of what is piped in
                 --lang CODE   in another language than English
  learn        weigh the pieces of the judged queries in tests/search, for what no phrase tells
  bench        time the frames of every scene in a browser, at two widths, two pixel ratios, slowed or not
                 --seconds N   how long each is watched (20)
                 --scene NAME  only this one, such as too-soon
  leaks        mount and take off 200, and run a scene: does memory stay level, within 2 %
                 --minutes N   how long the scene is watched (10)
  review       every statement with its sources, for a clinician to judge
                 --out FILE    where to write the sheet (review.csv)
                 --read FILE   take the decisions of a filled-in sheet
  stage        turn what Trunk built into the site; Trunk calls this itself
";

fn main() -> ExitCode {
    match chore() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let hint = if error.is::<lexopt::Error>() {
                "; see `cargo xtask help`"
            } else {
                ""
            };
            say::failure(&format!("{error:#}{hint}"));
            ExitCode::FAILURE
        }
    }
}

fn chore() -> Result<()> {
    let mut words = lexopt::Parser::from_env();
    let command = match words.next()? {
        None | Some(Short('h') | Long("help")) => "help".to_owned(),
        Some(Value(word)) => word.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "help" => {
            say::plain(HELP);
            Ok(())
        }
        "serve" => serve::serve(&serve_options(words)?),
        "announce" => {
            serve::announce(&serve_options(words)?);
            Ok(())
        }
        "test" => test_with(words),
        "check" => no_more(words).and_then(|()| test::run(&test::Stage::QUICK, engines::USUAL)),
        "dist" => dist_with(words),
        "budget" => no_more(words).and_then(|()| budget::check()),
        "lighthouse" => no_more(words).and_then(|()| judge_site()),
        "servers" => no_more(words).and_then(|()| servers::check()),
        "screenshots" => screenshots::take(folder(words)?.as_deref()),
        "reference" => reference_with(words),
        "speed" => no_more(words).and_then(|()| speed::compare()),
        "lookup" => lookup_with(words),
        "learn" => no_more(words).and_then(|()| learn_leanings()),
        "bench" => bench::measure(&bench_options(words)?),
        "leaks" => leaks::look(minutes(words)?),
        "review" => review_with(words),
        "stage" => no_more(words).and_then(|()| stage_site()),
        other => bail!("there is no command `{other}`; `cargo xtask help` lists those there are"),
    }
}

fn serve_options(mut words: lexopt::Parser) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(word) = words.next()? {
        match word {
            Long("port") => options.port = words.value()?.parse()?,
            Long("release") => options.release = true,
            Long("no-open") => options.open = false,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn bench_options(mut words: lexopt::Parser) -> Result<bench::Options> {
    let mut options = bench::Options::default();
    while let Some(word) = words.next()? {
        match word {
            Long("seconds") => options.seconds = words.value()?.parse()?,
            Long("scene") => options.scene = words.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn minutes(mut words: lexopt::Parser) -> Result<u32> {
    let mut minutes = leaks::MINUTES;
    while let Some(word) = words.next()? {
        match word {
            Long("minutes") => minutes = words.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(minutes)
}

fn dist_with(mut words: lexopt::Parser) -> Result<()> {
    let mut address = None;
    while let Some(word) = words.next()? {
        match word {
            Long("fault") => return no_more(words).and_then(|()| dist::bring_fault_up_to_date()),
            Long("address") => address = Some(words.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    dist::write(address.as_deref())
}

fn test_with(mut words: lexopt::Parser) -> Result<()> {
    let mut stages = test::Stage::ALL.to_vec();
    let mut engines = engines::USUAL.to_owned();
    while let Some(word) = words.next()? {
        match word {
            Long("only") => stages = test::Stage::from_list(&words.value()?.string()?)?,
            Long("engines") => engines = engines::from_list(&words.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    test::run(&stages, &engines)
}

fn folder(mut words: lexopt::Parser) -> Result<Option<std::path::PathBuf>> {
    let folder = match words.next()? {
        None => return Ok(None),
        Some(Value(word)) => word.into(),
        Some(other) => return Err(other.unexpected().into()),
    };
    no_more(words)?;
    Ok(Some(folder))
}

fn no_more(mut words: lexopt::Parser) -> Result<()> {
    match words.next()? {
        None => Ok(()),
        Some(word) => Err(word.unexpected().into()),
    }
}

#[cfg(feature = "content")]
fn stage_site() -> Result<()> {
    stage::site()
}

#[cfg(feature = "content")]
fn judge_site() -> Result<()> {
    lighthouse::judge()
}

/// Runs the same chore in the form of this program that knows the content.
#[cfg(not(feature = "content"))]
fn judge_site() -> Result<()> {
    run::with_content(&["lighthouse".into()])
}

#[cfg(feature = "content")]
fn review_with(words: lexopt::Parser) -> Result<()> {
    review::review(words)
}

/// Runs the same chore in the form of this program that knows the content.
#[cfg(not(feature = "content"))]
fn stage_site() -> Result<()> {
    run::with_content(&["stage".into()])
}

#[cfg(feature = "content")]
fn reference_with(words: lexopt::Parser) -> Result<()> {
    let Some(folder) = folder(words)? else {
        bail!("name the folder of the tables: `cargo xtask reference tests/reference`");
    };
    let report = reference::run(&folder).map_err(anyhow::Error::from_boxed)?;
    say::plain(&report.to_string());
    if report.held() {
        Ok(())
    } else {
        bail!("the model and the tables differ; the lines above say where")
    }
}

/// Runs the same chore in the form of this program that knows the content.
#[cfg(not(feature = "content"))]
fn reference_with(mut words: lexopt::Parser) -> Result<()> {
    let mut chore = vec!["reference".into()];
    chore.extend(words.raw_args()?);
    run::with_content(&chore)
}

#[cfg(feature = "content")]
fn lookup_with(words: lexopt::Parser) -> Result<()> {
    lookup::lookup(words)
}

/// Runs the same chore in the form of this program that knows the content.
#[cfg(not(feature = "content"))]
fn lookup_with(mut words: lexopt::Parser) -> Result<()> {
    let mut chore = vec!["lookup".into()];
    chore.extend(words.raw_args()?);
    run::with_content(&chore)
}

#[cfg(feature = "content")]
fn learn_leanings() -> Result<()> {
    learn::learn()
}

/// Runs the same chore in the form of this program that knows the content.
#[cfg(not(feature = "content"))]
fn learn_leanings() -> Result<()> {
    run::with_content(&["learn".into()])
}

/// Runs the same chore in the form of this program that knows the content.
#[cfg(not(feature = "content"))]
fn review_with(mut words: lexopt::Parser) -> Result<()> {
    let mut chore = vec!["review".into()];
    chore.extend(words.raw_args()?);
    run::with_content(&chore)
}
