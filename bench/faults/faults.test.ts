import { describe, expect, test, vi } from 'vitest';
import { runCorruption } from './corruption/corruption.ts';
import { type Choice, runMatrix } from './matrix.ts';
import { runPowerCuts, whyNoPowerCuts } from './power-cut/power-cut.ts';
import { caseScenarios } from './scenarios/registry.ts';
import { lowdb } from './subjects/lowdb.ts';
import { store } from './subjects/store.ts';
import { savesOf } from './subjects/subject.ts';
import { plainWriteFile } from './subjects/write-file.ts';

// Each case is a process of its own; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 120_000 });

// `npm run test:faults` runs all; here it is the power cut at the end, which finds most, and a few from everywhere.
const few: Choice = (plans) => {
  const atTheEnd = plans.findLast(({ fault }) => fault === 'cut-all');
  const share = Math.ceil(plans.length / 4);
  const others = plans.filter((_, index) => index % share === Math.floor(share / 2));
  return atTheEnd === undefined ? others : [atTheEnd, ...others];
};

// Odd, so that changed bytes and cuts take turns.
const step = 211;

describe('a file system that fails', () => {
  test.each(caseScenarios)('costs nothing acknowledged: $name', async (scenario) => {
    const { failures, cases } = await runMatrix(scenario, few);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(3);
  });

  test('costs a file that is written over by plain writeFile', async () => {
    const halves: Choice = (plans) => plans.filter(({ fault }) => fault === 'kill-half').slice(-1);
    const { failures } = await runMatrix(savesOf(plainWriteFile), halves);
    expect(failures.map(({ problems }) => problems)).toEqual([
      [expect.stringContaining('It cannot be read')],
    ]);
  });

  test('costs what lowdb has acknowledged, when the power goes', async () => {
    const cut: Choice = (plans) => plans.filter(({ fault }) => fault === 'cut-all').slice(-1);
    const { failures } = await runMatrix(savesOf(lowdb), cut);
    expect(failures.map(({ problems }) => problems)).toEqual([
      expect.arrayContaining(['Note 0 is lost.']),
    ]);
  });
});

const refusal = await whyNoPowerCuts();

test.skipIf(refusal !== null)(
  `a power cut costs nothing acknowledged, but lowdb and writeFile${refusal === null ? '' : ` (skipped: ${refusal})`}`,
  async () => {
    const trials = await runPowerCuts(1);
    for (const { subject, acknowledged, problems } of trials) {
      expect(acknowledged).toBeGreaterThan(0);
      expect([subject, problems.length > 0]).toEqual([subject, subject !== store.name]);
    }
  },
);

test('damage to any file is told, and costs no more than what is listed as tolerated', async () => {
  const { mishaps, cases } = await runCorruption(step);
  expect(mishaps).toEqual([]);
  expect(cases).toBeGreaterThan(50);
});
