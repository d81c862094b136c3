//! Where labels stand so that none covers another, and how a long line is thinned to what shows.

/// Moves labels apart: each keeps its order and stands as near to its wish as the rest allows.
///
/// Wishes and results are middles; neighbours end at least `gap` apart, and all lie in `room`
/// (from, to) as long as there is room for them.
pub fn apart<const N: usize>(wishes: [f64; N], gap: f64, room: (f64, f64)) -> [f64; N] {
    let mut order: [usize; N] = core::array::from_fn(|index| index);
    let wish = |index: usize| wishes.get(index).copied().unwrap_or_default();
    order.sort_by(|one, other| wish(*one).total_cmp(&wish(*other)));
    // Blocks of labels that touch: how many, and where the first wants to be.
    let mut blocks: Vec<(usize, f64)> = Vec::with_capacity(N);
    for index in order {
        let mut block = (1, wish(index));
        while let Some(&(count, first)) = blocks.last() {
            if first + steps(count) * gap <= block.1 {
                break;
            }
            blocks.pop();
            let (before, after) = (steps(count), steps(block.0));
            let wanted = first * before + (block.1 - before * gap) * after;
            block = (count + block.0, wanted / (before + after));
        }
        let last = room.1 - steps(block.0 - 1) * gap;
        block.1 = block.1.min(last).max(room.0);
        blocks.push(block);
    }
    // What was pushed up from the end of the room pushes what stands before it.
    let mut limit = room.1 + gap;
    for (count, first) in blocks.iter_mut().rev() {
        *first = first.min(limit - steps(*count) * gap);
        limit = *first;
    }
    let mut places = [0.0; N];
    let mut sorted = order.into_iter();
    let mut least = f64::NEG_INFINITY;
    for (count, first) in blocks {
        for step in 0..count {
            let place = (first + steps(step) * gap).max(least);
            least = place + gap;
            if let Some(slot) = sorted.next().and_then(|index| places.get_mut(index)) {
                *slot = place;
            }
        }
    }
    places
}

#[expect(clippy::cast_precision_loss, reason = "a handful of labels")]
fn steps(count: usize) -> f64 {
    count as f64
}

/// A stepped line as corners, with no more than a few in each column of so many pixels.
///
/// Points come from left to right and hold until the next; `corner` hears where to draw to. What
/// happened inside one column is drawn from its lowest to its highest, so that no peak is lost.
pub fn stepped(
    points: impl Iterator<Item = (f64, f64)>,
    until: f64,
    column: f64,
    mut corner: impl FnMut(f64, f64),
) {
    let mut open: Option<Column> = None;
    for (x, y) in points {
        match &mut open {
            Some(current) if x < current.x + column => {
                current.low = current.low.min(y);
                current.high = current.high.max(y);
                current.last = y;
            }
            Some(current) => {
                let before = *current;
                before.draw(&mut corner);
                corner(x, before.last);
                *current = Column::new(x, y);
            }
            None => open = Some(Column::new(x, y)),
        }
    }
    if let Some(last) = open {
        last.draw(&mut corner);
        if until > last.x {
            corner(until, last.last);
        }
    }
}

#[derive(Clone, Copy)]
struct Column {
    x: f64,
    first: f64,
    low: f64,
    high: f64,
    last: f64,
}

impl Column {
    fn new(x: f64, y: f64) -> Self {
        Self {
            x,
            first: y,
            low: y,
            high: y,
            last: y,
        }
    }

    fn draw(self, corner: &mut impl FnMut(f64, f64)) {
        corner(self.x, self.first);
        if self.low < self.first.min(self.last) {
            corner(self.x, self.low);
        }
        if self.high > self.first.max(self.last) {
            corner(self.x, self.high);
        }
        #[expect(clippy::float_cmp, reason = "the very same value draws nothing")]
        if self.last != self.first {
            corner(self.x, self.last);
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "halves and whole numbers are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_with_room_stand_where_they_wish() {
        assert_eq!(
            apart([50.0, 10.0, 90.0], 18.0, (0.0, 100.0)),
            [50.0, 10.0, 90.0]
        );
    }

    #[test]
    fn labels_that_meet_share_the_distance() {
        assert_eq!(apart([50.0, 52.0], 18.0, (0.0, 100.0)), [42.0, 60.0]);
    }

    proptest! {
        #[test]
        fn labels_never_meet_nor_leave_the_room_nor_change_order(
            wishes in proptest::array::uniform3(-50.0..200.0_f64),
        ) {
            let places = apart(wishes, 18.0, (5.0, 140.0));
            for one in 0..3 {
                prop_assert!((5.0 - 1e-9..=140.0 + 1e-9).contains(&places[one]), "{places:?}");
                for other in 0..3 {
                    if wishes[one] < wishes[other] {
                        prop_assert!(places[other] - places[one] >= 18.0 - 1e-9, "{places:?}");
                    }
                }
            }
        }

        #[test]
        fn a_thinned_line_keeps_its_peaks_and_its_end(
            counts in proptest::collection::vec(0..60_u32, 1..400),
        ) {
            let points = counts.iter().enumerate().map(|(at, y)| (steps(at) * 0.1, f64::from(*y)));
            let mut corners = Vec::new();
            stepped(points, 50.0, 1.0, |x, y| corners.push((x, y)));
            let ys = || corners.iter().map(|corner| corner.1);
            let most = f64::from(*counts.iter().max().unwrap());
            let least = f64::from(*counts.iter().min().unwrap());
            prop_assert!((ys().fold(0.0, f64::max) - most).abs() < 1e-12);
            prop_assert!((ys().fold(60.0, f64::min) - least).abs() < 1e-12);
            prop_assert_eq!(*corners.last().unwrap(), (50.0, f64::from(*counts.last().unwrap())));
            prop_assert!(corners.windows(2).all(|two| two[0].0 <= two[1].0));
            prop_assert!(corners.len() <= 5 * (counts.len() / 10 + 2));
        }
    }
}
