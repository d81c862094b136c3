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
            let out = Path::new(&env::var("OUT_DIR")?).join("catalog.rs");
            fs::write(out, files::emit::tables(&files))?;
            // For tests in the browser's own machine language, which reads no files.
            if let Ok(terms) = files::search::compile_terms(&files, files::FIRST_LANGUAGE) {
                let out = Path::new(&env::var("OUT_DIR")?).join("search.txt");
                fs::write(out, terms)?;
            }
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
