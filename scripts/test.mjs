/**
 * `npm test`: gets the project ready, then checks, unit tests, tests of components in a browser, build, and end-to-end
 * tests; all run even if one fails.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfNeeded, installDependencies } from './bootstrap.mjs';
import { check } from './check.mjs';
import {
  UserFacingError,
  cacheFolder,
  readJson,
  run,
  runScript,
  say,
  toolCommand,
  toolEnvironment,
} from './project.mjs';
import { countPlaywright, countVitest, summaryLine } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Counts} Counts */
/** @typedef {{ ok: boolean, counts: Counts | null }} Outcome counts is null where nothing was counted */

const PARTS = {
  '--check': runChecks,
  '--unit': runUnitTests,
  '--components': runComponentTests,
  '--e2e': runEndToEndTests,
};

await runScript(async () => {
  const parts = chosenParts(process.argv.slice(2));
  await installDependencies();
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const part of parts) outcomes.push(await part());
  const counted = outcomes.flatMap(({ counts }) => (counts === null ? [] : [counts]));
  if (counted.length > 0) process.stdout.write(`${summaryLine(counted)}\n`);
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
});

/** @param {string[]} flags */
function chosenParts(flags) {
  const unknown = flags.filter((flag) => !(flag in PARTS));
  if (unknown.length > 0) {
    throw new UserFacingError(
      `Unknown option ${unknown.join(' ')}: use any of ${Object.keys(PARTS).join(', ')}, or none for all.`,
    );
  }
  const all = Object.entries(PARTS);
  return all.filter(([flag]) => flags.length === 0 || flags.includes(flag)).map(([, part]) => part);
}

/** @returns {Promise<Outcome>} */
async function runChecks() {
  heading('Checks');
  const failed = await check();
  return { ok: failed.length === 0, counts: null };
}

/** @returns {Promise<Outcome>} */
async function runUnitTests() {
  heading('Unit tests');
  // Those of the Electron host start a browser: on a new machine this is what brings one.
  const { findBrowser } = await import('./runtime.mjs');
  await findBrowser();
  return runVitest('unit');
}

/** @returns {Promise<Outcome>} */
async function runComponentTests() {
  heading('Component tests');
  const { findBrowser } = await import('./runtime.mjs');
  const browser = await findBrowser();
  return browser.kind === 'none' ? notRun(browser.message) : runVitest('components');
}

/**
 * @param {'unit' | 'components'} project as vitest.config.ts names them
 * @returns {Promise<Outcome>}
 */
async function runVitest(project) {
  const report = freshReport(`${project}.json`);
  const { code } = await run([
    ...toolCommand('vitest'),
    'run',
    ...[`--project=${project}`, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${report}`,
  ]);
  return outcome(code, report, countVitest);
}

/** @returns {Promise<Outcome>} */
async function runEndToEndTests() {
  heading('End-to-end tests');
  const { findRuntime, runtimeEnvironment } = await import('./runtime.mjs');
  const runtime = await findRuntime();
  if (runtime.kind === 'none') return notRun(runtime.message);
  try {
    await buildIfNeeded();
  } catch (error) {
    if (error instanceof UserFacingError) return notRun(error.message);
    throw error;
  }
  const report = freshReport('e2e.json');
  const { code } = await run(
    [
      ...toolCommand('@playwright/test', 'playwright'),
      ...['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    ],
    {
      env: {
        ...toolEnvironment(),
        ...runtimeEnvironment(runtime),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  );
  return outcome(code, report, countPlaywright);
}

/**
 * Tests that could not be run at all count as one failure.
 * @param {string} reason
 * @returns {Outcome}
 */
function notRun(reason) {
  say(`The tests could not be run. ${reason}`);
  return { ok: false, counts: { passed: 0, failed: 1, skipped: 0 } };
}

/**
 * Reads what a runner reported.
 * @template Report
 * @param {number} code
 * @param {string} path
 * @param {(report: Report) => Counts} count
 * @returns {Outcome}
 */
function outcome(code, path, count) {
  if (!existsSync(path)) return notRun(`The runner ended with code ${code} and left no report.`);
  const report = /** @type {Report} */ (readJson(path));
  const counts = count(report);
  return { ok: code === 0 && counts.failed === 0, counts };
}

/**
 * @param {string} name
 * @returns {string} path of a report that does not exist yet, so that an old one cannot be taken for new
 */
function freshReport(name) {
  const folder = join(cacheFolder, 'tests');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  rmSync(path, { force: true });
  return path;
}

/** @param {string} title */
function heading(title) {
  say(`\n${title}`);
}
