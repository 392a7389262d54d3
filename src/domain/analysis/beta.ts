/** The parameters of a beta distribution, both greater than 0. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

// Lanczos' approximation with g = 7 and nine terms (Godfrey's coefficients): relative error below 1e-14 from 0.01 on.
const lanczosG = 7;
const lanczosHead = 0.99999999999980993;
const lanczosTail = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

// The continued fraction needs of the order of √max(α, β) steps, so this serves up to about ten million verdicts.
const maximumSteps = 10_000;
const precision = 1e-15;
const tiny = 1e-300;

/**
 * The regularised incomplete beta function Iₓ(α, β): the share of a beta distribution that lies below x.
 * Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, evaluated by Lentz's method.
 */
export function betaCdf(x: number, shape: BetaShape): number {
  if (x <= 0) return 0;
  const { alpha, beta } = shape;
  // The fraction converges fast only below the mean; above it, the mirrored distribution is used.
  if (x > (alpha + 1) / (alpha + beta + 2)) {
    return 1 - betaCdf(1 - x, { alpha: beta, beta: alpha });
  }
  const front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta(shape));
  return Math.min(1, (front * continuedFraction(x, shape)) / alpha);
}

/**
 * The x below which the share `probability` (0 to 1) of a beta distribution lies: the inverse of {@link betaCdf}.
 * Newton's steps, with bisection whenever one would leave the bracket that is known to hold the answer.
 */
export function betaQuantile(probability: number, shape: BetaShape): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  let low = 0;
  let high = 1;
  let x = betaMean(shape);
  // 200 bisections alone reach the smallest positive double from 1 in most cases; Newton needs about six steps.
  for (let step = 0; step < 200; step += 1) {
    const excess = betaCdf(x, shape) - probability;
    if (excess > 0) high = x;
    else low = x;
    const next = x - excess / density(x, shape);
    const previous = x;
    x = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(x - previous) <= precision * x) break;
  }
  return x;
}

/** The mean of a beta distribution. */
export function betaMean({ alpha, beta }: BetaShape): number {
  return alpha / (alpha + beta);
}

function density(x: number, shape: BetaShape): number {
  const { alpha, beta } = shape;
  return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta(shape));
}

function continuedFraction(x: number, { alpha, beta }: BetaShape): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((alpha + beta) * x) / (alpha + 1));
  let fraction = d;
  for (let step = 1; step <= maximumSteps; step += 1) {
    const even = (step * (beta - step) * x) / ((alpha + 2 * step - 1) * (alpha + 2 * step));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= c * d;
    const odd =
      (-(alpha + step) * (alpha + beta + step) * x) / ((alpha + 2 * step) * (alpha + 2 * step + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

function logBeta({ alpha, beta }: BetaShape): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

function logGamma(value: number): number {
  const shifted = value - 1;
  const series = lanczosTail.reduce(
    (sum, coefficient, index) => sum + coefficient / (shifted + index + 1),
    lanczosHead,
  );
  const base = shifted + lanczosG + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}
