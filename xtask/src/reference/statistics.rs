//! How likely a count, a variance or a histogram is, exactly where that matters.

/// Both tails of a binomial count: the chance of so few, and of so many.
pub(crate) fn binomial_tails(count: u64, trials: u64, chance: f64) -> (f64, f64) {
    if chance <= 0.0 {
        return (1.0, if count == 0 { 1.0 } else { 0.0 });
    }
    if chance >= 1.0 {
        return (if count == trials { 1.0 } else { 0.0 }, 1.0);
    }
    let here = binomial(count, trials, chance);
    let odds = chance / (1.0 - chance);
    let (mut few, mut term, mut k) = (here, here, count);
    while k > 0 && term > few * 1e-17 {
        term *= real(k) / real(trials - k + 1) / odds;
        few += term;
        k -= 1;
    }
    let (mut many, mut term, mut k) = (here, here, count);
    while k < trials && term > many * 1e-17 {
        term *= real(trials - k) / real(k + 1) * odds;
        many += term;
        k += 1;
    }
    (few.min(1.0), many.min(1.0))
}

/// The chance of one binomial count.
pub(crate) fn binomial(count: u64, trials: u64, chance: f64) -> f64 {
    if chance <= 0.0 || chance >= 1.0 {
        let certain = if chance <= 0.0 { 0 } else { trials };
        return if count == certain { 1.0 } else { 0.0 };
    }
    let ways = log_factorial(trials) - log_factorial(count) - log_factorial(trials - count);
    (ways + real(count) * chance.ln() + real(trials - count) * (-chance).ln_1p()).exp()
}

/// Chance that a chi-square with so many degrees of freedom is at least a value.
#[expect(clippy::many_single_char_names, reason = "the letters of the textbook")]
pub(crate) fn chi_square_tail(value: f64, freedom: f64) -> f64 {
    let (a, x) = (freedom / 2.0, value / 2.0);
    if x <= 0.0 {
        return 1.0;
    }
    let scale = (a * x.ln() - x - log_gamma(a)).exp();
    if x < a + 1.0 {
        let (mut sum, mut term, mut k) = (1.0 / a, 1.0 / a, a);
        while term > sum * 1e-16 {
            k += 1.0;
            term *= x / k;
            sum += term;
        }
        (1.0 - scale * sum).max(0.0)
    } else {
        // Lentz's continued fraction.
        let mut b = x + 1.0 - a;
        let mut c = 1e300;
        let mut d = 1.0 / b;
        let mut h = d;
        for k in 1..10_000 {
            let k = f64::from(k);
            let an = -k * (k - a);
            b += 2.0;
            d = 1.0 / (an * d + b);
            c = b + an / c;
            h *= d * c;
            if (d * c - 1.0).abs() < 1e-15 {
                break;
            }
        }
        scale * h
    }
}

fn log_factorial(count: u64) -> f64 {
    log_gamma(real(count) + 1.0)
}

/// Logarithm of the gamma function for positive numbers, by Stirling's series.
fn log_gamma(mut x: f64) -> f64 {
    let mut shift = 0.0;
    while x < 20.0 {
        shift -= x.ln();
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let series = (1.0 / 12.0 - y * (1.0 / 360.0 - y * (1.0 / 1260.0 - y / 1680.0))) / x;
    shift + (x - 0.5) * x.ln() - x + 0.5 * std::f64::consts::TAU.ln() + series
}

/// A count as a real number.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts here stay far below 2^52"
)]
pub(crate) fn real(count: u64) -> f64 {
    count as f64
}
