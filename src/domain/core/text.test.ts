import { expect, test } from 'vitest';
import { Block, DocumentText } from './text.ts';

const heading = { kind: 'heading', level: 1, start: 0, end: 0 };
const item = { kind: 'list-item', depth: 1, marker: '•', start: 0, end: 0 };
const paragraph = { kind: 'paragraph', start: 0, end: 0 };

test.each([
  heading,
  { ...heading, level: 6 },
  item,
  { ...item, depth: 12, marker: '' },
  ...['paragraph', 'quote', 'code'].map((kind) => ({ ...paragraph, kind, end: 9 })),
])('$kind is a kind of block', (block) => {
  expect(Block.parse(block)).toEqual(block);
  expect(DocumentText.parse({ text: 'A text', blocks: [block] }).blocks).toEqual([block]);
});

const blocks = [heading, item, paragraph];

test.each<[what: string, block: object]>([
  ['of another kind', { ...paragraph, kind: 'table' }],
  ['of no kind', { ...paragraph, kind: '' }],
  ['with a level above the first', { ...heading, level: 0 }],
  ['with a level below the sixth', { ...heading, level: 7 }],
  ['that is nested in nothing', { ...item, depth: 0 }],
  ['without its marker', { ...item, marker: undefined }],
  ...blocks.map((block): [string, object] => [
    'that begins before the text',
    { ...block, start: -1 },
  ]),
  ...blocks.map((block): [string, object] => ['that ends before the text', { ...block, end: -1 }]),
  ...blocks.map((block): [string, object] => ['that ends within a unit', { ...block, end: 1.5 }]),
  ...blocks.map((block): [string, object] => ['with more in it', { ...block, style: 'bold' }]),
])('a block %s is none', (_, block) => {
  expect(Block.safeParse(block).success).toBe(false);
});

test('a text is its words and blocks, and nothing else', () => {
  expect(DocumentText.safeParse({ text: '', blocks: [] }).success).toBe(true);
  expect(DocumentText.safeParse({}).success).toBe(false);
  expect(DocumentText.safeParse({ text: '', blocks: [], title: '' }).success).toBe(false);
});
