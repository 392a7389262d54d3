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
  projectRoot,
  readJson,
  run,
  runScript,
  say,
  toolCommand,
  toolEnvironment,
} from './project.mjs';
import { readPlaywright, readVitest, summaryLines } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').TestResults} TestResults */
/** @typedef {import('./test-report.mjs').Outcome} Outcome */

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
  for (const line of summaryLines(outcomes)) process.stdout.write(`${line}\n`);
  return outcomes.every(hasPassed) ? 0 : 1;
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

/** @param {Outcome} outcome */
function hasPassed({ failedChecks, tests }) {
  return failedChecks.length === 0 && tests.every(({ failures }) => failures.length === 0);
}

/** @returns {Promise<Outcome>} */
async function runChecks() {
  heading('Checks');
  return { failedChecks: await check(), tests: [] };
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
  return outcome(code, report, readVitest);
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
  return outcome(code, report, readPlaywright);
}

/**
 * Tests that could not be run at all count as one failure.
 * @param {string} reason
 * @returns {Outcome}
 */
function notRun(reason) {
  const line = `The tests could not be run. ${reason}`;
  say(line);
  return tested({ passed: 0, skipped: 0, failures: [line] });
}

/**
 * Reads what a runner reported. What it saw go wrong outside of any test, such as a promise that nobody waited for, is
 * in its exit code only.
 * @template Report
 * @param {number} code
 * @param {string} path
 * @param {(report: Report, root: string) => TestResults} read
 * @returns {Outcome}
 */
function outcome(code, path, read) {
  if (!existsSync(path)) return notRun(`The runner ended with code ${code} and left no report.`);
  const results = read(/** @type {Report} */ (readJson(path)), projectRoot);
  if (code === 0 || results.failures.length > 0) return tested(results);
  const reason = `the runner ended with code ${code} though no test failed: see its output above`;
  return tested({ ...results, failures: [reason] });
}

/**
 * @param {TestResults} results
 * @returns {Outcome}
 */
function tested(results) {
  return { failedChecks: [], tests: [results] };
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
