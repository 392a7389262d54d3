import type { Contents } from '../exporter.ts';

/** Writes the statements in the order of the report. */
export function write({ claims }: Contents): Uint8Array[] {
  const lines = Array.from(claims.values(), ({ statement }) => `${statement}\n`);
  return [new TextEncoder().encode(lines.join(''))];
}
