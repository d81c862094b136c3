//! Which of the program's constants the first half can reach, told by looking for their addresses.
//!
//! What looks like an address counts as one, so a constant may stay in the first half needlessly,
//! but not leave it wrongly.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use walrus::ir::{Instr, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, MemoryId, Module};

/// How far beside a constant an address in code may lie that is still reckoned from it, in bytes.
const BESIDE: u64 = 16;

/// Bytes between two constants that are written out rather than begun anew.
const SMALL_GAP: u64 = 8;

/// A constant and where it stands in memory.
#[derive(Clone, Debug)]
pub(super) struct Constant {
    pub(super) start: u64,
    pub(super) bytes: Vec<u8>,
}

impl Constant {
    fn end(&self) -> u64 {
        self.start + self.bytes.len() as u64
    }
}

/// Every constant, in the order of memory.
pub(super) fn constants(module: &Module) -> Result<Vec<Constant>> {
    let mut found = Vec::new();
    for segment in module.data.iter() {
        let DataKind::Active { offset, .. } = &segment.kind else {
            bail!("the WebAssembly has constants that are not there from its start");
        };
        let ConstExpr::Value(Value::I32(start)) = offset else {
            bail!("the WebAssembly has constants without a plain place");
        };
        found.push(Constant {
            start: u64::from(start.cast_unsigned()),
            bytes: segment.value.clone(),
        });
    }
    found.sort_by_key(|constant| constant.start);
    Ok(found)
}

/// The places in `constants` that the functions of `early` can reach.
pub(super) fn reached(
    module: &Module,
    early: &BTreeSet<usize>,
    constants: &[Constant],
) -> BTreeSet<usize> {
    let mut addresses = Addresses(Vec::new());
    for (id, function) in module.funcs.iter_local() {
        if early.contains(&id.index()) {
            dfs_in_order(&mut addresses, function, function.entry_block());
        }
    }
    for global in module.globals.iter() {
        if let walrus::GlobalKind::Local(ConstExpr::Value(Value::I32(at))) = global.kind {
            addresses.0.push(u64::from(at.cast_unsigned()));
        }
    }
    let mut reached = BTreeSet::new();
    let mut rest: Vec<usize> = Vec::new();
    for address in addresses.0 {
        let first = constants.partition_point(|constant| constant.end() + BESIDE < address);
        let near = constants.iter().enumerate().skip(first);
        let near = near.take_while(|(_, one)| one.start <= address + BESIDE);
        rest.extend(near.map(|(at, _)| at));
    }
    while let Some(at) = rest.pop() {
        if reached.insert(at)
            && let Some(constant) = constants.get(at)
        {
            let held = addresses_in(constant);
            rest.extend(held.filter_map(|address| holding(constants, address)));
        }
    }
    reached
}

/// The constant that an address lies in. Unlike code, constants hold no address beside what they mean.
fn holding(constants: &[Constant], address: u64) -> Option<usize> {
    let at = constants.partition_point(|constant| constant.end() <= address);
    (constants.get(at)?.start <= address).then_some(at)
}

/// Everything in a constant that may be an address; those stand at places that are multiples of four.
fn addresses_in(constant: &Constant) -> impl Iterator<Item = u64> {
    let ahead = usize::try_from(constant.start.wrapping_neg() % 4).unwrap_or_default();
    let aligned = constant.bytes.get(ahead..).unwrap_or_default();
    aligned.chunks_exact(4).map(|word| {
        word.iter()
            .rev()
            .fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
    })
}

/// Everything in a function that may be an address.
struct Addresses(Vec<u64>);

impl<'a> Visitor<'a> for Addresses {
    fn visit_instr(&mut self, instruction: &'a Instr, _: &'a walrus::ir::InstrLocId) {
        match instruction {
            Instr::Const(constant) => {
                if let Value::I32(value) = constant.value {
                    self.0.push(u64::from(value.cast_unsigned()));
                }
            }
            Instr::Load(load) => self.0.push(load.arg.offset),
            Instr::Store(store) => self.0.push(store.arg.offset),
            _ => {}
        }
    }
}

/// Leaves these constants in a module, each given with its place among all, and no others.
///
/// Neighbours become one segment, with what little lies between them. Where a constant of the
/// other half lies between two, nothing may be written over it.
pub(super) fn keep(
    module: &mut Module,
    memory: MemoryId,
    kept: impl Iterator<Item = (usize, Constant)>,
) {
    let old: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for segment in old {
        module.data.delete(segment);
    }
    let mut runs: Vec<Constant> = Vec::new();
    let mut next = usize::MAX;
    for (at, constant) in kept {
        let gap = runs
            .last()
            .and_then(|run| constant.start.checked_sub(run.end()))
            .filter(|gap| at == next && *gap <= SMALL_GAP)
            .and_then(|gap| usize::try_from(gap).ok());
        next = at + 1;
        match (runs.last_mut(), gap) {
            (Some(run), Some(gap)) => {
                run.bytes.extend(std::iter::repeat_n(0, gap));
                run.bytes.extend(constant.bytes);
            }
            _ => runs.push(constant),
        }
    }
    let mut segments = Vec::new();
    for run in runs {
        let start = u32::try_from(run.start).unwrap_or(u32::MAX).cast_signed();
        let offset = ConstExpr::Value(Value::I32(start));
        segments.push(
            module
                .data
                .add(DataKind::Active { memory, offset }, run.bytes),
        );
    }
    let memory = module.memories.get_mut(memory);
    memory.data_segments.clear();
    memory.data_segments.extend(segments);
}
