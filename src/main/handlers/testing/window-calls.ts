import { appError } from '../../../contract/errors.ts';
import { err } from '../../../domain/core/result.ts';
import { Preferences } from '../../preferences/preferences.ts';
import { Copies } from '../../services/copies.ts';
import type { Environment } from '../../services/environment.ts';
import { createImportJobs } from '../../services/import-jobs.ts';
import { Session } from '../../services/session.ts';
import { temporaryFolder } from '../../store/testing/temporary-case.ts';
import { createDispatcher } from '../dispatcher.ts';
import { createHandlers } from '../handlers.ts';

/**
 * The calls of a window that is not there: its dialogs are cancelled, it can neither print nor export nor copy, and nothing
 * that it is told is kept, unless the test has it otherwise.
 */
export async function windowCalls(otherwise: Partial<Environment>) {
  const userData = await temporaryFolder();
  const environment: Environment = {
    ...{ version: '0.0.0', runtime: 'None', sampleCase: '', userData },
    preferences: await Preferences.open(userData),
    chooseFiles: () => Promise.resolve([]),
    chooseFolder: () => Promise.resolve(null),
    chooseSaveLocation: () => Promise.resolve(null),
    export: () => Promise.resolve(err(appError('export/nothing-chosen', {}))),
    copy: () => Promise.resolve(null),
    print: () => Promise.resolve(err(appError('export/no-window-runtime', { reason: 'none' }))),
    holdPreview: (html) => html,
    showInFolder: () => undefined,
    send: () => undefined,
    applyTheme: () => undefined,
    showMenu: () => undefined,
    ...otherwise,
  };
  const imports = createImportJobs('', () => undefined);
  const session = new Session(environment, imports.cancelAll);
  const copies = new Copies(environment, () => session.present());
  return { session, call: createDispatcher(createHandlers(environment, session, imports, copies)) };
}
