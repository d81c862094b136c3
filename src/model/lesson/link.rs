//! A run as a short text for addresses and codes, and back.
//!
//! `n2.` and then bytes in the letters that addresses allow: scene, substance, clock, receptors,
//! seed, adjustments, and two bytes that betray a slip of copying. The number is the model's version.

use core::fmt;

use super::run::{Adjustment, Amount, Control, MODEL_VERSION, MOST_ADJUSTMENTS, Run};
use super::scene::Scene;
use crate::model::pharmacology::ligand::Substance;
use crate::model::units::Refused;

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Longest text that is looked at: more than the longest run needs.
const LONGEST: usize = 10_000;

/// Why a link was refused; the words a learner reads are chosen by the variant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LinkRefused {
    /// It does not have the form of a link.
    NotALink,
    /// It was made by an older version of the model, whose runs went differently.
    OldVersion(u32),
    /// It was made by a newer version of the model.
    NewerVersion(u32),
    /// Part of it was lost or changed on the way.
    Damaged,
    /// It is whole but says something the model refuses.
    OutOfRange(Refused),
}

impl fmt::Display for LinkRefused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => out.write_str("not a link"),
            Self::OldVersion(version) => write!(out, "old version {version}"),
            Self::NewerVersion(version) => write!(out, "newer version {version}"),
            Self::Damaged => out.write_str("damaged"),
            Self::OutOfRange(refused) => refused.fmt(out),
        }
    }
}

impl core::error::Error for LinkRefused {}

impl From<Refused> for LinkRefused {
    fn from(refused: Refused) -> Self {
        Self::OutOfRange(refused)
    }
}

/// The run as a text of letters, digits, `-`, `_` and `.`.
pub fn encode(run: &Run) -> String {
    let mut bytes = vec![scene_code(run.scene()), substance_code(run.picked())];
    write_number(&mut bytes, u64::from(run.clock_tenths()));
    write_number(&mut bytes, u64::from(run.receptor_count()));
    write_number(&mut bytes, run.seed());
    let mut last = 0;
    for Adjustment { tick, control } in run.adjustments() {
        write_number(&mut bytes, u64::from(tick.saturating_sub(last)));
        last = *tick;
        let (code, value) = match *control {
            Control::Agonist(amount) => (0, amount.ten_thousandths()),
            Control::Antagonist(amount) => (1, amount.ten_thousandths()),
            Control::Drink(strength) => (2, u32::from(strength)),
            Control::PlanResumed => (3, 0),
        };
        // The kind in the last two bits of the number.
        write_number(&mut bytes, u64::from(value) << 2 | code);
    }
    bytes.extend(checksum(&bytes).to_le_bytes());
    let mut text = format!("n{MODEL_VERSION}.");
    for group in bytes.chunks(3) {
        let mut bits = 0_u32;
        for place in 0..3 {
            bits = bits << 8 | group.get(place).copied().map_or(0, u32::from);
        }
        for place in 0..=group.len() {
            let letter = LETTERS.get((bits >> (18 - 6 * place)) as usize & 63);
            text.extend(letter.map(|letter| char::from(*letter)));
        }
    }
    text
}

