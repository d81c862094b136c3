//! Shorter names for what the program asks of its glue: in both they are dead weight.

use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// The module and its glue with a short name for every function that the glue lends.
///
/// Names of wasm-bindgen end in hashes, which nothing compresses.
///
/// # Errors
/// If the module cannot be read, or the glue lacks a function that it asks for.
pub(crate) fn shortened(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = super::parse(wasm)?;
    let mut short = BTreeMap::new();
    for import in module.imports.iter_mut() {
        let next = format!("f{}", short.len());
        let name: &mut String = short.entry(import.name.clone()).or_insert(next);
        import.name.clone_from(name);
    }
    let mut lent = 0;
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines() {
        let key = line
            .split_once(": function")
            .and_then(|(key, rest)| Some((short.get(key)?, rest)));
        if let Some((name, rest)) = key {
            lent += 1;
            out.extend([name, ": function", rest, "\n"]);
        } else {
            out.extend([line, "\n"]);
        }
    }
    if lent != short.len() {
        bail!(
            "the glue lends {lent} of {} functions by the names the program knows; bring xtask/src/split/names.rs up to date",
            short.len()
        );
    }
    Ok((module.emit_wasm(), out))
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{Module, ValType};

    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[ValType::I32]);
        module.add_import_func("glue", "__wbg_now_0123456789abcdef", kind);
        module.emit_wasm()
    }

    #[test]
    fn both_sides_get_the_same_short_name() -> Result<()> {
        let glue = "const lent = {\n__wbg_now_0123456789abcdef: function() {\n";
        let (wasm, glue) = shortened(&program(), glue)?;
        let module = super::super::parse(&wasm)?;
        let names: Vec<_> = module.imports.iter().map(|import| &import.name).collect();
        assert_eq!(names, ["f0"]);
        assert_eq!(glue, "const lent = {\nf0: function() {\n");
        Ok(())
    }

    #[test]
    fn a_function_that_the_glue_does_not_lend_is_refused() {
        assert!(shortened(&program(), "const lent = {};").is_err());
    }
}
