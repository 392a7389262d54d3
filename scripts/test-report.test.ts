import { describe, expect, it } from 'vitest';
import { readPlaywright, readVitest, summaryLines } from './test-report.mjs';

/** A test as vitest reports it, in a group. */
function unitTest(status: string, failureMessages: string[] = []) {
  return { ancestorTitles: ['a lock', 'of another'], title: 'is seen', status, failureMessages };
}

/** A file as vitest reports it. */
function unitFile(status: string, assertionResults: ReturnType<typeof unitTest>[], message = '') {
  return { name: '/home/assay/src/main/lock.test.ts', status, message, assertionResults };
}

describe('readVitest', () => {
  it('counts tests by their status', () => {
    const tests = ['passed', 'passed', 'pending', 'todo'].map((status) => unitTest(status));
    const report = { testResults: [unitFile('passed', tests)] };
    expect(readVitest(report, '/home/assay')).toEqual({ passed: 2, skipped: 2, failures: [] });
  });

  it('names a failed test by its file and groups, with the first line of its error', () => {
    const failed = unitTest('failed', ['AssertionError: expected 1 to be 2\n    at lock.ts:3']);
    const report = { testResults: [unitFile('failed', [failed, unitTest('passed')])] };
    expect(readVitest(report, '/home/assay')).toEqual({
      passed: 1,
      skipped: 0,
      failures: [
        'src/main/lock.test.ts › a lock › of another › is seen: AssertionError: expected 1 to be 2',
      ],
    });
  });

  it('counts a test that passed at a later attempt as a failure', () => {
    const flaky = unitTest('passed', ['Error: the first time']);
    expect(readVitest({ testResults: [unitFile('passed', [flaky])] }, '/home/assay')).toEqual({
      passed: 0,
      skipped: 0,
      failures: [
        'src/main/lock.test.ts › a lock › of another › is seen (flaky): Error: the first time',
      ],
    });
  });

  it('counts a file that could not be loaded, or whose hook threw, as one failure', () => {
    const notLoaded = unitFile('failed', [], "Cannot find module './key.ts'");
    const report = { testResults: [notLoaded, unitFile('failed', [unitTest('skipped')])] };
    expect(readVitest(report, '/home/assay')).toEqual({
      passed: 0,
      skipped: 1,
      failures: [
        "src/main/lock.test.ts: Cannot find module './key.ts'",
        'src/main/lock.test.ts: failed outside of its tests',
      ],
    });
  });
});

describe('readPlaywright', () => {
  const config = { rootDir: '/home/assay/e2e/tests' };

  /** A test as Playwright reports it, with what each attempt ended with. */
  function spec(title: string, status: string, attempts: (string | null)[]) {
    const results = attempts.map((message) => (message === null ? {} : { error: { message } }));
    return { title, file: 'lock.spec.ts', tests: [{ status, results }] };
  }

  it('names failed and flaky tests, and counts both as failures', () => {
    const expected = spec('opens', 'expected', [null]);
    const flaky = spec('closes', 'flaky', ['Error: the first time', null]);
    const failed = spec('is seen', 'unexpected', [
      'Error: \u001b[2mexpect(\u001b[22mlocator)\n\nCall log:',
    ]);
    const group = { title: 'a lock', specs: [failed] };
    const suites = [{ title: 'lock.spec.ts', specs: [expected, flaky], suites: [group] }];
    const stats = { expected: 1, skipped: 2 };
    expect(readPlaywright({ config, suites, errors: [], stats }, '/home/assay')).toEqual({
      passed: 1,
      skipped: 2,
      failures: [
        'e2e/tests/lock.spec.ts › closes (flaky): Error: the first time',
        'e2e/tests/lock.spec.ts › a lock › is seen: Error: expect(locator)',
      ],
    });
  });

  it('counts an error outside of a test as a failure, and names its file where that is known', () => {
    const errors = [
      { message: 'Error: no room', location: { file: '/home/assay/e2e/tests/lock.spec.ts' } },
      { message: "Error: Cannot find module 'key'", location: { file: '<anonymous>' } },
    ];
    const stats = { expected: 0, skipped: 0 };
    expect(readPlaywright({ config, suites: [], errors, stats }, '/home/assay').failures).toEqual([
      'e2e/tests/lock.spec.ts: Error: no room',
      "Error: Cannot find module 'key'",
    ]);
  });
});

describe('summaryLines', () => {
  /** A part of a run, with so many tests that passed. */
  function part(passed: number, failures: string[] = [], skipped = 0) {
    return { failedChecks: [], tests: [{ passed, skipped, failures }] };
  }

  it('adds the parts up, and names skipped tests only when there are some', () => {
    expect(summaryLines([part(10), part(2)])).toEqual(['12 passed, 0 failed']);
    expect(summaryLines([part(10), part(0, [], 3)])).toEqual(['10 passed, 0 failed, 3 skipped']);
  });

  it('names what failed, checks first, before the numbers', () => {
    const checks = { failedChecks: ['eslint', 'tsc e2e'], tests: [] };
    expect(
      summaryLines([checks, part(10, ['a.test.ts › a: Error']), part(2, ['b']), part(0)]),
    ).toEqual([
      'Failed check: eslint',
      'Failed check: tsc e2e',
      'Failed: a.test.ts › a: Error',
      'Failed: b',
      '12 passed, 2 failed',
    ]);
  });

  it('says nothing where there were no tests: the checks have said it', () => {
    expect(summaryLines([{ failedChecks: ['eslint'], tests: [] }])).toEqual([]);
  });
});
