//! The table of chance: its law by the exact solution, and the engine's counts against that law.

use naltrexone_explainer::model::pharmacology::binding::{Exchange, Shares};
use naltrexone_explainer::model::pharmacology::ligand::{Concentrations, Rates};
use naltrexone_explainer::model::units::Seconds;
use naltrexone_explainer::model::world::engine::Engine;

use super::chemistry::{concentrations, place, rates};
use super::folder::Row;
use super::statistics::{binomial, binomial_tails, chi_square_tail, real};
use super::{Folder, Tally, Trouble};

/// Receptors over all runs of one start: enough to see a share wrong by two in a hundred.
const RECEPTORS: u64 = 60_000;

/// One start, and the rows that tell what follows from it.
struct Story<'a> {
    rates: (Rates, Rates),
    at: Concentrations,
    receptor_count: u32,
    start: Shares,
    rows: Vec<&'a Row>,
}

/// The law of a count at one time.
struct Law {
    line: usize,
    agonist: f64,
    antagonist: f64,
}

/// What the runs came to at one time.
#[derive(Default)]
struct Seen {
    agonist: Vec<u64>,
    antagonist: Vec<u64>,
}

pub(super) fn stochastic(folder: &Folder) -> Result<Tally, Trouble> {
    let mut tally = Tally::new("stochastic.csv", 1e-9, 1e-12);
    let rows = folder.table(tally.table)?;
    tally.rows = rows.len();
    let stories = stories(&rows)?;
    // Tails are shared among all checks, so that one false alarm is due in a million suites.
    let checks = 12.0 * f64::from(u32::try_from(rows.len())?);
    let mut smallest = 1.0_f64;
    let mut made = 0;
    for (number, story) in (0_u64..).zip(&stories) {
        let laws = compare_law(&mut tally, story)?;
        let seen = simulate(story, number)?;
        for (law, seen) in laws.iter().zip(&seen) {
            for (name, chance) in probabilities(law, seen, story.receptor_count) {
                smallest = smallest.min(chance);
                made += 1;
                tally.claim(chance >= 1e-6 / (2.0 * checks), || {
                    format!(
                        "line {}: {name} of the engine has chance {chance:e}",
                        law.line
                    )
                });
            }
        }
    }
    tally.note = format!("{made} checks of the engine, smallest chance {smallest:.1e}");
    Ok(tally)
}

/// Compares what the table states with the exact solution, and keeps the latter.
fn compare_law(tally: &mut Tally, story: &Story<'_>) -> Result<Vec<Law>, Trouble> {
    let exchange = Exchange::new(story.rates.0, story.rates.1, story.at);
    let mut laws = Vec::new();
    for row in &story.rows {
        let time = row.number("t_s")?;
        let shares = if time.is_infinite() {
            exchange
                .rest()
                .ok_or("nothing leaves, so there is no rest")?
        } else {
            exchange.after(story.start, Seconds::new(time)?)
        };
        let (a, b) = (shares.agonist(), shares.antagonist());
        let n = f64::from(story.receptor_count);
        for (column, found) in [
            ("p_A", a),
            ("p_B", b),
            ("mean_A", n * a),
            ("var_A", n * a * (1.0 - a)),
            ("mean_B", n * b),
            ("var_B", n * b * (1.0 - b)),
            ("cov_AB", -n * a * b),
        ] {
            tally.compare(place(row, column), found, row.number(column)?);
        }
        laws.push(Law {
            line: row.number,
            agonist: a,
            antagonist: b,
        });
    }
    Ok(laws)
}

/// Runs the engine through a story many times and counts at every time.
fn simulate(story: &Story<'_>, number: u64) -> Result<Vec<Seen>, Trouble> {
    let exchange = Exchange::new(story.rates.0, story.rates.1, story.at);
    let mut seen: Vec<Seen> = story.rows.iter().map(|_| Seen::default()).collect();
    // After thirty times the slowest memory nothing of the start is left that could be seen.
    let long = 30.0 / exchange.relaxation_rates().0;
    for run in 0..RECEPTORS / u64::from(story.receptor_count) {
        let own = number << 32 | run;
        let (agonist, antagonist) = story.rates;
        let mut engine = Engine::new(agonist, antagonist, story.receptor_count, own);
        engine.seat(story.start);
        let mut time = 0.0;
        for (row, seen) in story.rows.iter().zip(&mut seen) {
            let stated = row.number("t_s")?;
            let until = if stated.is_infinite() {
                time + long
            } else {
                stated
            };
            engine.advance(Seconds::new(until - time)?, story.at, |_| {});
            time = until;
            let counts = engine.counts();
            seen.agonist.push(u64::from(counts.agonist));
            seen.antagonist.push(u64::from(counts.antagonist));
        }
    }
    Ok(seen)
}

