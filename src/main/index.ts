import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { appError } from '../contract/errors.ts';
import { err, ok } from '../domain/core/result.ts';
import { exportInWorker } from './formats/reports/export-worker.ts';
import { Copies } from './services/copies.ts';
import { createDispatcher } from './handlers/dispatcher.ts';
import type { Environment } from './services/environment.ts';
import { createHandlers } from './handlers/handlers.ts';
import { createImportJobs } from './services/import-jobs.ts';
import { menuSections } from './services/menu.ts';
import { reasonOf } from './services/reason.ts';
import { Session } from './services/session.ts';
import {
  type AppWindow,
  appPaths,
  chooseFiles,
  chooseFolder,
  chooseSaveLocation,
  handleInvoke,
  holdPreview,
  openWindow,
  printToPdf,
  quit,
  runApp,
  runtimeName,
  setMenu,
  setTheme,
  showInFolder,
} from './platform/index.ts';
import exportWorkerPath from './formats/reports/worker?modulePath';
import importWorkerPath from './formats/documents/worker?modulePath';
import { copyInWorker } from './store/copies/copy-worker.ts';
import { Preferences } from './preferences/preferences.ts';
import readerPath from './store/checkpoints/worker?modulePath';
import storeWorkerPath from './store/copies/worker?modulePath';
import { version } from './version.ts';

// `--print-pdf PAGE PDF` prints one HTML file and ends: how the command line makes a PDF.
const printing = process.argv.indexOf('--print-pdf');

runApp(printing === -1 ? start : print);

async function start(): Promise<void> {
  const { userData, resources } = appPaths();
  // The services are made before the window, which calls as soon as its page runs; what they send until then reaches
  // nobody.
  let window: AppWindow | null = null;
  const preferences = await Preferences.open(userData);
  const environment: Environment = {
    preferences,
    version,
    runtime: runtimeName(),
    sampleCase: join(resources, 'sample-case', 'Sample case.assay'),
    userData,
    readerPath,
    silenceMilliseconds: silenceAskedFor(),
    chooseFiles,
    chooseFolder,
    chooseSaveLocation,
    export: (job) => exportInWorker(exportWorkerPath, job),
    copy: (job, options) => copyInWorker(job, { workerPath: storeWorkerPath, ...options }),
    print: async (html) => {
      try {
        return ok(await printToPdf(html));
      } catch (error) {
        const reason = reasonOf(error);
        return err(appError('export/no-window-runtime', { reason }));
      }
    },
    holdPreview,
    showInFolder,
    send: (event, payload) => window?.send(event, payload),
    applyTheme: setTheme,
    showMenu: (state) => {
      setMenu(menuSections(state), (action) => window?.send('menu/chosen', { action }));
    },
  };
  const imports = createImportJobs(importWorkerPath, (job, progress) => {
    environment.send('import/progress', { job, ...progress });
  });
  const session = new Session(environment, imports.cancelAll);
  const copies = new Copies(environment, () => session.present());
  copies.start();
  handleInvoke(createDispatcher(createHandlers(environment, session, imports, copies)));
  // Before the window opens, so that it never shows in the colours of the other theme first.
  environment.applyTheme(preferences.settings.theme);
  environment.showMenu({ caseOpen: false, isReadOnly: false, undo: null, redo: null });
  window = await openWindow();
  window.onCloseRequested(async () => {
    // Imports and copies use the case, so they end first; the preferences may still be writing what the case's closing
    // left to them.
    await imports.close();
    await copies.close();
    await session.close();
    await preferences.idle();
  });
}

/*
 * Signs of life may reach a slow network drive so late that the usual minute is too short. The end-to-end tests ask for less,
 * because they cannot wait that long.
 */
function silenceAskedFor(): number | undefined {
  const asked = process.env['ASSAY_SILENCE_SECONDS'];
  if (asked === undefined || asked === '') return undefined;
  const seconds = Number(asked);
  if (!(seconds > 0)) throw new Error('ASSAY_SILENCE_SECONDS must be a number of seconds.');
  return seconds * 1_000;
}

async function print(): Promise<void> {
  const [page, pdf] = process.argv.slice(printing + 1);
  if (page === undefined || pdf === undefined) throw new Error('--print-pdf wants PAGE and PDF');
  await writeFile(pdf, await printToPdf(await readFile(page, 'utf8')));
  quit();
}
