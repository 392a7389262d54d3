import { Sha256 } from '../core/record-id.ts';
import type { IdOf, RecordType } from '../records/registry.ts';

/** An id that is the same on every run: of the pattern that the schemas of ids ask for, with a number for its end. */
export function fixedId<T extends RecordType>(type: T, number: number): IdOf[T] {
  return `${type}-00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as IdOf[T];
}

/** A hash for a test that reads no files: any will do, as long as no two are the same. */
export function fixedHash(number: number): Sha256 {
  return Sha256.parse(number.toString(16).padStart(64, '0'));
}
