//! Effects, whoever was counted, as Rust tables.

use std::fmt::Write;

use super::super::written::{Advice, Seriousness};
use super::{Tables, cited};

impl Tables<'_> {
    pub(super) fn effects(&self, out: &mut String) {
        let table = &self.files.side_effects;
        out.push_str("/// Every area of the body, in the order to browse by.\npub static AREAS: &[Area] = &[\n");
        for area in &table.areas {
            let name = self.key(&format!("area-{area}"));
            let _ = writeln!(out, "Area {{ id: {area:?}, name: {name} }},");
        }
        out.push_str("];\n/// Every effect, each once, in the order of their first rows.\n#[allow(clippy::indexing_slicing, reason = \"looked up when compiling\")]\npub static EFFECTS: &[Effect] = &[\n");
        for effect in &table.effects {
            let rows = || {
                let numbered = table.rows.iter().enumerate();
                numbered.filter(|(_, row)| row.effect == effect.id)
            };
            let shown = rows().fold(String::new(), |all, (at, _)| {
                format!("{all}&SIDE_EFFECTS[{at}], ")
            });
            let words = format!("effect-{}", effect.id);
            let _ = writeln!(
                out,
                "Effect {{ id: {:?}, name: {}, term: {}, also: {}, area: AreaIndex({}), serious: {}, action: Advice::{}, rows: &[{shown}], kin: &[{}] }},",
                effect.id,
                self.key(&words),
                self.key(&format!("{words}.term")),
                self.key(&format!("{words}.also")),
                table
                    .areas
                    .iter()
                    .position(|area| *area == effect.area)
                    .unwrap_or_default(),
                rows().any(|(_, row)| row.seriousness == Seriousness::Serious),
                match rows().map(|(_, row)| row.action).max() {
                    Some(Advice::Emergency) => "Emergency",
                    Some(Advice::CallDoctor) => "CallDoctor",
                    Some(Advice::SelfCare) | None => "SelfCare",
                },
                self.kin(&effect.kin),
            );
        }
        out.push_str("];\n/// What readers ask about that has no entry of its own.\npub static ASKED: &[Asked] = &[\n");
        for asked in &self.files.asked {
            let _ = writeln!(
                out,
                "Asked {{ id: {:?}, name: {}, sources: {}, kin: &[{}] }},",
                asked.id,
                self.key(&format!("asked-{}", asked.id)),
                cited(&asked.sources),
                self.kin(&asked.kin),
            );
        }
        out.push_str("];\n");
    }

    fn kin(&self, ids: &[String]) -> String {
        let effects = &self.files.side_effects.effects;
        let places = ids
            .iter()
            .filter_map(|kin| effects.iter().position(|other| other.id == *kin));
        places.fold(String::new(), |all, at| format!("{all}EffectIndex({at}), "))
    }
}
