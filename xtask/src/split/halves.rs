//! The two halves, made from the same module and the same plan.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use walrus::ir::{Instr, InstrSeq, Value, VisitorMut, dfs_pre_order_mut};
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalKind, ImportId,
    ImportKind, ImportedFunction, Module, TableId, TypeId,
};

use super::plan::{Plan, function_table, segments};

/// The name under which the later half imports from the first.
const FIRST: &str = "e";

/// What the later half needs of the first: each item's kind and index, and the name it goes by.
pub(super) type Shared = BTreeMap<(Kind, usize), String>;

/// What can be shared between the halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Function,
    Table,
    Memory,
    Global,
}

/// The first half: calls to the later one go through the table, whose late places are empty.
pub(super) fn first(mut module: Module, plan: &Plan, shared: &Shared) -> Result<Vec<u8>> {
    let table = function_table(&module)?;
    let types: BTreeMap<usize, TypeId> = plan
        .slots
        .keys()
        .filter_map(|at| {
            let function = module.funcs.iter().find(|one| one.id().index() == *at)?;
            Some((*at, function.ty()))
        })
        .collect();
    for (id, function) in module.funcs.iter_local_mut() {
        if !plan.late.contains(&id.index()) {
            let entry = function.entry_block();
            let mut calls = CallsThroughTable {
                table,
                types: &types,
                plan,
            };
            dfs_pre_order_mut(&mut calls, function, entry);
        }
    }
    let kept = runs(&module, |function| !plan.late.contains(&function.index()))?;
    refill(&mut module, table, kept)?;
    lengthen(&mut module, table, plan);
    for ((kind, at), name) in shared {
        share(&mut module, *kind, *at, name)?;
    }
    walrus::passes::gc::run(&mut module);
    if let Some(left) = module
        .funcs
        .iter_local()
        .find(|(id, _)| plan.late.contains(&id.index()))
    {
        bail!(
            "`{:?}` is still held by the first half",
            module.funcs.get(left.0).name
        );
    }
    Ok(module.emit_wasm())
}

/// The later half, and what it imports from the first.
pub(super) fn late(mut module: Module, plan: &Plan) -> Result<(Vec<u8>, Shared)> {
    let table = function_table(&module)?;
    let mut filled = runs(&module, |function| plan.late.contains(&function.index()))?;
    for (at, slot) in &plan.slots {
        let function = module.funcs.iter().find(|one| one.id().index() == *at);
        let function = function.context("a function has gone")?.id();
        filled.push((*slot, vec![function]));
    }
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for export in exports {
        module.exports.delete(export);
    }
    module.start = None;
    import_everything_else(&mut module, plan);
    refill(&mut module, table, filled)?;
    lengthen(&mut module, table, plan);
    walrus::passes::gc::run(&mut module);
    let mut shared = Shared::new();
    for (count, import) in module.imports.iter_mut().enumerate() {
        let item = match import.kind {
            ImportKind::Function(id) => (Kind::Function, id.index()),
            ImportKind::Table(id) => (Kind::Table, id.index()),
            ImportKind::Memory(id) => (Kind::Memory, id.index()),
            ImportKind::Global(id) => (Kind::Global, id.index()),
            ImportKind::Tag(_) => bail!("the WebAssembly throws exceptions"),
        };
        FIRST.clone_into(&mut import.module);
        import.name = short(count);
        shared.insert(item, import.name.clone());
    }
    Ok((module.emit_wasm(), shared))
}

/// Makes room in the function table for what the first half calls in the later one.
fn lengthen(module: &mut Module, table: TableId, plan: &Plan) {
    let table = module.tables.get_mut(table);
    table.initial = plan.table_length;
    table.maximum = table.maximum.map(|most| most.max(plan.table_length));
}

