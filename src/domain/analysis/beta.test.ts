import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaCdf, betaMean, betaQuantile } from './beta.ts';

const shapes = fc.record({
  alpha: fc.integer({ min: 0, max: 5000 }).map((count) => count + 0.5),
  beta: fc.integer({ min: 0, max: 5000 }).map((count) => count + 0.5),
});
const shares = fc.double({ min: 0.001, max: 0.999, noNaN: true });

// Computed independently with SciPy 1.17 (scipy.stats.beta).
test.each([
  [0.1, 0.5, 0.5, 0.20483276469913345],
  [0.3, 2, 3, 0.3483],
  [0.9, 20, 1.5, 0.2341271102949332],
  [0.01, 0.5, 100.5, 0.8442592798356938],
  [0.6, 600.5, 400.5, 0.5008587894122567],
])('the distribution function at %d of Beta(%d, %d) is %d', (x, alpha, beta, expected) => {
  expect(betaCdf(x, { alpha, beta })).toBeCloseTo(expected, 11);
});

test.each([
  [0.05, 1.5, 0.5, 0.22851981380632877],
  [0.95, 1.5, 0.5, 0.9984570806973271],
  [0.05, 10.5, 2.5, 0.6100412147611468],
  [0.95, 100.5, 50.5, 0.7272613319966819],
  [0.05, 0.5, 20.5, 9.707775858233171e-5],
  [0.05, 1000.5, 3.5, 0.9930033002921006],
])('the quantile at %d of Beta(%d, %d) is %d', (probability, alpha, beta, expected) => {
  expect(betaQuantile(probability, { alpha, beta })).toBeCloseTo(expected, 11);
});

test('equals the arcsine law for Beta(½, ½)', () => {
  fc.assert(
    fc.property(shares, (x) => {
      const expected = (2 / Math.PI) * Math.asin(Math.sqrt(x));
      expect(betaCdf(x, { alpha: 0.5, beta: 0.5 })).toBeCloseTo(expected, 12);
    }),
  );
});

test('equals the binomial tail for whole parameters', () => {
  const cases = fc.record({ x: shares, n: fc.integer({ min: 1, max: 40 }), k: fc.nat(39) });
  fc.assert(
    fc.property(cases, ({ x, n, k }) => {
      const successes = (k % n) + 1;
      const shape = { alpha: successes, beta: n - successes + 1 };
      expect(betaCdf(x, shape)).toBeCloseTo(binomialTail(n, successes, x), 10);
    }),
  );
});

test('the quantile takes back the distribution function', () => {
  fc.assert(
    fc.property(shares, shapes, (probability, shape) => {
      const x = betaQuantile(probability, shape);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThanOrEqual(1);
      // Where x rounds to 1, its neighbours in floating point are too far apart to come any closer.
      if (x < 1 - 1e-9) expect(betaCdf(x, shape)).toBeCloseTo(probability, 6);
    }),
  );
});

test.each([
  [0.001, 0.5, 5000.5],
  [0.05, 0.5, 5000.5],
  [0.001, 1.5, 3000.5],
  [0.999, 0.5, 0.5],
  [0.2, 3000.5, 5000.5],
])(
  'the quantile at %d of Beta(%d, %d) is exact, however small it is',
  (probability, alpha, beta) => {
    const x = betaQuantile(probability, { alpha, beta });
    expect(betaCdf(x, { alpha, beta }) / probability).toBeCloseTo(1, 9);
  },
);

test('grows with x and stays between 0 and 1', () => {
  fc.assert(
    fc.property(shapes, shares, shares, (shape, first, second) => {
      const low = betaCdf(Math.min(first, second), shape);
      const high = betaCdf(Math.max(first, second), shape);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(high + 1e-12);
    }),
  );
});

test('mirrors when the parameters change places', () => {
  fc.assert(
    fc.property(shapes, shares, (shape, x) => {
      const mirrored = { alpha: shape.beta, beta: shape.alpha };
      expect(betaCdf(x, shape) + betaCdf(1 - x, mirrored)).toBeCloseTo(1, 10);
    }),
  );
});

test('stays within its bounds at and beyond the ends', () => {
  const shape = { alpha: 2.5, beta: 0.5 };
  expect([-1, 0, 1, 2].map((x) => betaCdf(x, shape))).toEqual([0, 0, 1, 1]);
  expect([-1, 0, 1, 2].map((share) => betaQuantile(share, shape))).toEqual([0, 0, 1, 1]);
});

test('the mean is the share of alpha', () => {
  expect(betaMean({ alpha: 3, beta: 1 })).toBe(0.75);
});

function binomialTail(n: number, from: number, x: number): number {
  let sum = 0;
  for (let k = from; k <= n; k += 1) sum += choose(n, k) * x ** k * (1 - x) ** (n - k);
  return sum;
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let step = 1; step <= k; step += 1) result = (result * (n - k + step)) / step;
  return result;
}
