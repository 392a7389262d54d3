/** Reads the reports of the two test runners, and says in the end what failed. */
import { isAbsolute, join, relative, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} TestResults
 * @property {number} passed
 * @property {number} skipped
 * @property {string[]} failures a line for each: a test, a file that failed outside of its tests, a runner that broke off
 */

/**
 * @typedef {object} Outcome of a part of `npm test`
 * @property {string[]} failedChecks their names
 * @property {TestResults[]} tests empty where none were run
 */

/**
 * What vitest's `json` reporter writes. A test that passed at a later attempt has the messages of those before.
 * @typedef {{ ancestorTitles: string[], title: string, status: string, failureMessages: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ testResults: VitestFile[] }} VitestReport
 */

/**
 * What Playwright's `json` reporter writes. Files are relative to `rootDir`; a test has a result for each attempt.
 * @typedef {{ message?: string, location?: { file: string } }} PlaywrightError
 * @typedef {{ status: string, results: { error?: PlaywrightError }[] }} PlaywrightTest
 * @typedef {{ title: string, file: string, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ title: string, specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {object} PlaywrightReport
 * @property {{ rootDir: string }} config
 * @property {PlaywrightSuite[]} suites one for each file
 * @property {PlaywrightError[]} errors outside of tests
 * @property {{ expected: number, skipped: number }} stats
 */

/**
 * A file that failed without any failed test (it could not be loaded, or a hook of it threw) counts as one failure.
 * @param {VitestReport} report
 * @param {string} root the project's folder
 * @returns {TestResults}
 */
export function readVitest({ testResults }, root) {
  /** @type {TestResults} */
  const results = { passed: 0, skipped: 0, failures: [] };
  for (const { name, status, message, assertionResults } of testResults) {
    const file = fileIn(root, name);
    const failed = assertionResults.filter((test) => test.failureMessages.length > 0);
    results.failures.push(
      ...failed.map((test) =>
        failure(
          [file, ...test.ancestorTitles, test.title],
          test.failureMessages[0],
          test.status === 'passed',
        ),
      ),
    );
    if (status === 'failed' && failed.length === 0) {
      results.failures.push(failure([file], message || 'failed outside of its tests'));
    }
    const others = assertionResults.filter((test) => !failed.includes(test));
    const passed = others.filter((test) => test.status === 'passed').length;
    results.passed += passed;
    results.skipped += others.length - passed;
  }
  return results;
}

/**
 * Each error outside of a test (a file that could not be loaded) counts as one failure, and so does a flaky test: it failed.
 * @param {PlaywrightReport} report
 * @param {string} root the project's folder
 * @returns {TestResults}
 */
export function readPlaywright({ config, suites, errors, stats }, root) {
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  return {
    passed: stats.expected,
    skipped: stats.skipped,
    failures: [
      ...tests
        .filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky')
        .map(({ file, titles, test }) =>
          failure(
            [fileIn(root, join(config.rootDir, file)), ...titles],
            test.results.find(({ error }) => error !== undefined)?.error?.message,
            test.status === 'flaky',
          ),
        ),
      ...errors.map(({ message, location }) => {
        const isKnown = location !== undefined && isAbsolute(location.file);
        return failure(isKnown ? [fileIn(root, location.file)] : [], message);
      }),
    ],
  };
}

/**
 * What a run ends with: a line for each check and each test that failed, and last the numbers of tests.
 * @param {Outcome[]} outcomes
 * @returns {string[]} the last one such as `120 passed, 0 failed` or `120 passed, 1 failed, 2 skipped`; none without tests
 */
export function summaryLines(outcomes) {
  const tests = outcomes.flatMap((outcome) => outcome.tests);
  if (tests.length === 0) return [];
  const failures = tests.flatMap((results) => results.failures);
  const passed = sum(tests.map((results) => results.passed));
  const skipped = sum(tests.map((results) => results.skipped));
  const line = `${passed} passed, ${failures.length} failed`;
  return [
    ...outcomes.flatMap(({ failedChecks }) => failedChecks.map((name) => `Failed check: ${name}`)),
    ...failures.map((named) => `Failed: ${named}`),
    skipped === 0 ? line : `${line}, ${skipped} skipped`,
  ];
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} above the titles of the groups that it is in
 * @returns {{ file: string, titles: string[], test: PlaywrightTest }[]}
 */
function testsOf({ specs, suites = [] }, above) {
  return [
    ...specs.flatMap(({ file, title, tests }) =>
      tests.map((test) => ({ file, titles: [...above, title], test })),
    ),
    ...suites.flatMap((suite) => testsOf(suite, [...above, suite.title])),
  ];
}

/**
 * @param {string[]} path file, groups, test
 * @param {string} [message] of which the first line says enough to know it by
 * @param {boolean} [isFlaky]
 */
function failure(path, message = '', isFlaky = false) {
  const [line = ''] = stripVTControlCharacters(message).trim().split('\n');
  return [path.join(' › ') + (isFlaky ? ' (flaky)' : ''), line].filter(Boolean).join(': ');
}

/**
 * @param {string} root
 * @param {string} path absolute
 */
function fileIn(root, path) {
  return relative(root, path).split(sep).join('/');
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
