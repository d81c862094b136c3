//! The runs whose every event is known beforehand, and how they are played in frames.

use naltrexone_explainer::model::lesson::conditions::Play;
use naltrexone_explainer::model::lesson::link;

/// One line per run: its link, the steps, how many events it has, and their fingerprint.
pub(crate) const KNOWN: &str = include_str!("../replays.txt");

/// Plays a link for so many steps in frames of so many tenths of a millisecond.
///
/// Returns how many events there were and their fingerprint.
pub(crate) fn played(text: &str, steps: u64, frame: u64) -> (u64, u64) {
    let run = link::decode(text).unwrap();
    let pharmacology = super::support::pharmacology();
    let mut play = Play::new(run, &pharmacology, &super::support::scene_numbers()).unwrap();
    let (mut passed, mut done) = (0, 0);
    while done < steps {
        passed += frame;
        // Sixty whole steps in each second on screen.
        let due = (passed * 60 / 10_000).min(steps);
        while done < due {
            play.step();
            done += 1;
        }
    }
    let log = play.world().log();
    (log.count, log.hash)
}

/// The known runs: link, steps, events, fingerprint.
pub(crate) fn known() -> impl Iterator<Item = (&'static str, u64, u64, u64)> {
    KNOWN
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let [link, steps, count, hash] = fields[..] else {
                panic!("{line}")
            };
            let hash = u64::from_str_radix(hash, 16).unwrap();
            (link, steps.parse().unwrap(), count.parse().unwrap(), hash)
        })
}
