//! What is expected from now on, exactly, as long as nobody changes anything.

use crate::model::lesson::conditions::Play;
use crate::model::pharmacology::binding::{Exchange, Shares, Transition};
use crate::model::pharmacology::ligand::{Concentrations, Ligand};
use crate::model::units::Seconds;

/// Most stretches that a course is cut into.
const MOST_STRETCHES: u32 = 120;

/// Tells the expected shares from a moment on, at regular steps and at every turn of the plan.
///
/// Levels that the plan holds steady are followed exactly; one that falls all the time is taken at
/// the middle of each stretch, as the world takes it at the middle of each step.
pub fn ahead(play: &Play, from: (u32, Shares), until: u32, mut tell: impl FnMut(u32, Shares)) {
    let step = play.world().tick_length().value();
    let [agonist, antagonist] = play.ligands().map(Ligand::rates);
    let stretch = until.saturating_sub(from.0).div_ceil(MOST_STRETCHES).max(1);
    let (mut tick, mut shares) = from;
    let mut known: Option<(Concentrations, u32, Transition)> = None;
    tell(tick, shares);
    while tick < until {
        let next = turn(play, tick, step, tick.saturating_add(stretch)).min(until);
        let length = next - tick;
        let at = play.conditions(tick + length / 2);
        let over = match known {
            Some((then, so_long, over)) if then == at && so_long == length => over,
            _ => {
                let time = Seconds::of(f64::from(length) * step);
                Exchange::new(agonist, antagonist, at).over(time)
            }
        };
        known = Some((at, length, over));
        shares = over.apply(shares);
        tick = next;
        tell(tick, shares);
    }
}

/// The first step after `tick` at which the plan turns, or `until` if that comes before.
fn turn(play: &Play, tick: u32, step: f64, until: u32) -> u32 {
    play.plan()
        .turns()
        .map(|turn| turn_tick(turn, step))
        .filter(|turn| *turn > tick)
        .fold(until, u32::min)
}

/// The step at whose start a turn of the plan takes hold: the first whose middle lies behind it.
pub fn turn_tick(turn: Seconds, step: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a scene lasts minutes"
    )]
    let tick = libm::ceil(turn.value() / step - 0.5).max(0.0) as u32;
    tick
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::catalog;
    use crate::model::lesson::run::Run;
    use crate::model::lesson::scene::Scene;
    use crate::model::pharmacology::Pharmacology;

    /// Every scene: what the chart foretells is what the world expects once it is there.
    #[test]
    fn what_is_foretold_is_what_the_world_expects_when_it_gets_there() {
        let model = Pharmacology::new(&catalog::parameters()).unwrap();
        for scene in Scene::ALL {
            for tenths in [50, 200, 600] {
                let run = Run::new(scene, Run::usual(scene, 1).picked(), 1, tenths, 60).unwrap();
                let mut play = Play::new(run, &model, &catalog::scene_numbers()).unwrap();
                let until = 7_200;
                let mut foretold = Vec::new();
                let now = play.world().reading();
                ahead(&play, (0, now.expected), until, |tick, shares| {
                    foretold.push((tick, shares));
                });
                for (tick, shares) in foretold {
                    while play.world().tick() < u64::from(tick) {
                        play.step();
                    }
                    let reading = play.world().reading().expected;
                    let far = (shares.agonist() - reading.agonist()).abs()
                        + (shares.antagonist() - reading.antagonist()).abs();
                    // A level that falls all the time is followed in stretches: within a quarter of a receptor.
                    let near = if scene == Scene::WearingOff {
                        4e-3
                    } else {
                        1e-9
                    };
                    assert!(far < near, "{scene:?} {tenths} {tick}: {far}");
                }
            }
        }
    }
}
