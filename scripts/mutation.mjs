/**
 * `npm run test:mutation [FOLDER…]`: makes one small change after another to the shipped code of the folders named, or of
 * every room with a goal, and runs the unit tests that reach it. A change that no test notices has survived: the
 * tests do not say that the code must be as it is. Results are kept in `mutation/`, and only what changed is tried again.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename, join, posix } from 'node:path';
import process from 'node:process';
import { installDependencies } from './bootstrap.mjs';
import { equalMutants } from './equal-mutants.mjs';
import { ROOMS, isBelowGoal, mutantsOf, reportLines, staleReasons } from './mutation-report.mjs';
import {
  UserFacingError,
  projectRoot,
  readJson,
  run,
  runScript,
  toolCommand,
  toolEnvironment,
} from './project.mjs';

/** Everything in a folder of `src` that is not part of the app. */
const NOT_SHIPPED = ['**/*.test.{ts,tsx}', '**/testing/**', '**/fixtures/**', '**/*.d.ts'];

/** What no unit test needs is not copied to where the changes are made. */
const NOT_COPIED = ['demo', 'mutation', 'out', 'test-results'];

/** The results, and the copies of the project that are changed. */
const FOLDER = 'mutation';

await runScript(async () => {
  const chosen = chosenFolders(process.argv.slice(2));
  await installDependencies();
  // It takes long and is in no hurry: whoever works beside it comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  /** @type {import('./mutation-report.mjs').Mutant[]} */
  const mutants = [];
  for (const [layer, folders] of byLayer(chosen)) mutants.push(...(await mutate(layer, folders)));
  const reasons = equalMutants.filter(({ file }) => isIn(file, chosen));
  process.stdout.write(`\n${reportLines(mutants, reasons).join('\n')}\n`);
  const isTrue = staleReasons(mutants, reasons).length === 0;
  return isTrue && !isBelowGoal(mutants, reasons) ? 0 : 1;
});

/** @param {string[]} names */
function chosenFolders(names) {
  const folders = names.map((name) => posix.normalize(name).replace(/\/$/, ''));
  for (const folder of folders) {
    if (!/^src\/[^/]+/.test(folder) || !existsSync(join(projectRoot, folder))) {
      throw new UserFacingError(`There is no ${folder}: name a folder or a file of src.`);
    }
  }
  return folders.length > 0 ? folders : ROOMS.map(({ folder }) => folder);
}

/**
 * A layer is tried with its own tests only: the domain must be held by those of the domain.
 * @param {string[]} folders
 * @returns {Map<string, string[]>} such as `src/main` with those of the folders that are in it
 */
function byLayer(folders) {
  /** @type {Map<string, string[]>} */
  const layers = new Map();
  for (const folder of folders) {
    const layer = folder.split('/').slice(0, 2).join('/');
    layers.set(layer, [...(layers.get(layer) ?? []), folder]);
  }
  return layers;
}

/**
 * @param {string} layer
 * @param {string[]} folders
 * @returns {Promise<import('./mutation-report.mjs').Mutant[]>} those in the folders, as they ended
 */
async function mutate(layer, folders) {
  const place = `${FOLDER}/${basename(layer)}`;
  mkdirSync(join(projectRoot, place), { recursive: true });
  const config = join(projectRoot, place, 'stryker.json');
  writeFileSync(config, JSON.stringify(options(folders, place), null, 2));
  const { code } = await run([...toolCommand('@stryker-mutator/core', 'stryker'), 'run', config], {
    env: { ...toolEnvironment(), ASSAY_MUTATED_LAYER: layer },
  });
  if (code !== 0) throw new UserFacingError(`The changes could not be tried (code ${code}).`);
  const report = /** @type {import('./mutation-report.mjs').Report} */ (
    readJson(join(projectRoot, place, 'report.json'))
  );
  return mutantsOf(report).filter(({ file }) => isIn(file, folders));
}

/**
 * @param {string[]} folders
 * @param {string} place
 * @returns {object} options of Stryker
 */
function options(folders, place) {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    mutate: [...folders.map(filesOf), ...NOT_SHIPPED.map((pattern) => `!${pattern}`)],
    // Which tests there are is said there: with its own `testFiles` Stryker does not make the changes to what is worked
    // out as a module is loaded, and reports that they survived.
    vitest: { configFile: 'scripts/mutation.config.mjs' },
    ignorePatterns: NOT_COPIED,
    concurrency: 2,
    incremental: true,
    incrementalFile: `${place}/incremental.json`,
    reporters: ['progress-append-only', 'json', 'html'],
    jsonReporter: { fileName: `${place}/report.json` },
    htmlReporter: { fileName: `${place}/report.html` },
    tempDirName: `${place}/copies`,
    // A change may make a loop endless; a machine under load is only slow.
    timeoutMS: 60_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 60,
  };
}

/** @param {string} path */
function filesOf(path) {
  return statSync(join(projectRoot, path)).isDirectory() ? `${path}/**/*.{ts,tsx}` : path;
}

/**
 * @param {string} file
 * @param {string[]} folders
 */
function isIn(file, folders) {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}
