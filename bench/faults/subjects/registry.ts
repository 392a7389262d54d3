import { lowdb } from './lowdb.ts';
import { store } from './store.ts';
import type { Subject } from './subject.ts';
import { plainWriteFile } from './write-file.ts';

/** Who saves the same notes under the same faults. */
export const subjects: readonly Subject[] = [store, lowdb, plainWriteFile];
