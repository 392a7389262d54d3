import { hash } from 'node:crypto';

// The first line is `{"hash":"<64 digits>",` and a newline; the hash is that of all bytes after it.
const pattern = /^\{"hash":"([0-9a-f]{64})",\n$/;
const sealLength = 76;

/** The hash that the first line of a checkpoint says, or null where there is no seal of ours. */
export function sealOf(bytes: Uint8Array): string | null {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(sealLength, bytes.length));
  return pattern.exec(line.toString('latin1'))?.[1] ?? null;
}

/** Tells whether a checkpoint is what its seal says. */
export function isIntact(bytes: Uint8Array): boolean {
  const seal = sealOf(bytes);
  return seal !== null && seal === hash('sha256', bytes.subarray(sealLength), 'hex');
}