/// Makes imports of all that the later half does not own.
fn import_everything_else(module: &mut Module, plan: &Plan) {
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for segment in segments {
        module.data.delete(segment);
    }
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = new_import(module, ImportKind::Memory(id));
        let memory = module.memories.get_mut(id);
        memory.data_segments.clear();
        memory.import.get_or_insert(import);
    }
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = new_import(module, ImportKind::Table(id));
        module.tables.get_mut(id).import.get_or_insert(import);
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = new_import(module, ImportKind::Global(id));
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let early: Vec<(FunctionId, TypeId)> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| !plan.late.contains(&id.index()))
        .map(|(id, function)| (id, function.ty()))
        .collect();
    for (id, ty) in early {
        let import = new_import(module, ImportKind::Function(id));
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}

fn new_import(module: &mut Module, kind: ImportKind) -> ImportId {
    module.imports.add(FIRST, "", kind)
}

/// Exports an item of the first half under a name.
fn share(module: &mut Module, kind: Kind, at: usize, name: &str) -> Result<()> {
    let gone = || format!("{kind:?} {at} has gone");
    match kind {
        Kind::Function => {
            let id = module.funcs.iter().map(walrus::Function::id);
            let id = id
                .into_iter()
                .find(|id| id.index() == at)
                .with_context(gone)?;
            module.exports.add(name, id);
        }
        Kind::Table => {
            let id = module.tables.iter().map(walrus::Table::id);
            let id = id
                .into_iter()
                .find(|id| id.index() == at)
                .with_context(gone)?;
            module.exports.add(name, id);
        }
        Kind::Memory => {
            let id = module.memories.iter().map(walrus::Memory::id);
            let id = id
                .into_iter()
                .find(|id| id.index() == at)
                .with_context(gone)?;
            module.exports.add(name, id);
        }
        Kind::Global => {
            let id = module.globals.iter().map(walrus::Global::id);
            let id = id
                .into_iter()
                .find(|id| id.index() == at)
                .with_context(gone)?;
            module.exports.add(name, id);
        }
    }
    Ok(())
}

/// The places of the function table that hold certain functions, in unbroken runs.
fn runs(module: &Module, keep: impl Fn(FunctionId) -> bool) -> Result<Vec<(u64, Vec<FunctionId>)>> {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (start, functions) in segments(module)? {
        for (function, at) in functions.into_iter().zip(start..) {
            if !keep(function) {
                continue;
            }
            match runs.last_mut() {
                Some((from, run)) if *from + run.len() as u64 == at => run.push(function),
                _ => runs.push((at, vec![function])),
            }
        }
    }
    Ok(runs)
}

/// Fills the function table with these runs and nothing else.
fn refill(module: &mut Module, table: TableId, runs: Vec<(u64, Vec<FunctionId>)>) -> Result<()> {
    let old: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for segment in old {
        module.elements.delete(segment);
    }
    let mut segments = Vec::new();
    for (at, functions) in runs {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(at)?));
        segments.push(module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(functions),
        ));
    }
    let table = module.tables.get_mut(table);
    table.elem_segments.clear();
    table.elem_segments.extend(segments);
    Ok(())
}

/// Makes every call to the later half one through the table.
struct CallsThroughTable<'a> {
    table: TableId,
    types: &'a BTreeMap<usize, TypeId>,
    plan: &'a Plan,
}

impl VisitorMut for CallsThroughTable<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let table = self.table;
        let before = std::mem::take(&mut sequence.instrs);
        for (instruction, place) in before {
            let called = match &instruction {
                Instr::Call(call) => Some(call.func.index()),
                _ => None,
            };
            let way =
                called.and_then(|at| Some((*self.plan.slots.get(&at)?, *self.types.get(&at)?)));
            let Some((slot, ty)) = way else {
                sequence.instrs.push((instruction, place));
                continue;
            };
            let slot = Value::I32(i32::try_from(slot).unwrap_or(i32::MAX));
            sequence
                .instrs
                .push((walrus::ir::Const { value: slot }.into(), place));
            sequence
                .instrs
                .push((walrus::ir::CallIndirect { ty, table }.into(), place));
        }
    }
}

/// A name of as few letters as can be.
fn short(mut count: usize) -> String {
    let mut name = String::from("_");
    loop {
        let digit = u32::try_from(count % 36).unwrap_or_default();
        name.extend(char::from_digit(digit, 36));
        count /= 36;
        if count == 0 {
            return name;
        }
    }
}
