import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalStart, outlineOf, readLine, sealLine } from './journal-line.ts';
import { noOldLines } from './old-lines.ts';
import { AnalystId } from '../../../domain/records/analyst/record.ts';

const by = AnalystId.parse('analyst-00000000-0000-7000-8000-000000000001');
const at = '2026-03-15T12:00:00.000Z';

function lineOf(label: string, undoes?: number): Buffer {
  const diff = {
    created: [{ type: 'analyst' as const, id: by, name: 'Ada' }],
    updated: [],
    removed: [],
  };
  return sealLine(journalStart, { at, by, command: 'test', label, diff, undoes }).bytes;
}

test('a line is read as it was sealed, whatever characters it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (label) => {
      const line = lineOf(label, 7);
      expect(line.at(-1)).toBe(0x0a);
      expect(readLine(line.subarray(0, -1), noOldLines)).toMatchObject({
        seq: 1,
        at,
        by,
        label,
        undoes: 7,
      });
    }),
  );
});

test('its outline is what the whole line says, whatever characters it holds', () => {
  const label = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(',"diff":{"created"'));
  fc.assert(
    fc.property(label, fc.option(fc.integer({ min: 1 }), { nil: undefined }), (words, undoes) => {
      const line = lineOf(words, undoes).subarray(0, -1);
      const { seq, by: whose, command, label: read } = readLine(line, noOldLines) ?? {};
      expect(outlineOf(line)).toEqual({ seq, by: whose, command, label: read, undoes });
    }),
  );
  expect(outlineOf(Buffer.from('{"seq":1,"diff":{}}'))).toBeNull();
  expect(outlineOf(Buffer.from('nothing'))).toBeNull();
});

test('its hash is that of the line without the field', () => {
  const text = lineOf('A label').toString('utf8');
  const seal = /,"hash":"([0-9a-f]{64})"\}\n$/.exec(text);
  const hashed = text.replace(/,"hash":"[0-9a-f]{64}"\}\n$/, '}');
  expect(seal?.[1]).toBe(createHash('sha256').update(hashed).digest('hex'));
  expect(Object.keys(JSON.parse(hashed) as object)).toEqual([
    'seq',
    'format',
    'at',
    'by',
    'command',
    'label',
    'diff',
    'prev',
  ]);
});

test('a change of any bit is noticed', () => {
  const line = lineOf('A label').subarray(0, -1);
  for (let position = 0; position < line.length; position += 1) {
    for (const bit of [1, 4, 128]) {
      const changed = Buffer.from(line);
      changed[position] = (changed[position] ?? 0) ^ bit;
      expect(readLine(changed, noOldLines)).toBeNull();
    }
  }
});

test('a line cut anywhere is no line', () => {
  const line = lineOf('A label').subarray(0, -1);
  for (let length = 0; length < line.length; length += 1)
    expect(readLine(line.subarray(0, length), noOldLines)).toBeNull();
});

test('a line with fields of its own is no line, even with a hash that fits', () => {
  const text = lineOf('A label')
    .toString('utf8')
    .replace(/,"hash".*\n$/, ',"__proto__":{"polluted":1}}');
  const hash = createHash('sha256').update(text).digest('hex');
  expect(readLine(Buffer.from(`${text.slice(0, -1)},"hash":"${hash}"}`), noOldLines)).toBeNull();
});