/// The run a text stands for, or why there is none.
pub fn decode(text: &str) -> Result<Run, LinkRefused> {
    if text.len() > LONGEST {
        return Err(LinkRefused::NotALink);
    }
    let (version, letters) = text
        .strip_prefix('n')
        .and_then(|rest| rest.split_once('.'))
        .ok_or(LinkRefused::NotALink)?;
    let plain = version.bytes().all(|digit| digit.is_ascii_digit()) && !version.starts_with('0');
    match version.parse::<u32>() {
        Ok(found) if plain && found == MODEL_VERSION => {}
        Ok(0) if version == "0" => return Err(LinkRefused::OldVersion(0)),
        Ok(found) if plain && found < MODEL_VERSION => return Err(LinkRefused::OldVersion(found)),
        Ok(found) if plain => return Err(LinkRefused::NewerVersion(found)),
        _ => return Err(LinkRefused::NotALink),
    }
    let bytes = bytes_of(letters).ok_or(LinkRefused::Damaged)?;
    let (content, sum) = bytes.split_last_chunk::<2>().ok_or(LinkRefused::Damaged)?;
    if checksum(content) != u16::from_le_bytes(*sum) {
        return Err(LinkRefused::Damaged);
    }
    let mut reader = Reader(content);
    let run = reader.run()?;
    // One run has one text, so that equal links mean equal runs and nothing hides in one.
    if encode(&run) == text {
        Ok(run)
    } else {
        Err(LinkRefused::Damaged)
    }
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn run(&mut self) -> Result<Run, LinkRefused> {
        let (scene, substance) = (self.byte()?, self.byte()?);
        let scene = Scene::ALL
            .into_iter()
            .find(|known| scene_code(*known) == scene);
        let picked = Substance::ALL
            .into_iter()
            .find(|known| substance_code(*known) == substance);
        let (clock, receptors, seed) = (self.short()?, self.short()?, self.number()?);
        let (Some(scene), Some(picked)) = (scene, picked) else {
            return Err(LinkRefused::Damaged);
        };
        let mut run = Run::new(scene, picked, seed, clock, receptors)?;
        let mut tick = 0_u32;
        for _ in 0..=MOST_ADJUSTMENTS {
            if self.0.is_empty() {
                break;
            }
            tick = tick
                .checked_add(self.short()?)
                .ok_or(LinkRefused::Damaged)?;
            let number = self.number()?;
            let value = u32::try_from(number >> 2).map_err(|_| LinkRefused::Damaged)?;
            let control = match number & 3 {
                0 => Control::Agonist(Amount::new(value)?),
                1 => Control::Antagonist(Amount::new(value)?),
                2 => Control::Drink(u8::try_from(value).map_err(|_| LinkRefused::Damaged)?),
                _ => Control::PlanResumed,
            };
            run.add(Adjustment { tick, control })?;
        }
        Ok(run)
    }

    fn byte(&mut self) -> Result<u8, LinkRefused> {
        let (byte, rest) = self.0.split_first().ok_or(LinkRefused::Damaged)?;
        self.0 = rest;
        Ok(*byte)
    }

    fn short(&mut self) -> Result<u32, LinkRefused> {
        u32::try_from(self.number()?).map_err(|_| LinkRefused::Damaged)
    }

    /// Seven bits a byte, lowest first, the eighth says that more follow.
    fn number(&mut self) -> Result<u64, LinkRefused> {
        let mut number = 0_u64;
        for place in 0..10 {
            let byte = self.byte()?;
            let bits = u64::from(byte & 127);
            let moved = bits << (7 * place);
            if moved >> (7 * place) != bits {
                break;
            }
            number |= moved;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(LinkRefused::Damaged)
    }
}

fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        let [low, ..] = number.to_le_bytes();
        bytes.push(low | 128);
        number >>= 7;
    }
    let [low, ..] = number.to_le_bytes();
    bytes.push(low);
}

fn bytes_of(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len() * 3 / 4 + 3);
    for group in letters.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for place in 0..4 {
            let value = match group.get(place) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        let [_, decoded @ ..] = bits.to_be_bytes();
        bytes.extend(decoded.into_iter().take(group.len().checked_sub(1)?));
    }
    Some(bytes)
}

/// CRC-16 with the polynomial 0x1021, which finds every slip of up to sixteen bits in a row.
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte) << 8, |sum, _| {
            sum << 1 ^ if sum & 0x8000 == 0 { 0 } else { 0x1021 }
        })
    })
}

fn scene_code(scene: Scene) -> u8 {
    match scene {
        Scene::Endorphins => 1,
        Scene::OpioidArrives => 2,
        Scene::NaltrexoneFirst => 3,
        Scene::TooSoon => 4,
        Scene::Alcohol => 5,
        Scene::Overpowering => 6,
        Scene::WearingOff => 7,
        Scene::FreePlay => 8,
    }
}

fn substance_code(substance: Substance) -> u8 {
    match substance {
        Substance::Naltrexone => 0,
        Substance::Endorphin => 1,
        Substance::Morphine => 2,
        Substance::Heroin => 3,
        Substance::Oxycodone => 4,
        Substance::Fentanyl => 5,
        Substance::PartialAgonist => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkRefused, decode, encode};
    use crate::model::lesson::run::{Amount, Control, Run};
    use crate::model::lesson::scene::Scene;

    #[test]
    fn the_usual_run_is_a_short_text_and_comes_back() {
        let mut run = Run::usual(Scene::TooSoon, 4170);
        run.adjust(100, Control::Antagonist(Amount::new(200_000).unwrap()))
            .unwrap();
        let text = encode(&run);
        assert!(text.len() < 32, "{text}");
        assert_eq!(decode(&text), Ok(run));
    }

    #[test]
    fn every_other_version_is_refused_by_its_number() {
        assert_eq!(decode("n0.AAAA"), Err(LinkRefused::OldVersion(0)));
        assert_eq!(decode("n7.AAAA"), Err(LinkRefused::NewerVersion(7)));
        assert_eq!(decode("n01.AAAA"), Err(LinkRefused::NotALink));
        assert_eq!(decode(""), Err(LinkRefused::NotALink));
    }

    #[test]
    fn one_changed_letter_is_noticed() {
        let text = encode(&Run::usual(Scene::Alcohol, 77));
        for place in 3..text.len() {
            let mut letters = text.clone().into_bytes();
            letters[place] = if letters[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(letters).unwrap();
            assert_eq!(decode(&changed), Err(LinkRefused::Damaged), "{changed}");
        }
    }
}
