//! The program: cut in two, and made small in the published form.

use crate::run;
use crate::split::{self, Border, Halves};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;
use std::{env, fs, process};

/// Where the program is cut: the parts that open later, and the equations behind them.
const BORDER: Border = Border {
    late: &[
        // Numbers with decimals are read and written by later parts alone.
        "core::fmt::float",
        "core::num::bignum",
        "core::num::dec2flt",
        "core::num::flt2dec",
        "<f32 as core::fmt",
        "<f64 as core::fmt",
        "naltrexone_explainer::content::describe",
        "naltrexone_explainer::content::search",
        "naltrexone_explainer::model::lesson::conditions",
        "naltrexone_explainer::model::lesson::link",
        "naltrexone_explainer::view::blocks",
        "naltrexone_explainer::view::chart",
        "naltrexone_explainer::view::forms",
        "naltrexone_explainer::view::lookup",
        "naltrexone_explainer::view::paper",
        "naltrexone_explainer::view::quiz",
        "naltrexone_explainer::view::safe::card",
        "naltrexone_explainer::view::safe::days",
        "naltrexone_explainer::view::safe::safe",
        "naltrexone_explainer::view::stage",
        "naltrexone_explainer::model::lesson::tour",
        "naltrexone_explainer::view::timeline",
        "naltrexone_explainer::view::tour",
        "qrcodegen",
        // The hash of the search alone.
        "rustc_hash",
        "naltrexone_explainer::model::pharmacology",
        "naltrexone_explainer::model::world",
    ],
    entries: &[
        "naltrexone_explainer::view::blocks::blocks",
        "naltrexone_explainer::view::forms::forms",
        "naltrexone_explainer::view::lookup::lookup",
        "naltrexone_explainer::view::safe::safe",
        "naltrexone_explainer::view::timeline::timeline",
        "naltrexone_explainer::view::tour::lesson",
        "<naltrexone_explainer::model::lesson::Lesson>::apply_within",
        "<naltrexone_explainer::model::pharmacology::Pharmacology>::new",
    ],
};

/// What wasm-opt may use and how hard it tries; see docs/decisions for what each half weighs.
const SMALL: [&str; 10] = [
    "-Oz",
    "--converge",
    "--one-caller-inline-max-function-size=0",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The two halves of the WebAssembly that Trunk left.
pub(super) fn halves(wasm: &[u8]) -> Result<Halves> {
    let halves = split::split(wasm, &BORDER)?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        return Ok(Halves {
            first: small(&halves.first)?,
            late: small(&halves.late)?,
        });
    }
    Ok(halves)
}

/// The same program in fewer bytes.
fn small(wasm: &[u8]) -> Result<Vec<u8>> {
    let name = format!("naltrexone-explainer-{}.wasm", process::id());
    let file = env::temp_dir().join(name);
    let problem = || format!("{} cannot be written", file.display());
    fs::write(&file, wasm).with_context(problem)?;
    let done = optimized(&file);
    // What is left of it does no harm.
    let _ = fs::remove_file(&file);
    done
}

fn optimized(file: &Path) -> Result<Vec<u8>> {
    let mut command = Command::new("wasm-opt");
    command.args(SMALL).arg(file).arg("-o").arg(file);
    run::run(
        &mut command,
        "run it by `cargo xtask dist`, which brings wasm-opt",
    )?;
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}
