import type { ActionState } from '../../contract/actions.ts';
import type { CopyProgress, CopyReport } from '../../contract/copies.ts';
import type { EventName, Events } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AppError } from '../../contract/errors.ts';
import type { Result } from '../../domain/core/result.ts';
import type { ExportJob } from '../formats/reports/export-job.ts';
import type { ExportedFile } from '../formats/reports/exporter.ts';
import type { CopyJob } from '../store/copies/copy-case.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** A kind of file in a dialog; extensions without the dot. */
export interface FileFilter {
  name: string;
  extensions: string[];
}

/**
 * What the handlers need of the window and the machine; the composition root provides it. Tests give one of their own;
 * nothing here is asked of Electron directly.
 */
export interface Environment {
  readonly preferences: Preferences;
  readonly version: string;
  /** The window's runtime and its version. */
  readonly runtime: string;
  /** The annotated sample case as it ships. */
  readonly sampleCase: string;
  /** The app's own folder, where the analyst's copy of the sample case is kept. */
  readonly userData: string;
  /** The built worker that reads the checkpoints of a large case; without it the main thread reads them. */
  readonly readerPath?: string;
  /** How long a writer on another computer must show no sign of life before the analyst may take over; a minute unless given. */
  readonly silenceMilliseconds?: number | undefined;
  /** Asks for existing files; absolute paths, none when the analyst cancels. */
  chooseFiles(options: { title: string; filters: FileFilter[] }): Promise<string[]>;
  /** Asks for an existing folder; an absolute path, or null when the analyst cancels. */
  chooseFolder(options: { title: string; buttonLabel: string }): Promise<string | null>;
  /** Asks where to save, and before replacing what is there; an absolute path, or null when the analyst cancels. */
  chooseSaveLocation(options: {
    title: string;
    defaultName: string;
    filters: FileFilter[];
    buttonLabel?: string;
  }): Promise<string | null>;
  /** Makes the files of an export beside the main thread. */
  export(job: ExportJob): Promise<Result<ExportedFile[], AppError>>;
  /** Copies a case beside the main thread; null when the signal came first. */
  copy(
    job: CopyJob,
    options: { signal: AbortSignal; onProgress: (progress: CopyProgress) => void },
  ): Promise<Result<CopyReport, AppError> | null>;
  /**
   * Prints a self-contained page to the bytes of a PDF; fails with `export/no-window-runtime` where the runtime cannot.
   */
  print(html: string): Promise<Result<Uint8Array, AppError>>;
  /** Holds a page for the window to frame, instead of the last one; returns its address there. */
  holdPreview(html: string): string;
  /** Shows a file in the system's own file manager. */
  showInFolder(path: string): void;
  /** Tells the window; what is sent while there is none is lost, and a window asks for everything when it starts. */
  send<E extends EventName>(event: E, payload: Events[E]): void;
  applyTheme(theme: Settings['theme']): void;
  /** What the application menu offers has changed. */
  showMenu(state: ActionState): void;
}
