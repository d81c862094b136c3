//! How fast the model is natively, with its scatter.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    unreachable_pub,
    reason = "a bench that cannot go on says where; criterion writes the rest"
)]

#[path = "../../tests/support/mod.rs"]
mod support;
mod workloads;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn model(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("model");
    for mut workload in workloads::all() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number of a few thousand"
        )]
        group.throughput(Throughput::Elements(workload.times as u64));
        group.bench_function(&workload.name, |bencher| bencher.iter(|| (workload.run)()));
    }
    group.finish();
}

criterion_group!(benches, model);
criterion_main!(benches);
