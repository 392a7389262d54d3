/** Gets a fresh clone ready: dependencies from the lockfile, and the built app. Runs on Node 18 with nothing installed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fingerprint } from './fingerprint.mjs';
import { matchesLockfile } from './lockfile.mjs';
import {
  UserFacingError,
  installerEnvironment,
  projectRoot,
  readJson,
  run,
  say,
  toolCommand,
} from './project.mjs';

const INSTALL_STAMP = 'node_modules/.assay-lockfile';
const BUILD_STAMP = 'out/.assay-build';
const BUILD_INPUTS = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const BUILD_OUTPUTS = ['out/main', 'out/preload', 'out/renderer'];

/**
 * Installs the dependencies from the lockfile when they are missing or stale; says so when it takes time.
 * @throws {UserFacingError} when npm fails
 */
export async function installDependencies() {
  const locked = fingerprint(projectRoot, ['package-lock.json']);
  if (readStamp(INSTALL_STAMP) === locked) return;
  if (!isInstalledAsLocked()) {
    say('Installing the dependencies from the lockfile …');
    const { code } = await run(
      ['npm', 'ci', '--include=dev', '--include=optional', '--no-progress', '--loglevel=error'],
      {
        output: 'stderr',
        env: installerEnvironment(),
        // npm is a script of the shell on Windows.
        shell: process.platform === 'win32',
      },
    );
    if (code !== 0) {
      throw new UserFacingError(
        `The dependencies could not be installed (npm ended with code ${code}): see npm's message above, check the network or the registry it names, and try again.`,
      );
    }
  }
  writeStamp(INSTALL_STAMP, locked);
}

/**
 * Builds the app into `out/` when it is missing, when a file that goes into it changed, or when `out/` was changed
 * by something else, such as the development server.
 * @throws {UserFacingError} when the build fails; its output has been shown by then
 */
export async function buildIfNeeded() {
  if (readStamp(BUILD_STAMP) === `${fingerprintOfInputs()} ${fingerprintOfOutputs()}`) return;
  await build();
}

/**
 * Builds the app into `out/`.
 * @throws {UserFacingError} when the build fails; its output has been shown by then
 */
async function build() {
  say('Building the app …');
  // Read before the build, so that a change made meanwhile is not taken for built.
  const inputs = fingerprintOfInputs();
  rmSync(join(projectRoot, BUILD_STAMP), { force: true });
  const { code, output } = await run(
    [...toolCommand('electron-vite'), 'build', '--logLevel', 'warn'],
    {
      output: 'capture',
    },
  );
  if (code !== 0) {
    say(output);
    throw new UserFacingError(`The app could not be built (code ${code}): see the message above.`);
  }
  writeStamp(BUILD_STAMP, `${inputs} ${fingerprintOfOutputs()}`);
}

function isInstalledAsLocked() {
  const record = join(projectRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  return matchesLockfile(
    readLockfile(join(projectRoot, 'package-lock.json')),
    readLockfile(record),
  );
}

/**
 * @param {string} path
 * @returns {import('./lockfile.mjs').Lockfile}
 */
function readLockfile(path) {
  return /** @type {import('./lockfile.mjs').Lockfile} */ (readJson(path));
}

function fingerprintOfInputs() {
  return fingerprint(projectRoot, BUILD_INPUTS, (name) => !/\.test\.tsx?$/.test(name));
}

function fingerprintOfOutputs() {
  return fingerprint(projectRoot, BUILD_OUTPUTS);
}

/** @param {string} name */
function readStamp(name) {
  const path = join(projectRoot, name);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/**
 * @param {string} name
 * @param {string} value
 */
function writeStamp(name, value) {
  const path = join(projectRoot, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${value}\n`);
}
