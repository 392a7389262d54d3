import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, summaryLine } from './test-report.mjs';

describe('countVitest', () => {
  it('counts tests by their status', () => {
    const assertionResults = ['passed', 'passed', 'failed', 'pending', 'todo'].map((status) => ({
      status,
    }));
    expect(countVitest({ testResults: [{ status: 'failed', assertionResults }] })).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(report)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright', () => {
  it('counts a flaky test and an error outside a test as failures', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });
});

describe('summaryLine', () => {
  it('adds the parts up, and names skipped tests only when there are some', () => {
    const unit = { passed: 10, failed: 0, skipped: 0 };
    expect(summaryLine([unit, { passed: 2, failed: 1, skipped: 0 }])).toBe('12 passed, 1 failed');
    expect(summaryLine([unit, { passed: 0, failed: 0, skipped: 3 }])).toBe(
      '10 passed, 0 failed, 3 skipped',
    );
  });
});
