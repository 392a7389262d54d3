/** Counts the tests in the reports of the two test runners. */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed including files that could not be loaded
 * @property {number} skipped
 */

/** @typedef {{ status: string }} VitestTest */
/** @typedef {{ status: string, assertionResults: VitestTest[] }} VitestFile */
/** @typedef {{ testResults: VitestFile[] }} VitestReport what vitest's `json` reporter writes */
/** @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} PlaywrightStats */
/** @typedef {{ stats: PlaywrightStats, errors: unknown[] }} PlaywrightReport what Playwright's `json` reporter writes */

/**
 * Counts vitest's tests; a file that failed without any failed test (it could not be loaded) counts as one failure.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const failedBefore = counts.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}

/**
 * Counts Playwright's tests; each error outside a test (a file that could not be loaded) counts as one failure, and so does
 * a flaky test: it failed.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The line that a test run ends with.
 * @param {Counts[]} parts
 * @returns {string} such as `120 passed, 0 failed` or `120 passed, 1 failed, 2 skipped`
 */
export function summaryLine(parts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
  }
  const line = `${total.passed} passed, ${total.failed} failed`;
  return total.skipped === 0 ? line : `${line}, ${total.skipped} skipped`;
}
