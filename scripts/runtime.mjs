/** Finds what can show the app's window: Electron, or else an installed Chromium through the Electron host. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { clearTimeout, setTimeout } from 'node:timers';
import { URL, fileURLToPath } from 'node:url';

/**
 * @typedef {{ kind: 'electron', path: string }} ElectronRuntime
 * @typedef {{ kind: 'chromium', path: string, hostDist: string }} ChromiumRuntime
 * @typedef {{ kind: 'none', message: string }} NoRuntime
 * @typedef {ElectronRuntime | ChromiumRuntime | NoRuntime} Runtime
 */

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const electronPackage = join(projectRoot, 'node_modules', 'electron');
const hostDist = join(projectRoot, 'e2e', 'electron-host');

// Long enough for 120 MB over a slow line; a refused download fails at once.
const INSTALLER_LIMIT_MS = 180_000;
const APT_LIMIT_MS = 600_000;

// Child processes inherit it, so that one run asks the download server once.
const REFUSED = 'ASSAY_ELECTRON_REFUSED';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const MAC_APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Chooses the runtime, in this order: Electron's binary, Electron's installer (once a run), an installed Chromium or
 * Chrome, and, as root on Debian or Ubuntu, Chromium from the distribution. Says on stderr what it downloads or falls back to.
 * @returns {Promise<Runtime>} `none` carries a message that says exactly what to install
 */
export async function findRuntime() {
  const alreadyRefused = Boolean(process.env[REFUSED]);
  const electron = findElectron() ?? (await installElectron());
  if (electron !== null) return { kind: 'electron', path: electron };
  if (process.platform === 'win32') return { kind: 'none', message: adviceFor('win32') };
  const browser = await findBrowser();
  if (browser.kind === 'none') return { kind: 'none', message: adviceFor(process.platform) };
  if (!alreadyRefused)
    say('Electron is not available here: using Chromium through the Electron host.');
  return browser;
}

/**
 * Finds a browser for what needs one and no app: an installed Chromium or Chrome, else the distribution's as above.
 * @returns {Promise<ChromiumRuntime | NoRuntime>} `none` carries a message that says exactly what to install
 */
export async function findBrowser() {
  const path = findChromium() ?? (await installChromium());
  if (path !== null) return { kind: 'chromium', path, hostDist };
  return { kind: 'none', message: `No Chromium was found: ${browserAdvice(process.platform)}.` };
}

/**
 * The environment that makes `electron` and the test runner start the app on this runtime.
 * @param {ElectronRuntime | ChromiumRuntime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnvironment(runtime) {
  if (runtime.kind === 'electron') return {};
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.hostDist, ASSAY_CHROMIUM: runtime.path };
}

/**
 * Starts the built app; its streams are those of this process.
 * @param {ElectronRuntime | ChromiumRuntime} runtime
 * @param {string[]} [args] the app's own arguments
 * @param {NodeJS.ProcessEnv} [env] replaces the environment of this process
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnApp(runtime, args = [], env = process.env) {
  const executable = runtime.kind === 'electron' ? runtime.path : join(hostDist, 'electron');
  // Chromium refuses to start its sandbox for root.
  const isRoot = process.getuid?.() === 0;
  return spawn(executable, [...(isRoot ? ['--no-sandbox'] : []), projectRoot, ...args], {
    stdio: 'inherit',
    env: { ...env, ...runtimeEnvironment(runtime) },
  });
}

/**
 * The installed Chromium or Chrome: the one `ASSAY_CHROMIUM` names, else the first on the PATH.
 * @returns {string | null} an absolute path
 */
export function findChromium() {
  const named = process.env['ASSAY_CHROMIUM'];
  if (named) return isAbsolute(named) && isExecutable(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  const candidates = CHROMIUM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (process.platform === 'darwin') candidates.push(...MAC_APPLICATIONS);
  return candidates.find(isExecutable) ?? null;
}

/** @returns {string | null} */
function findElectron() {
  const pathFile = join(electronPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(electronPackage, 'dist', readFileSync(pathFile, 'utf8').trim());
  return isExecutable(executable) ? executable : null;
}

/** @returns {Promise<string | null>} */
async function installElectron() {
  const installer = join(electronPackage, 'install.js');
  if (process.env[REFUSED] || !existsSync(installer)) return null;
  say('Getting Electron…');
  const status = await run(nodeForTools(), [installer], INSTALLER_LIMIT_MS);
  const executable = status === 0 ? findElectron() : null;
  if (executable === null) process.env[REFUSED] = '1';
  return executable;
}

/** @returns {Promise<string | null>} */
async function installChromium() {
  if (process.getuid?.() !== 0 || !isDebian()) return null;
  say('There is no Chromium here; installing it with apt-get…');
  const updated = await run('apt-get', ['update'], APT_LIMIT_MS);
  if (updated !== 0) return null;
  const installed = await run('apt-get', ['install', '-y', 'chromium'], APT_LIMIT_MS);
  return installed === 0 ? findChromium() : null;
}

/**
 * Runs a quiet helper program to its end or its time limit.
 * @param {string} command
 * @param {string[]} args
 * @param {number} limit milliseconds
 * @returns {Promise<number | null>} its exit code; null when it could not start or ran out of time
 */
function run(command, args, limit) {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    // The option `timeout` of spawn goes on waiting for a program that could not be started.
    const timer = setTimeout(() => child.kill(), limit);
    /** @param {number | null} code */
    function end(code) {
      clearTimeout(timer);
      settle(code);
    }
    child.once('error', () => {
      end(null);
    });
    child.once('exit', end);
  });
}

/** Electron's installer needs a newer Node than the one that may run this script. */
function nodeForTools() {
  const bundled = join(projectRoot, 'node_modules', '.bin', 'node');
  const works = existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0;
  return works ? bundled : process.execPath;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * @param {string} platform
 * @returns {string}
 */
function adviceFor(platform) {
  const start = 'Electron could not be downloaded';
  if (platform === 'win32') {
    return `${start}: allow the download from github.com, then run "npx install-electron".`;
  }
  return `${start} and no Chromium was found: ${browserAdvice(platform)}, or run "npx install-electron" where downloads from github.com are allowed.`;
}

/**
 * @param {string} platform
 * @returns {string} how to get a browser, as the end of a sentence
 */
function browserAdvice(platform) {
  if (platform === 'win32') return 'install Google Chrome and set ASSAY_CHROMIUM to its chrome.exe';
  if (platform === 'darwin') return 'install Google Chrome or Chromium in /Applications';
  return 'install Chromium (Debian, Ubuntu: "sudo apt-get install chromium"; Fedora: "sudo dnf install chromium")';
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
