//! Checks the content's files and compiles them; broken content stops the build with what to mend.

#[allow(
    dead_code,
    unused_imports,
    reason = "the chores and the tests use what the build does not"
)]
#[path = "src/content/files/mod.rs"]
mod files;

use std::error::Error;
use std::path::Path;
use std::{env, fs, process};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src/content/data");
    println!("cargo::rerun-if-changed=src/content/data");
    println!("cargo::rerun-if-changed=src/content/files");
    match files::read(&folder) {
        Ok(files) => {
            let out = env::var("OUT_DIR")?;
            let out = Path::new(&out);
            fs::write(out.join("catalog.rs"), files::emit::tables(&files))?;
            // Without its search terms, a language is browsed.
            let terms = files::search::compile_terms(&files, files::FIRST_LANGUAGE);
            fs::write(out.join("terms.txt"), terms.unwrap_or_default())?;
            Ok(())
        }
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            process::exit(1)
        }
    }
}
