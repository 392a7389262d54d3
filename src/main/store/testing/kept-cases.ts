import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyRecord } from '../../../domain/records/registry.ts';
import { recordsById } from '../../../domain/testing/random-walk.ts';
import type { CaseStore } from '../store-interface.ts';
import { type ChangingCase, MemoryCase } from './memory-case.ts';
import { copyOf, journalFile, spoil } from './spoiled-case.ts';
import { reopen, temporaryCase, valueOf } from './temporary-case.ts';

/** A case and what can be done with it from outside, wherever its journal is kept. */
export interface KeptCase {
  readonly store: ChangingCase;
  /** Its records as they were after a change, by their ids. */
  recordsAfter(seq: number): Promise<AnyRecord[]>;
  /** Closes it and opens it again, for Ada unless another is named. */
  reopen(analyst?: string): Promise<KeptCase>;
  /** Opens a copy of it. */
  copy(analyst: string): Promise<KeptCase>;
  /** Makes words in its journal others of the same length, as no writer does. */
  spoil(words: string, others: string): Promise<void>;
}

/** Makes a case with nothing in it. */
type Making = (now?: () => Date) => Promise<KeptCase>;

/** The ways to keep a case: what its past can do does not depend on them. */
export const keptCases: [string, Making][] = [
  ['in a folder', async (now) => inFolder(await temporaryCase(now))],
  ['in memory', async (now = systemClock) => inMemory(await MemoryCase.create(now), now)],
];

function inFolder(store: CaseStore): KeptCase {
  const { path } = store;
  return {
    store,
    recordsAfter: async (seq) => recordsById(valueOf(await store.asOf(seq)).view.records()),
    reopen: async (analyst = 'Ada') => {
      await store.close();
      return inFolder(await reopen(path, { analyst }));
    },
    copy: async (analyst) => {
      const copied = await copyOf(path);
      await rm(join(copied, 'lock'), { force: true });
      return inFolder(await reopen(copied, { analyst }));
    },
    spoil: (words, others) =>
      spoil(path, journalFile, (bytes) => Buffer.from(bytes.toString().replace(words, others))),
  };
}

function inMemory(store: MemoryCase, now: () => Date): KeptCase {
  const copy = async (analyst = 'Ada'): Promise<KeptCase> =>
    inMemory(await store.copy(analyst, now), now);
  return {
    store,
    recordsAfter: async (seq) =>
      recordsById(valueOf(await store.history.stateAfter(seq)).state.records()),
    reopen: copy,
    copy,
    spoil: (words, others) => {
      store.journal.damage((bytes) => Buffer.from(bytes.toString().replace(words, others)));
      return Promise.resolve();
    },
  };
}

function systemClock(): Date {
  return new Date();
}
