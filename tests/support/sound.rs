//! What must hold in the receptor scene after every step.

use naltrexone_explainer::model::world::World;
use naltrexone_explainer::model::world::engine::Counts;
use naltrexone_explainer::model::world::molecule::Doing;
use naltrexone_explainer::model::world::receptor::Species;

/// Fails if a receptor or a molecule was lost, or is in two places, or nowhere.
#[track_caller]
pub(crate) fn sound(world: &World) {
    let Counts {
        free,
        agonist,
        antagonist,
    } = world.reading().counts;
    let receptors = world.receptors();
    assert_eq!(
        free + agonist + antagonist,
        u32::try_from(receptors.len()).unwrap()
    );
    for (species, count) in [
        (Species::Agonist, agonist),
        (Species::Antagonist, antagonist),
    ] {
        let holders = receptors
            .iter()
            .filter(|receptor| receptor.holder == Some(species));
        assert_eq!(holders.count(), count as usize);
        let tally = world.tally(species);
        assert_eq!(tally.held, count);
        let present = tally.free() + tally.held;
        assert_eq!(tally.entered - tally.left, u64::from(present));
        assert_eq!(world.molecules(species).count(), present as usize);
        let scenery = world.scenery();
        for (_, molecule) in world.molecules(species) {
            let point = molecule.point;
            assert!(point.x.is_finite() && point.y.is_finite());
            match molecule.doing {
                Doing::Held { receptor } => {
                    assert_eq!(receptors[receptor as usize].holder, Some(species));
                    assert_eq!(point, scenery.seat_of(receptor));
                }
                Doing::Drifting => {
                    assert!((0.0..=scenery.width).contains(&point.x));
                    assert!(point.y <= scenery.ceiling);
                }
                _ => {}
            }
        }
    }
}
