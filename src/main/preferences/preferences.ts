import { mkdir, rename } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { AutomaticCopies, type RecentCase, Settings } from '../../contract/settings.ts';
import { ViewState } from '../../contract/view-state.ts';
import { DurableJsonFile } from '../store/disk/durable-json-file.ts';
import { isSystemError } from '../store/disk/file-errors.ts';
import { JournalMark } from '../store/journal/journal-line.ts';

const Opened = z.strictObject({ name: z.string(), path: z.string(), openedAt: z.string() });

// The interval is off until the analyst chooses one, for a copy needs a folder that only they can name.
const noCopies: AutomaticCopies = { every: 'never', keep: 10 };

/** What is known of the copies that were made of a case by schedule. */
const MadeCopies = z.strictObject({
  /** When one was last tried; null if never. ISO 8601, UTC. */
  at: z.string().nullable(),
  /** The hash of the last change that a copy has; null without one. */
  head: z.string().nullable(),
  /** Those that are still kept, oldest first by the order in which they were made. */
  copies: z.array(z.strictObject({ path: z.string(), mark: JournalMark })),
});
export type MadeCopies = z.infer<typeof MadeCopies>;

const Stored = z.strictObject({
  // What came later has a default, so that the preferences of earlier versions stay.
  settings: Settings.extend({ copies: AutomaticCopies.default(noCopies) }),
  /** Where copies are kept that are made by schedule. */
  copyFolder: z.string().nullable().default(null),
  /** The copies of each case, by its id. */
  copies: z.record(z.string(), MadeCopies).default({}),
  recent: z.array(Opened),
  /** How each case's screens were left, by the id of the case. */
  views: z.record(z.string(), ViewState),
});
type Stored = z.infer<typeof Stored>;

// More than a start screen can show without scrolling.
const remembered = 12;

/**
 * What this machine remembers for the analyst, outside any case: `preferences.json` in the app's own folder, which all
 * windows share. Changes throw where they cannot be written.
 */
export class Preferences {
  readonly #path: string;
  readonly #database: Low<Stored>;
  #turn: Promise<void> = Promise.resolve();
  #setAside: string | null = null;

  private constructor(path: string) {
    this.#path = path;
    this.#database = new Low<Stored>(new DurableJsonFile(path), defaults());
  }

  /** Reads the preferences, or starts with the defaults where there are none or they cannot be read or understood. */
  static async open(folder: string): Promise<Preferences> {
    await mkdir(folder, { recursive: true });
    const preferences = new Preferences(join(folder, 'preferences.json'));
    // The app starts without them as well; the first change says what is wrong.
    await preferences.#read().catch(() => undefined);
    return preferences;
  }

  get settings(): Settings {
    return this.#database.data.settings;
  }

  /** The path of what was kept since the app started, because nobody could make sense of it; null without any. */
  get setAside(): string | null {
    return this.#setAside;
  }

  /** Cases opened before, latest first. */
  get recent(): readonly RecentCase[] {
    return this.#database.data.recent.map((opened) => ({ key: keyOf(opened.path), ...opened }));
  }

  async changeSettings(changes: {
    [K in keyof Settings]?: Settings[K] | undefined;
  }): Promise<void> {
    await this.#change((stored) => {
      const { theme, analyst, copies } = stored.settings;
      stored.settings = {
        theme: changes.theme ?? theme,
        analyst: changes.analyst ?? analyst,
        copies: changes.copies ?? copies,
      };
    });
  }

  /** Where copies are kept that are made by schedule; null before one was chosen. */
  get copyFolder(): string | null {
    return this.#database.data.copyFolder;
  }

  async changeCopyFolder(folder: string): Promise<void> {
    await this.#change((stored) => {
      stored.copyFolder = folder;
    });
  }

  /** The copies that were made of a case by schedule. */
  madeCopies(caseId: string): MadeCopies {
    return this.#database.data.copies[caseId] ?? { at: null, head: null, copies: [] };
  }

  async rememberCopies(caseId: string, made: MadeCopies): Promise<void> {
    await this.#change(({ copies }) => {
      copies[caseId] = made;
    });
  }

  /** The path of a recent case, or undefined if the key is not of one. */
  pathOf(key: string): string | undefined {
    return this.#database.data.recent.find(({ path }) => keyOf(path) === key)?.path;
  }

  /** Puts a case first among the recent ones. */
  async rememberCase(opened: z.infer<typeof Opened>): Promise<void> {
    await this.#change((stored) => {
      const others = stored.recent.filter(({ path }) => path !== opened.path);
      stored.recent = [opened, ...others].slice(0, remembered);
    });
  }

  /** Takes a case off the list; the case itself stays where it is. */
  async forgetCase(key: string): Promise<void> {
    await this.#change((stored) => {
      stored.recent = stored.recent.filter(({ path }) => keyOf(path) !== key);
    });
  }

  /** How the screens of a case were left. */
  viewState(caseId: string): ViewState {
    return this.#database.data.views[caseId] ?? {};
  }

  async changeViewState(caseId: string, changes: ViewState): Promise<void> {
    await this.#change(({ views }) => {
      views[caseId] = { ...views[caseId], ...changes };
    });
  }

  /** Resolves when nothing is being written any more. */
  async idle(): Promise<void> {
    await this.#turn;
  }

  // One after another, each on what is there by then: another window may have written since.
  #change(change: (stored: Stored) => void): Promise<void> {
    const changed = this.#turn.then(async () => {
      await this.#read();
      change(this.#database.data);
      await this.#database.write();
    });
    this.#turn = changed.catch(() => undefined);
    return changed;
  }

  // What nobody can make sense of is kept beside the preferences, which begin anew. Throws where the file cannot be read,
  // for what is in it is then not known.
  async #read(): Promise<void> {
    const before = this.#database.data;
    try {
      await this.#database.read();
      this.#database.data = Stored.parse(this.#database.data);
    } catch (error) {
      this.#database.data = before;
      if (isSystemError(error)) throw error;
      await this.#keepAside();
    }
  }

  async #keepAside(): Promise<void> {
    const moment = new Date().toISOString().replaceAll(':', '.');
    const path = `${this.#path}.${moment}.not-understood`;
    await rename(this.#path, path);
    this.#setAside = path;
  }
}

function defaults(): Stored {
  const settings = { theme: 'system' as const, analyst: userName(), copies: noCopies };
  return { settings, copyFolder: null, copies: {}, recent: [], views: {} };
}

/** The name under which changes are recorded until the analyst gives another: the computer's name for its user. */
export function userName(): string {
  try {
    return userInfo().username || 'Analyst';
  } catch {
    // Some systems run programs for users they have no entry of.
    return 'Analyst';
  }
}

function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
