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

/// The longest text that is typed at the search here, in bytes.
const LONGEST: usize = 10_000;

/// How many hostile texts of each kind there are.
const HOSTILE: u64 = 100;

/// One search for each text that nobody would type: the slowest of them counts.
pub(crate) fn hostile() -> Vec<Workload> {
    let index = std::rc::Rc::new(Index::parse(TERMS).unwrap());
    let known: Vec<&str> = TERMS
        .split_whitespace()
        .filter(|word| word.is_ascii())
        .collect();
    let texts = (0..HOSTILE).flat_map(|seed| {
        let mut random = Random::new(seed);
        let any = std::iter::repeat_with(|| random.letter())
            .take(3_000)
            .collect();
        let mut words = |of: &[&str], slips: usize| {
            let mut text = String::new();
            while text.len() < LONGEST {
                let mut word: Vec<u8> = of[random.below(of.len())].into();
                for _ in 0..slips {
                    let at = random.below(word.len());
                    word[at] = b'a' + u8::try_from(random.below(26)).unwrap();
                }
                text.push_str(std::str::from_utf8(&word).unwrap());
                text.push_str([" ", ", ", ". ", "\n", " not ", " but "][random.below(6)]);
            }
            text
        };
        let few = [
            "head", "hurts", "cant", "not", "sleep", "sick", "in", "my", "chest", "no",
        ];
        let entire = words(&known, 0);
        let slipped = words(&known, 1);
        let few = words(&few, 0);
        [any, entire, slipped, few]
    });
    let repeated = [
        "headache ",
        "not sick ",
        "\u{1f92e}",
        "stomackake",
        "a",
        "cant breathe no ",
    ];
    let repeated = repeated.map(|word| word.repeat(LONGEST / word.len()));
    let cut = |mut text: String| {
        text.truncate(
            (0..=LONGEST)
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap(),
        );
        text
    };
    texts
        .chain(repeated)
        .map(cut)
        .map(|text| {
            let index = std::rc::Rc::clone(&index);
            Workload {
                name: "search-hostile".to_owned(),
                times: 1.0,
                run: Box::new(move || {
                    black_box(index.find(black_box(&text)));
                }),
            }
        })
        .collect()
}

/// Numbers that are the same in every run and on every machine.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 32) % u64::try_from(bound).unwrap()).unwrap()
    }

    /// Any letter of any script, or no letter at all.
    fn letter(&mut self) -> char {
        loop {
            let most = [0x80, 0x250, 0x3000, 0x11_0000][self.below(4)];
            if let Some(letter) = char::from_u32(u32::try_from(self.below(most)).unwrap()) {
                return letter;
            }
        }
    }
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
