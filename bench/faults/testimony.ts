import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Diff } from '../../src/domain/core/diff.ts';
import { operationKinds } from './operations.ts';

/** What a program under faults says of itself on standard output, a line of JSON each, at the moment it happens. */
const Message = z.discriminatedUnion('kind', [
  /** The fault struck, at this operation. */
  z.object({ kind: z.literal('fault'), operation: z.string() }),
  /** Something was asked for; `ask` counts from 0. */
  z.object({ kind: z.literal('asked'), ask: z.int(), command: z.string() }),
  /** It was acknowledged, as journal line `seq`; null where nothing was to be written there. */
  z.object({
    kind: z.literal('acknowledged'),
    ask: z.int(),
    seq: z.int().nullable(),
    diff: Diff.nullable(),
  }),
  z.object({ kind: z.literal('refused'), ask: z.int(), code: z.string() }),
  /** All was done; `records` is the digest of what is in memory, or null where nothing is open. */
  z.object({
    kind: z.literal('end'),
    records: z.string().nullable(),
    operations: z.array(z.enum(operationKinds)),
  }),
]);
export type Message = z.infer<typeof Message>;

/** Something a program asked of its store, and the answer it got. */
export interface Ask {
  readonly command: string;
  readonly answer: Extract<Message, { kind: 'acknowledged' | 'refused' }> | null;
}

/** All that a program said before it ended or died. */
export interface Testimony {
  /** The operation that the fault struck; null where it struck none. */
  readonly fault: string | null;
  readonly asks: readonly Ask[];
  readonly end: Extract<Message, { kind: 'end' }> | null;
}

/** Understands what a program said; a last line that it did not finish does not count. */
export function readTestimony(output: string): Testimony {
  const messages = output
    .split('\n')
    .slice(0, -1)
    .map((line) => Message.parse(JSON.parse(line)));
  const asks: Ask[] = [];
  let fault: string | null = null;
  let end: Testimony['end'] = null;
  for (const message of messages) {
    if (message.kind === 'fault') fault = message.operation;
    else if (message.kind === 'asked')
      asks[message.ask] = { command: message.command, answer: null };
    else if (message.kind === 'end') end = message;
    else asks[message.ask] = { command: asks[message.ask]?.command ?? '', answer: message };
  }
  return { fault, asks, end };
}

/** A hash of records that does not depend on their order nor on that of their fields. */
export function digestOf(records: Iterable<{ readonly id: string }>): string {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonical(sorted)).digest('hex');
}

/** JSON with the fields of every object in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
