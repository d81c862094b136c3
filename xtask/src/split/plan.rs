//! Who goes where: decided once, by index, for both halves.

use std::collections::{BTreeMap, BTreeSet};

use super::Border;
use super::data::{self, Constant};
use anyhow::{Context, Result, bail};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module, TableId,
};

/// What the halves are made by. Functions are named by their place in the module.
pub(super) struct Plan {
    /// The functions of the later half.
    pub(super) late: BTreeSet<usize>,
    /// The places in the function table of those that the first half calls by name.
    pub(super) slots: BTreeMap<usize, u64>,
    /// How long the function table must be.
    pub(super) table_length: u64,
    /// The constants of the first half, each with its place among all of them.
    pub(super) early_data: Vec<(usize, Constant)>,
    /// The constants of the later half, likewise.
    pub(super) late_data: Vec<(usize, Constant)>,
}

impl Plan {
    pub(super) fn of(module: &Module, border: &Border) -> Result<Self> {
        let names: BTreeMap<usize, String> = module
            .funcs
            .iter()
            .map(|one| {
                (
                    one.id().index(),
                    plain(one.name.as_deref().unwrap_or_default()),
                )
            })
            .collect();
        let name = |id: FunctionId| names.get(&id.index()).map_or("", String::as_str);
        let is_late = |id: FunctionId| border.late.iter().any(|late| name(id).contains(late));
        let entry = |id: FunctionId| border.entries.contains(&name(id));
        let table = function_table(module)?;
        let mut roots: Vec<FunctionId> = module.start.into_iter().collect();
        roots.extend(
            module
                .exports
                .iter()
                .filter_map(|export| match export.item {
                    ExportItem::Function(function) => Some(function),
                    _ => None,
                }),
        );
        for (_, functions) in segments(module)? {
            roots.extend(functions.into_iter().filter(|function| !is_late(*function)));
        }
        let mut early = BTreeSet::new();
        let mut called = BTreeSet::new();
        while let Some(function) = roots.pop() {
            if !early.insert(function.index()) {
                continue;
            }
            for callee in calls(module, function) {
                if entry(callee) {
                    called.insert(callee.index());
                } else {
                    roots.push(callee);
                }
            }
        }
        // The compiler keeps one of several functions with the same body, under the name of any: one
        // that calls nothing but what the first half has may be the first half's own.
        for function in segments(module)?
            .into_iter()
            .flat_map(|(_, functions)| functions)
        {
            let shared = calls(module, function).iter().all(|callee| {
                early.contains(&callee.index())
                    || matches!(module.funcs.get(*callee).kind, FunctionKind::Import(_))
            });
            if shared {
                early.insert(function.index());
            }
        }
        let late: BTreeSet<usize> = module
            .funcs
            .iter_local()
            .map(|(id, _)| id.index())
            .filter(|at| !early.contains(at))
            .collect();
        let is_called = |entry: &&str| {
            called
                .iter()
                .any(|at| names.get(at).is_some_and(|name| name == entry))
        };
        if let Some(missing) = border.entries.iter().find(|entry| !is_called(entry)) {
            bail!("the first half calls no function named `{missing}`; is it inlined or renamed?");
        }
        let before = module.tables.get(table).initial;
        let slots: BTreeMap<usize, u64> = called.into_iter().zip(before..).collect();
        let table_length = before + slots.len() as u64;
        let constants = data::constants(module)?;
        let reached = data::reached(module, &early, &constants);
        let (mut early_data, mut late_data) = (Vec::new(), Vec::new());
        for (at, constant) in constants.into_iter().enumerate() {
            if reached.contains(&at) {
                early_data.push((at, constant));
            } else {
                late_data.push((at, constant));
            }
        }
        Ok(Self {
            late,
            slots,
            table_length,
            early_data,
            late_data,
        })
    }
}

/// A function's name without the marks that tell two versions of a crate apart.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((mark, behind)) if mark.bytes().all(|b| b.is_ascii_hexdigit()) => rest = behind,
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The table that functions are called through.
pub(super) fn function_table(module: &Module) -> Result<TableId> {
    module
        .tables
        .main_function_table()?
        .context("the WebAssembly has no function table")
}

/// What stands in the function table from the beginning: a place, and the functions from there on.
pub(super) fn segments(module: &Module) -> Result<Vec<(u64, Vec<FunctionId>)>> {
    let mut found = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { offset, .. } = &element.kind else {
            bail!("the WebAssembly has a table segment that is not filled in at its start");
        };
        let ConstExpr::Value(walrus::ir::Value::I32(at)) = offset else {
            bail!("the WebAssembly has a table segment without a plain place");
        };
        let ElementItems::Functions(functions) = &element.items else {
            bail!("the WebAssembly has a table segment that does not list functions");
        };
        found.push((u64::try_from(*at)?, functions.clone()));
    }
    Ok(found)
}

/// Every function that a function calls by name, or takes a reference to.
fn calls(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    struct Calls(Vec<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.push(*function);
        }
    }
    let mut calls = Calls(Vec::new());
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        dfs_in_order(&mut calls, local, local.entry_block());
    }
    calls.0
}
