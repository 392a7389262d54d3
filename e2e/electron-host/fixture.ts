import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { build, type InlineConfig } from 'vite';

const here = import.meta.dirname;
const root = join(here, '..', '..');

// Playwright reads it when it first starts an app: the stand-in takes the place of Electron's folder.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = here;

/** The test app, built and started. */
export interface RunningFixture {
  app: ElectronApplication;
  window: Page;
  userData: string;
}

/** Builds the test app as the real one is built, in a temporary folder; returns the folder. */
export async function buildFixture(
  mainScript = join(here, 'fixture-app', 'main.ts'),
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-fixture-'));
  const renderer = join(folder, 'out', 'renderer');
  await mkdir(renderer, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'fixture', type: 'module', main: 'out/main/index.js' }),
  );
  for (const name of ['index.html', 'page.css']) {
    await copyFile(join(here, 'fixture-app', name), join(renderer, name));
  }
  await build(script(join(here, 'fixture-app', 'page.ts'), renderer, 'es', 'page.js'));
  await build(script(mainScript, join(folder, 'out', 'main'), 'es', 'index.js'));
  await build(
    script(join(root, 'src/preload/index.ts'), join(folder, 'out/preload'), 'cjs', 'index.cjs'),
  );
  return folder;
}

/** Starts a built test app with a user-data folder of its own; invisible whatever screen there is. */
export async function startFixture(folder: string): Promise<RunningFixture> {
  const userData = await mkdtemp(join(tmpdir(), 'assay-user-data-'));
  const app = await _electron.launch({
    args: [folder],
    colorScheme: null,
    env: { ...environment(), ASSAY_USER_DATA: userData, ASSAY_HEADLESS: '1' },
  });
  const window = await app.firstWindow();
  await window.waitForSelector('h1');
  // Its stylesheet comes after its words.
  await window.waitForLoadState();
  return { app, window, userData };
}

/** Ends a test app and removes what it left. */
export async function stopFixture({ app, userData }: RunningFixture): Promise<void> {
  await app.close();
  await rm(userData, { recursive: true, force: true });
}

/** The environment without what is not set. */
export function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

function script(entry: string, outDir: string, format: 'es' | 'cjs', name: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'error',
    root: here,
    build: {
      emptyOutDir: false,
      ssr: entry,
      outDir,
      rolldownOptions: { external: ['electron'], output: { format, entryFileNames: name } },
    },
  };
}
