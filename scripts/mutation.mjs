/**
 * `npm run test:mutation [FOLDER…] [--one-in N]`: makes one small change after another to the shipped code of the folders named, or of
 * every room with a goal, and runs the unit tests that reach it. A change that no test notices has survived: the
 * tests do not say that the code must be as it is. Results are kept in `mutation/`, and only what changed is tried again.
 * With `--one-in` only so many of the code's blocks of lines are changed: a sample, for rooms that take many hours.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename, join, posix } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installDependencies } from './bootstrap.mjs';
import { equalMutants } from './equal-mutants.mjs';
import { ROOMS, isBelowGoal, mutantsOf, reportLines, staleReasons } from './mutation-report.mjs';
import { blocksOf } from './mutation-sample.mjs';
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
const NOT_SHIPPED = /\.test\.tsx?$|\/testing\/|\/fixtures\/|\.d\.ts$/;

/** What no unit test needs is not copied to where the changes are made. */
const NOT_COPIED = ['demo', 'mutation', 'out', 'test-results'];

/** The results, and the copies of the project that are changed. */
const FOLDER = 'mutation';

await runScript(async () => {
  const { folders: chosen, oneIn } = choice();
  await installDependencies();
  // It takes long and is in no hurry: whoever works beside it comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  /** @type {import('./mutation-report.mjs').Mutant[]} */
  const mutants = [];
  for (const [layer, folders] of byLayer(chosen)) {
    mutants.push(...(await mutate(layer, folders, oneIn)));
  }
  const reasons = equalMutants.filter(({ file }) => isIn(file, chosen));
  process.stdout.write(`\n${reportLines(mutants, reasons).join('\n')}\n`);
  // What a reason speaks of may not be in the sample.
  const isTrue = oneIn > 1 || staleReasons(mutants, reasons).length === 0;
  return isTrue && !isBelowGoal(mutants, reasons) ? 0 : 1;
});

/** @returns {{ folders: string[], oneIn: number }} what was asked for on the command line */
function choice() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'one-in': { type: 'string', default: '1' } },
  });
  const oneIn = Number(values['one-in']);
  if (!Number.isInteger(oneIn) || oneIn < 1) {
    throw new UserFacingError('After --one-in stands a whole number, such as 10.');
  }
  return { folders: chosenFolders(positionals), oneIn };
}

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
 * @param {number} oneIn
 * @returns {Promise<import('./mutation-report.mjs').Mutant[]>} those in the folders, as they ended
 */
async function mutate(layer, folders, oneIn) {
  // The results of a sample are not those of the whole.
  const place = `${FOLDER}/${basename(layer)}${oneIn > 1 ? '-sample' : ''}`;
  mkdirSync(join(projectRoot, place), { recursive: true });
  const config = join(projectRoot, place, 'stryker.json');
  writeFileSync(
    config,
    JSON.stringify(options(linesOf(folders, oneIn), place, oneIn > 1), null, 2),
  );
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
 * @param {number} oneIn
 * @returns {string[]} the files to be changed, or the blocks of lines in them
 */
function linesOf(folders, oneIn) {
  const files = folders.flatMap(filesOf).filter((file) => !NOT_SHIPPED.test(file));
  if (oneIn === 1) return files;
  return files.flatMap((file) =>
    blocksOf(file, readFileSync(join(projectRoot, file), 'utf8'), oneIn),
  );
}

/**
 * @param {string[]} lines
 * @param {string} place
 * @param {boolean} isSample
 * @returns {object} options of Stryker
 */
function options(lines, place, isSample) {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation-survivors.mjs'],
    coverageAnalysis: 'perTest',
    mutate: lines,
    // Which tests there are is said there: with its own `testFiles` Stryker does not make the changes to what is worked
    // out as a module is loaded, and reports that they survived.
    vitest: { configFile: 'scripts/mutation.config.mjs' },
    ignorePatterns: NOT_COPIED,
    concurrency: 2,
    // A change to what is worked out as a module is loaded needs every test of the layer, which takes minutes for each.
    ignoreStatic: isSample,
    incremental: true,
    incrementalFile: `${place}/incremental.json`,
    reporters: ['progress-append-only', 'survivors', 'json', 'html'],
    jsonReporter: { fileName: `${place}/report.json` },
    htmlReporter: { fileName: `${place}/report.html` },
    tempDirName: `${place}/copies`,
    // A change may make a loop endless; a machine under load is only slow.
    timeoutMS: 60_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 60,
  };
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!statSync(join(projectRoot, path)).isDirectory()) return [path];
  return readdirSync(join(projectRoot, path), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(path, name.replaceAll('\\', '/')))
    .filter((file) => /\.tsx?$/.test(file));
}

/**
 * @param {string} file
 * @param {string[]} folders
 */
function isIn(file, folders) {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}
