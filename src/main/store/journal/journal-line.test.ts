import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentFormat } from '../../migrations/registry.ts';
import { resealed } from '../testing/spoiled-case.ts';
import {
  formatOf,
  isBeginning,
  isOlderLine,
  journalStart,
  linesWithin,
  outlineOf,
  readLine,
  readPastLine,
  sealLine,
} from './journal-line.ts';
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

test('a line says of which format it is, and is believed only where it is intact', () => {
  const line = lineOf('A label').subarray(0, -1);
  const older = resealed(line, /"format":\d+/, '"format":2');
  const newer = resealed(line, /"format":\d+/, '"format":99');
  const unstated = resealed(line, /"format":\d+,/, '');
  const other = Buffer.from('{"seq":1,"form":2}');
  const lines = [line, older, newer, unstated, other];
  expect(lines.map(formatOf)).toEqual([currentFormat, 2, 99, 1, 1]);
  expect(lines.map(isOlderLine)).toEqual([false, true, false, true, false]);
  // Torn, it still looks like one of an older format.
  const torn = lines.map((each) => each.subarray(0, -1));
  expect(torn.map(formatOf)).toEqual([1, 1, 1, 1, 1]);
  expect(torn.map(isOlderLine)).toEqual([false, true, false, true, false]);
  const behind = lines.map((each) => Buffer.concat([Buffer.from(' '), each]));
  expect(behind.map(isOlderLine)).toEqual([false, false, false, false, false]);
});

test('a line counts as that of its place only if it says so', () => {
  const bytes = lineOf('A label').subarray(0, -1);
  expect(readPastLine({ seq: 1, bytes, whole: noOldLines })?.label).toBe('A label');
  expect(readPastLine({ seq: 2, bytes, whole: noOldLines })).toBeNull();
  expect(readPastLine({ seq: 1, bytes: bytes.subarray(1), whole: noOldLines })).toBeNull();
});

test('intact lines are found among other bytes, also where a newline was lost', () => {
  const [one, other] = ['One', 'Other'].map((label) => lineOf(label).subarray(0, -1));
  if (one === undefined || other === undefined) throw new Error('There is no line');
  const parts = [
    Buffer.from('garbage'),
    one,
    other.subarray(0, 90),
    other,
    one,
    Buffer.from('{"s'),
  ];
  const found = [...linesWithin(Buffer.concat(parts), noOldLines)];
  const before = [7, 7 + one.length + 90, 7 + one.length + 90 + other.length];
  expect(found.map(({ line, offset, length }) => [line.label, offset, length])).toEqual([
    ['One', before[0], one.length],
    ['Other', before[1], other.length],
    ['One', before[2], one.length],
  ]);
  expect([...linesWithin(Buffer.from('nothing'), noOldLines)]).toEqual([]);
});

test('a journal begins with what makes a case, or makes one again', () => {
  const commands = ['case/create', 'case/recover', 'case/recover-more', 'case/update', ''];
  expect(commands.map(isBeginning)).toEqual([true, true, true, false, false]);
});
