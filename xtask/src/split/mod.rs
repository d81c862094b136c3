//! One WebAssembly module cut in two: what the first screen needs, and what arrives after it.
//!
//! Both halves share one memory and one function table, so that they are one Rust program. The
//! first half calls into the later one through the table alone; until the later half has filled
//! its places there, such a call traps. The program asks for nothing of it before.

mod data;
mod halves;
mod names;
mod plan;

use anyhow::{Context, Result};
use walrus::{Module, ModuleConfig};

pub(crate) use names::shortened;
use plan::Plan;

/// What a module became.
pub(crate) struct Halves {
    /// What the first screen needs; exports what the later half imports.
    pub(crate) first: Vec<u8>,
    /// What arrives later; imports everything from the first under the module name `e`.
    pub(crate) late: Vec<u8>,
}

/// Where the cut goes, in Rust paths.
pub(crate) struct Border<'a> {
    /// What is only made or called once the later half is there.
    pub(crate) late: &'a [&'a str],
    /// The functions by which the first half calls the later one.
    pub(crate) entries: &'a [&'a str],
}

/// Cuts a module whose functions still have their names.
///
/// A function stays in the first half if that can call it: by name, other than through an entry,
/// or through the table, unless its name mentions something late. All others arrive later.
///
/// # Errors
/// If the first half calls an entry nowhere, which then must have been renamed or inlined.
pub(crate) fn split(wasm: &[u8], border: &Border) -> Result<Halves> {
    let plan = Plan::of(&parse(wasm)?, border)?;
    let (late, shared) = halves::late(parse(wasm)?, &plan)?;
    let first = halves::first(parse(wasm)?, &plan, &shared)?;
    Ok(Halves { first, late })
}

fn parse(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_producers_section(false)
        .parse(wasm)
        .context("the WebAssembly cannot be read")
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{ExportItem, FunctionBuilder, FunctionId, ImportKind, ValType};

    const SHOP: Border = Border {
        late: &["shop::"],
        entries: &["shop::late"],
    };

    const CLOSED: Border = Border {
        late: &["shop::"],
        entries: &["shop::late", "shop::closed"],
    };

    /// A module with an exported `start` that calls `shop::late`, which calls `add` and, alone,
    /// `rare`; `add` is called by `start` too.
    fn example() -> Vec<u8> {
        let mut module = Module::default();
        let table = module
            .tables
            .add_local(false, 1, Some(1), walrus::RefType::FUNCREF);
        module.exports.add("table", table);
        let function = |module: &mut Module, name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned());
            let mut body = builder.func_body();
            body.i32_const(1);
            for called in calls {
                body.call(*called).drop();
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let add = function(&mut module, "add", &[]);
        let rare = function(&mut module, "rare", &[]);
        let late = function(&mut module, "shop::late", &[add, rare]);
        let start = function(&mut module, "start", &[late, add]);
        module.exports.add("start", start);
        module.emit_wasm()
    }

    fn names(wasm: &[u8]) -> Result<Vec<String>> {
        let module = parse(wasm)?;
        let mut names: Vec<_> = module
            .funcs
            .iter_local()
            .filter_map(|(id, _)| module.funcs.get(id).name.clone())
            .collect();
        names.sort();
        Ok(names)
    }

    #[test]
    fn what_only_the_later_half_reaches_goes_with_it() -> Result<()> {
        let halves = split(&example(), &SHOP)?;
        assert_eq!(names(&halves.first)?, ["add", "start"]);
        assert_eq!(names(&halves.late)?, ["rare", "shop::late"]);
        Ok(())
    }

    #[test]
    fn the_later_half_imports_only_what_the_first_exports() -> Result<()> {
        let halves = split(&example(), &SHOP)?;
        let (first, late) = (parse(&halves.first)?, parse(&halves.late)?);
        assert!(late.imports.iter().count() > 0);
        for import in late.imports.iter() {
            let export = first
                .exports
                .iter()
                .find(|export| export.name == import.name);
            let item = export.map(|export| export.item);
            let fits = matches!(
                (&import.kind, item),
                (ImportKind::Function(_), Some(ExportItem::Function(_)))
                    | (ImportKind::Table(_), Some(ExportItem::Table(_)))
                    | (ImportKind::Memory(_), Some(ExportItem::Memory(_)))
                    | (ImportKind::Global(_), Some(ExportItem::Global(_)))
            );
            assert!(import.module == "e" && fits, "{import:?}");
        }
        Ok(())
    }

    #[test]
    fn an_entry_that_nothing_calls_is_refused() {
        assert!(split(&example(), &CLOSED).is_err());
    }
}
