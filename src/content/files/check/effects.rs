//! Every row belongs to one effect, and every effect has rows, an area and kin that exist.

use super::super::{Files, Problem};

const FILE: &str = "side_effects.json";

pub(super) fn check(files: &Files, problems: &mut Vec<Problem>) {
    let table = &files.side_effects;
    let known = |id: &str| table.effects.iter().any(|effect| effect.id == id);
    for row in &table.rows {
        if !known(&row.effect) {
            problems.push(Problem::new(
                FILE,
                &row.id,
                &format!("belongs to `{}`, which `effects` does not list", row.effect),
                "add that effect or correct its id here",
            ));
        }
    }
    for effect in &table.effects {
        let mut refuse = |what: &str, remedy: &str| {
            problems.push(Problem::new(FILE, &effect.id, what, remedy));
        };
        if !table.rows.iter().any(|row| row.effect == effect.id) {
            refuse("has no row", "remove it or give a row its id");
        }
        if !table.areas.contains(&effect.area) {
            refuse(
                &format!("stands in the area `{}`, which is not listed", effect.area),
                "use one of `areas`",
            );
        }
        for kin in &effect.kin {
            if !known(kin) || *kin == effect.id {
                refuse(
                    &format!("leads on to `{kin}`, which is no other effect"),
                    "use the id of another effect",
                );
            }
        }
    }
}