/// The chances of what was seen: totals exactly, spreads and histograms where counts are large.
fn probabilities(law: &Law, seen: &Seen, receptors: u32) -> Vec<(&'static str, f64)> {
    let both: Vec<u64> = seen
        .agonist
        .iter()
        .zip(&seen.antagonist)
        .map(|(a, b)| a + b)
        .collect();
    let mut chances = Vec::new();
    for (names, counts, share) in [
        (
            ["mean of A", "variance of A", "histogram of A"],
            &seen.agonist,
            law.agonist,
        ),
        (
            ["mean of B", "variance of B", "histogram of B"],
            &seen.antagonist,
            law.antagonist,
        ),
        // The spread of the sum tests the covariance.
        (
            ["mean of A + B", "covariance", "histogram of A + B"],
            &both,
            law.agonist + law.antagonist,
        ),
    ] {
        let [mean, variance, histogram] = names;
        let share = share.clamp(0.0, 1.0);
        let trials = u64::from(receptors) * counts.len() as u64;
        let (few, many) = binomial_tails(counts.iter().sum(), trials, share);
        chances.push((mean, few.min(many)));
        let expected = f64::from(receptors) * share * (1.0 - share);
        if expected >= 5.0 {
            chances.push((variance, variance_chance(counts, expected)));
            chances.push((histogram, histogram_chance(counts, receptors, share)));
        }
    }
    chances
}

fn variance_chance(counts: &[u64], expected: f64) -> f64 {
    let runs = real(counts.len() as u64);
    let mean = real(counts.iter().sum()) / runs;
    let squares: f64 = counts
        .iter()
        .map(|&count| (real(count) - mean).powi(2))
        .sum();
    let tail = chi_square_tail(squares / expected, runs - 1.0);
    tail.min(1.0 - tail)
}

fn histogram_chance(counts: &[u64], receptors: u32, share: f64) -> f64 {
    let runs = real(counts.len() as u64);
    let (mut statistic, mut cells) = (0.0, 0.0);
    let (mut expected, mut found) = (0.0, 0.0);
    let mut left = runs;
    for count in 0..=u64::from(receptors) {
        let here = runs * binomial(count, u64::from(receptors), share);
        expected += here;
        left -= here;
        found += real(counts.iter().filter(|&&seen| seen == count).count() as u64);
        // Cells are merged until five are expected, the last with all that is left.
        if (expected >= 5.0 && left >= 5.0) || count == u64::from(receptors) {
            statistic += (found - expected) * (found - expected) / expected;
            cells += 1.0;
            (expected, found) = (0.0, 0.0);
        }
    }
    if cells < 2.0 {
        1.0
    } else {
        chi_square_tail(statistic, cells - 1.0)
    }
}

fn stories(rows: &[Row]) -> Result<Vec<Story<'_>>, Trouble> {
    let mut stories: Vec<(String, Story<'_>)> = Vec::new();
    for row in rows {
        let mut key = String::new();
        for column in [
            "agonist",
            "A_nM",
            "B_nM",
            "konA_per_nM_s",
            "koffA_per_s",
            "konB_per_nM_s",
            "koffB_per_s",
            "N_receptors",
            "start",
        ] {
            key += row.text(column)?;
            key.push(',');
        }
        if let Some((_, story)) = stories.iter_mut().find(|(known, _)| *known == key) {
            story.rows.push(row);
            continue;
        }
        let start = match row.text("start")? {
            "all-free" => Shares::EMPTY,
            "all-A" => Shares::new(1.0, 0.0)?,
            "all-B" => Shares::new(0.0, 1.0)?,
            other => return Err(format!("line {}: start `{other}`", row.number).into()),
        };
        let receptor_count = row.text("N_receptors")?.trim().parse()?;
        let (rates, at) = (rates(row)?, concentrations(row)?);
        stories.push((
            key,
            Story {
                rates,
                at,
                receptor_count,
                start,
                rows: vec![row],
            },
        ));
    }
    for (_, story) in &mut stories {
        let mut times = Vec::new();
        for row in &story.rows {
            times.push((row.number("t_s")?, *row));
        }
        times.sort_by(|one, other| one.0.total_cmp(&other.0));
        story.rows = times.into_iter().map(|(_, row)| row).collect();
    }
    Ok(stories.into_iter().map(|(_, story)| story).collect())
}
