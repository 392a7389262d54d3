import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { IdOf, RecordType } from '../../../domain/records/registry.ts';

// Drawing takes about as long however little is drawn, so it is done for many ids at once.
const idBytes = 16;
const drawnBytes = 256 * idBytes;

/** Makes ids that sort by time of creation: UUIDs of version 7 behind the record's type, each greater than the one before. */
export class IdSource {
  readonly #now: () => Date;
  #milliseconds = -Infinity;
  #sequence = 0;
  readonly #random = new Uint8Array(drawnBytes);
  #spent = drawnBytes;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** A fresh id of a record type. */
  next<T extends RecordType>(type: T): IdOf[T] {
    const now = this.#now().getTime();
    if (now > this.#milliseconds) {
      this.#milliseconds = now;
      // Half of the 32-bit counter stays free, so that it does not run out within a millisecond.
      this.#sequence = randomInt(2 ** 31);
    } else {
      this.#sequence += 1;
    }
    // The prefix and the version are what the schema of the type's id describes.
    return `${type}-${v7({ msecs: this.#milliseconds, seq: this.#sequence, random: this.#draw() })}` as IdOf[T];
  }

  #draw(): Uint8Array {
    if (this.#spent === drawnBytes) {
      randomFillSync(this.#random);
      this.#spent = 0;
    }
    this.#spent += idBytes;
    return this.#random.subarray(this.#spent - idBytes, this.#spent);
  }
}
