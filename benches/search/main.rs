//! How fast the search is natively, with its scatter, and how much memory its index holds.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a bench that cannot go on says where; criterion writes the rest"
)]

#[path = "workloads.rs"]
mod search_workloads;

mod workloads {
    //! One thing to time, as the bench of the model has it.

    /// One thing to time.
    pub(crate) struct Workload {
        /// What is done, without spaces.
        pub(crate) name: String,
        /// How often one run does it.
        pub(crate) times: f64,
        /// Does it.
        pub(crate) run: Box<dyn FnMut()>,
    }
}

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn search(criterion: &mut Criterion) {
    let [shipped, many] = search_workloads::bytes();
    println!("index: {shipped} bytes as shipped, {many} bytes with 100 times the content");
    let mut group = criterion.benchmark_group("search");
    for mut workload in search_workloads::all() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number of a few hundred"
        )]
        group.throughput(Throughput::Elements(workload.times as u64));
        group.bench_function(&workload.name, |bencher| bencher.iter(|| (workload.run)()));
    }
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
