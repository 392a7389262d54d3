import type { ImportReport } from '../../contract/imports.ts';
import type { AppError } from '../../contract/errors.ts';
import { type Result, ok } from '../../domain/core/result.ts';
import { documentFormats } from '../formats/documents/formats.ts';
import { offeredFormats } from '../formats/reports/formats.ts';
import { CaseChoice, chooseCasePlace } from '../services/case-choice.ts';
import type { Copies } from '../services/copies.ts';
import type { Handlers } from './dispatcher.ts';
import type { Environment, FileFilter } from '../services/environment.ts';
import { exportHandlers } from './export-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import type { ImportInput } from '../services/import-documents.ts';
import { bytesInput, fileInput, inputsOf, pastedInput } from '../services/import-inputs.ts';
import type { ImportJobs } from '../services/import-jobs.ts';
import { caseKey, fileNameOf } from '../services/open-case.ts';
import { safetyHandlers } from './safety-handlers.ts';
import { type Session, withCase } from '../services/session.ts';

/**
 * Answers every call of the contract. Made once, by the composition root; the handlers keep what they need between
 * calls in closures and in the services.
 */
export function createHandlers(
  environment: Environment,
  session: Session,
  imports: ImportJobs,
  copies: Copies,
): Handlers {
  return {
    ...appHandlers(environment, session, copies),
    ...safetyHandlers(environment, session, copies),
    ...caseHandlers(environment, session),
    ...changeHandlers(environment, session),
    ...importHandlers(environment, session, imports),
    ...exportHandlers(environment, session),
    ...historyHandlers(environment, session),
  };
}

/** Calls about the app itself, which need no open case. */
function appHandlers(environment: Environment, session: Session, copies: Copies) {
  const { preferences, version, runtime } = environment;
  return {
    // The window asks this once, as soon as its scripts run, also after it was loaded anew while a case is open.
    'app/start': async () => {
      const { settings, recent, copyFolder, setAside } = preferences;
      const open = await session.snapshot();
      const documents = documentFormats.map(({ id, label, plural }) => ({ id, label, plural }));
      const formats = { documentFormats: documents, formats: offeredFormats() };
      return ok({ settings, recent, setAside, ...formats, copyFolder, open, version, runtime });
    },
    'settings/change': async (changes) => {
      await preferences.changeSettings(changes);
      environment.applyTheme(preferences.settings.theme);
      // A new schedule may make a copy due at once. Nobody waits for it: it may take minutes, and tells by itself if it
      // fails.
      void copies.look();
      return ok(preferences.settings);
    },
  } satisfies Partial<Handlers>;
}

/** Opening and leaving cases. Their places are asked for here: the window never names a path. */
function caseHandlers(environment: Environment, session: Session) {
  const { preferences } = environment;
  const cases = new CaseChoice(environment);
  return {
    'case/create': async ({ name }) => {
      const path = await chooseCasePlace(environment, {
        title: 'Where to keep the new case',
        name: fileNameOf(name),
        buttonLabel: 'Create the case',
      });
      return path === null ? ok(null) : session.create(path, name);
    },
    'case/open': async ({ choice, readOnly, recover }) => {
      const path = await cases.pathOf(choice);
      if (!path.ok) return path;
      return path.value === null ? ok(null) : session.open(path.value, { readOnly, recover });
    },
    'case/more': ({ rest }) => session.more(rest),
    'case/close': async () => {
      // It may have been found damaged, and is then to be opened again.
      const present = await session.present();
      if (present.ok) cases.remember(present.value.path);
      await session.close();
      return ok({ recent: preferences.recent });
    },
    'case/forget': async ({ key }) => {
      await preferences.forgetCase(key);
      return ok({ recent: preferences.recent });
    },
  } satisfies Partial<Handlers>;
}

/**
 * Changes to the open case, and reading its texts. A change is answered when it is on disk; its diff is broadcast
 * besides.
 */
function changeHandlers({ preferences }: Environment, session: Session) {
  return {
    'command/run': async ({ name, input }) => withCase(session, (store) => store.run(name, input)),
    'command/undo': async () => withCase(session, (store) => store.undo()),
    'command/redo': async () => withCase(session, (store) => store.redo()),
    'document/text': ({ document }) => session.readText(document),
    'view/change': async ({ changes }) =>
      withCase(session, async (store) => {
        await preferences.changeViewState(caseKey(store), changes);
        return ok(null);
      }),
  } satisfies Partial<Handlers>;
}

/** Every way in which documents come: a way makes inputs, and all inputs are imported alike. */
function importHandlers(environment: Environment, session: Session, imports: ImportJobs) {
  function importAll(
    job: string,
    inputs: readonly ImportInput[],
  ): Promise<Result<ImportReport, AppError>> {
    return withCase(session, (store) => imports.start(job, store, inputs));
  }
  return {
    'import/files': async ({ job }) => {
      const paths = await environment.chooseFiles({
        title: 'Import documents',
        filters: importFilters(),
      });
      return paths.length === 0 ? ok(null) : importAll(job, paths.map(fileInput));
    },
    'import/folder': async ({ job }) => {
      const options = { title: 'Import a folder', buttonLabel: 'Import the folder' };
      const folder = await environment.chooseFolder(options);
      if (folder === null) return ok(null);
      const inputs = await inputsOf(folder);
      return inputs.ok ? importAll(job, inputs.value) : inputs;
    },
    'import/dropped': ({ job, files }) =>
      importAll(
        job,
        files.map(({ name, bytes }) => bytesInput(name, bytes)),
      ),
    'import/pasted': ({ job, title, text }) => importAll(job, [pastedInput(title, text)]),
    'import/cancel': ({ job }) => {
      imports.cancel(job);
      return Promise.resolve(ok(null));
    },
  } satisfies Partial<Handlers>;
}

// All that can be read, each format by itself, and every file.
function importFilters(): FileFilter[] {
  const formats = documentFormats.map(({ label, extensions }) => ({
    name: label,
    extensions: [...extensions],
  }));
  const all = formats.flatMap(({ extensions }) => extensions);
  return [
    { name: 'Documents', extensions: all },
    ...formats,
    { name: 'All files', extensions: ['*'] },
  ];
}
