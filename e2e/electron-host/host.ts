// The host's entry: `host.ts <executable> [-r module] [--switches] <app folder> [arguments]`, as Electron's command line.
import { createRequire, registerHooks } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../../scripts/runtime.mjs';
import { addSwitch, allWindowsClosed, app, becomeReady, placeApp, takeSwitches } from './app.ts';
import { startBrowser, type BrowserOwner } from './browser.ts';
import { observeWindows } from './browser-window.ts';
import { parseCommandLine } from './command-line.ts';
import { isHeadless } from './environment.ts';
import { onThemeChange, colourScheme } from './native-theme.ts';
import { answerRequest, refuseDownload, session } from './session.ts';
import { contentsOfPage, decidePopup, openPageOf, webContents } from './web-contents.ts';

// How often to look whether the test runner is still there, in milliseconds.
const RUNNER_CHECK_MS = 250;

const owner: BrowserOwner = {
  onPopup: (opener, url) => {
    contentsOfPage(opener)?.[decidePopup](url);
  },
  onRequest: async (browser, page, paused) => {
    const hostSession = contentsOfPage(page)?.session ?? session.defaultSession;
    await answerRequest(browser, hostSession, paused).catch((error: unknown) => {
      // A request whose page has gone meanwhile needs no answer.
      if (!String(error).includes('Invalid InterceptionId')) throw error;
    });
  },
};

await run();

async function run(): Promise<void> {
  // Whoever read what we say may be gone before us; that is no failure.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const [executable = 'electron', ...words] = process.argv.slice(2);
  const { preloads, switches, appFolder } = parseCommandLine(words);
  if (appFolder === null) throw new Error('Name the folder of the app to run.');
  process.argv = [executable, ...words];
  const { mainScript } = placeApp(resolve(appFolder));
  for (const [name, value] of switches) addSwitch(name, value);
  // Electron itself asks nobody before it reaches the machine's own network.
  addSwitch('disable-features', 'LocalNetworkAccessChecks');
  // Chromium loads pages for its address bar with every window; Electron has none, and they take as long as all the rest.
  addSwitch('disable-features', 'WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup');
  provideElectron();
  const require = createRequire(mainScript);
  for (const preload of preloads) require(preload);

  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found on the PATH.');
  if (switches.has('remote-debugging-port')) endWithRunner();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      app.quit();
    });
  const starting = startBrowser(
    { executable: executablePath, headless: isHeadless(), switches: takeSwitches() },
    owner,
  );
  observe();
  const [{ chromium }] = await Promise.all([starting, import(pathToFileURL(mainScript).href)]);
  const { product } = await chromium.browser.send('Browser.getVersion');
  Object.assign(process.versions, { chrome: product.replace(/^.*\//, '') });
  void chromium.exited.then(() => {
    app.exit(1);
  });
  chromium.browser.on('Browser.downloadWillBegin', () => {
    refuseDownload(session.defaultSession);
  });
  app[becomeReady]();
}

function provideElectron(): void {
  const url = new URL('electron.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context),
  });
}

function observe(): void {
  observeWindows({
    onContentsCreated: (contents) => {
      app.emit('web-contents-created', {}, contents);
    },
    onAllClosed: () => {
      app[allWindowsClosed]();
    },
  });
  onThemeChange(() => {
    for (const contents of webContents.getAllWebContents()) {
      void contents[openPageOf]?.showColours(colourScheme());
    }
  });
}

// The runner kills its group of processes when it ends in order; when it is killed itself, nobody else would end us.
function endWithRunner(): void {
  const runner = process.ppid;
  setInterval(() => {
    // At once: Chromium ends with its pipes, and what remains is removed by who outlives us.
    if (process.ppid !== runner) process.exit(1);
  }, RUNNER_CHECK_MS).unref();
}

function fail(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  app.exit(1);
}
