import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import {
  _electron,
  expect as baseExpect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';

/** What every end-to-end test gets; all of it is new for the test and gone after it. */
export interface AppFixtures {
  /** How the work folder's name begins: a test can ask for spaces or other letters in its paths. */
  workFolderName: string;
  /** Variables that the app is started with besides those of the tests' own process. */
  appEnvironment: Readonly<Record<string, string>>;
  /** An empty folder for the test's own files: cases, documents, exports. */
  workFolder: string;
  /** The built app, started with an empty folder of settings. */
  app: ElectronApplication;
  /** The app's window, its first screen shown. */
  window: Page;
}

const projectRoot = join(import.meta.dirname, '..');

// How long a condition may take to be met, in milliseconds: a machine that does much else takes its time.
const patience = 60_000;

/** Playwright's `expect` with that patience; its own is 5 seconds where there is no test runner, as in the demo. */
export const expect = baseExpect.configure({ timeout: patience });

/** The window of an app that was just launched, with the app's own page in it: it begins with an empty one. */
export async function firstWindow(app: ElectronApplication): Promise<Page> {
  const window = await app.firstWindow();
  await window.waitForURL('**/index.html');
  return window;
}

/** Playwright's `test` with the app; the runtime is the one that e2e/playwright.config.ts has chosen. */
export const test = base.extend<AppFixtures>({
  workFolderName: ['assay-work-', { option: true }],
  appEnvironment: [{}, { option: true }],
  workFolder: async ({ workFolderName }, use) => {
    await withFolder(workFolderName, use);
  },
  app: async ({ workFolder, appEnvironment }, use, testInfo) => {
    await withFolder('assay-user-data-', async (userData) => {
      const app = await launchApp(userData, workFolder, appEnvironment);
      testInfo.annotations.push({ type: 'runtime', description: await runtimeOf(app) });
      try {
        await use(app);
      } finally {
        await app.close();
      }
    });
  },
  window: async ({ app }, use) => {
    await use(await firstWindow(app));
  },
});

/**
 * Starts the built app with `userData` as its folder of settings and `workFolder` as its working folder.
 * Whoever starts it closes it. For tests that need to start the app more than once; others use the fixture.
 */
export async function launchApp(
  userData: string,
  workFolder: string,
  environment: AppFixtures['appEnvironment'] = {},
): Promise<ElectronApplication> {
  const app = await _electron.launch({
    timeout: patience,
    args: [projectRoot],
    cwd: workFolder,
    // The colours are the app's own choice unless a test says otherwise.
    colorScheme: null,
    env: { ...definedEnvironment(), ...environment, ASSAY_USER_DATA: userData },
  });
  app.context().setDefaultTimeout(patience);
  return app;
}

/** What shows the app's window, such as "Electron 45.4.1" or "Chromium 156.0 through the Electron host". */
function runtimeOf(app: ElectronApplication): Promise<string> {
  return app.evaluate(async (electron) => {
    await electron.app.whenReady();
    const versions: Partial<NodeJS.ProcessVersions> = globalThis.process.versions;
    if (versions['electron']) return `Electron ${versions['electron']}`;
    return `Chromium ${versions['chrome'] ?? ''} through the Electron host`;
  });
}

/** How the app's dialogs are answered from now on; a dialog without an answer is cancelled. */
export interface DialogAnswers {
  /** Absolute paths for dialogs that choose files or a folder. */
  open?: string[];
  /** An absolute path for dialogs that choose where to save. */
  save?: string;
}

/** Answers every dialog that the app opens after this call, until the next call. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: DialogAnswers,
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { open, save }) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: open === undefined, filePaths: open ?? [] });
      dialog.showSaveDialog = () =>
        Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
    },
    { open: answers.open, save: answers.save },
  );
}

async function withFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
