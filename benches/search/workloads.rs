//! What the search is timed at: the same queries natively and in wasm, typed letter by letter.

use std::hint::black_box;

use naltrexone_explainer::content::search::Index;

use super::workloads::Workload;

/// The search terms as the page loads them.
const TERMS: &str = include_str!(concat!(env!("OUT_DIR"), "/search.txt"));

/// What a reader may type, right and wrong, short and long.
const QUERIES: [&str; 8] = [
    "headache",
    "every time i stand up the room spins",
    "cant slepe and no appetite",
    "stomack ake",
    "my bum is sore where they jabbed me",
    "not sleepy but irritable",
    "what time does the pharmacy open",
    "palpatations and swetting",
];

/// Everything that is timed.
pub(crate) fn all() -> Vec<Workload> {
    vec![
        keystrokes("search-keystroke", TERMS),
        keystrokes("search-keystroke-100-times-the-content", &many(100)),
        start("search-start", TERMS.to_owned()),
    ]
}

/// One search for each letter of each query.
fn keystrokes(name: &str, terms: &str) -> Workload {
    let index = Index::parse(terms).unwrap();
    let typed: Vec<&str> = QUERIES
        .iter()
        .flat_map(|query| (1..=query.len()).filter_map(|to| query.get(..to)))
        .collect();
    Workload {
        name: name.to_owned(),
        times: f64::from(u32::try_from(typed.len()).unwrap()),
        run: Box::new(move || {
            for query in &typed {
                black_box(index.find(black_box(query)));
            }
        }),
    }
}

/// Reading the terms and building the index.
fn start(name: &str, terms: String) -> Workload {
    Workload {
        name: name.to_owned(),
        times: 1.0,
        run: Box::new(move || {
            black_box(Index::parse(black_box(&terms)).unwrap());
        }),
    }
}

/// The terms with every effect, crisis and question as often as that.
pub(crate) fn many(times: usize) -> String {
    let mut out = String::new();
    for line in TERMS.lines() {
        let entry = ["effect\t", "crisis\t", "asked\t"]
            .iter()
            .any(|name| line.starts_with(name));
        for _ in 0..if entry { times } else { 1 } {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The bytes of the index, as shipped and with 100 times the content.
#[allow(dead_code, reason = "the timed tests leave it to the bench")]
pub(crate) fn bytes() -> [usize; 2] {
    [TERMS.to_owned(), many(100)].map(|terms| Index::parse(&terms).unwrap().bytes())
}
