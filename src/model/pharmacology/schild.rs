//! The shift of dose-response curves by an antagonist, and the line that tests for competition.

/// One point of a Schild plot, with the curve it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SchildPoint {
    /// Points with the same number share an intercept.
    pub curve: usize,
    /// Decimal logarithm of the antagonist's concentration or dose.
    pub log_antagonist: f64,
    /// Decimal logarithm of the dose ratio less one.
    pub log_shift: f64,
}

/// The slope common to several curves, each with its own intercept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CommonSlope {
    /// One if the two compete for the same site.
    pub slope: f64,
    /// How far chance alone would move it.
    pub standard_error: f64,
    /// Points less curves less one.
    pub degrees_of_freedom: usize,
}

impl CommonSlope {
    /// From where to where the slope lies with 95 % confidence (Student's distribution).
    pub fn range_of_95_percent(&self) -> (f64, f64) {
        // The quantile by its expansion round the normal one: right to 0.01 from four degrees on.
        const NORMAL: f64 = 1.959_963_985;
        let degrees = f64::from(u32::try_from(self.degrees_of_freedom).unwrap_or(u32::MAX));
        let cube = NORMAL * NORMAL * NORMAL;
        let first = (cube + NORMAL) / 4.0;
        let second = (5.0 * cube * NORMAL * NORMAL + 16.0 * cube + 3.0 * NORMAL) / 96.0;
        let quantile = NORMAL + first / degrees + second / (degrees * degrees);
        let reach = quantile * self.standard_error;
        (self.slope - reach, self.slope + reach)
    }
}

/// The common slope by least squares; none if no curve has points that differ.
pub fn common_slope(points: &[SchildPoint]) -> Option<CommonSlope> {
    let (mut xx, mut xy, mut yy, mut curves, mut count) = (0.0, 0.0, 0.0, 0, 0);
    for (index, first) in points.iter().enumerate() {
        let same = |point: &&SchildPoint| point.curve == first.curve;
        if points.iter().take(index).any(|point| same(&point)) {
            continue;
        }
        let own = || points.iter().filter(same);
        let size = own().count();
        curves += 1;
        count += size;
        let parts = f64::from(u32::try_from(size).ok()?);
        let x_mean = own().map(|point| point.log_antagonist).sum::<f64>() / parts;
        let y_mean = own().map(|point| point.log_shift).sum::<f64>() / parts;
        for point in own() {
            let (x, y) = (point.log_antagonist - x_mean, point.log_shift - y_mean);
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
    }
    let degrees_of_freedom = count.checked_sub(curves + 1)?;
    if xx <= 0.0 || degrees_of_freedom == 0 {
        return None;
    }
    let slope = xy / xx;
    let left_over = (yy - slope * xy).max(0.0);
    let parts = f64::from(u32::try_from(degrees_of_freedom).ok()?);
    let standard_error = (left_over / parts / xx).sqrt();
    Some(CommonSlope {
        slope,
        standard_error,
        degrees_of_freedom,
    })
}

/// The Schild ordinate: decimal logarithm of the dose ratio less one; none without a shift.
pub fn log_shift(dose_ratio: f64) -> Option<f64> {
    (dose_ratio > 1.0).then(|| libm::log10(dose_ratio - 1.0))
}
