import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readPlainText } from './plain-text.ts';

function read(text: string, name = 'A file.txt') {
  const result = readPlainText(text, { name, mediaType: null });
  if (!result.ok) {
    throw new Error(result.error.code);
  }
  return result.value;
}

/** Each block as its kind's first letter and its words: `h`eading, `p`aragraph, `l`ist item, `q`uote. */
function outline(text: string): string[] {
  const { text: found } = read(text);
  return found.blocks.map(
    (block) => `${block.kind[0] ?? ''}: ${found.text.slice(block.start, block.end)}`,
  );
}

const sentence =
  'The harbour master said on Monday that the ferry would stay in port until its ramp had been repaired.';

describe('paragraphs', () => {
  it('takes one line each where lines are paragraphs', () => {
    expect(outline(`${sentence}\n${sentence}\n\nShort one.`)).toEqual([
      `p: ${sentence}`,
      `p: ${sentence}`,
      'p: Short one.',
    ]);
  });

  it('joins lines that were wrapped by hand', () => {
    const wrapped = `${sentence} ${sentence}`.replace(/(.{50}\S*) /g, '$1\n');
    expect(outline(`${wrapped}\n\n${wrapped}`)).toEqual([`p: ${wrapped}`, `p: ${wrapped}`]);
  });

  it('keeps short lines apart in a wrapped file', () => {
    const wrapped = `${sentence} ${sentence}`.replace(/(.{50}\S*) /g, '$1\n');
    expect(outline(`From: Ada\nTo: Ben\n\n${wrapped}`)).toEqual([
      'p: From: Ada',
      'p: To: Ben',
      `p: ${wrapped}`,
    ]);
  });

  it('keeps verse and chat as lines', () => {
    expect(outline('the sea is wide\nand I cannot\nget over\nnor have I wings')).toHaveLength(4);
  });

  it('keeps the text as it is, but for white space at its end', () => {
    expect(read('\n  Indented.\n\n\tTabbed.  \n\n\n').text.text).toBe('\n  Indented.\n\n\tTabbed.');
  });
});

describe('headings', () => {
  it('finds a headline and the headings between paragraphs', () => {
    expect(outline(`Ferry stops\n${sentence}\nWhat islanders say\n${sentence}`)).toEqual([
      'h: Ferry stops',
      `p: ${sentence}`,
      'h: What islanders say',
      `p: ${sentence}`,
    ]);
  });

  it('looks past a byline', () => {
    expect(outline(`Ferry stops\n\nBy Lena Marsk\n\n${sentence}`)[0]).toBe('h: Ferry stops');
  });

  it('finds Arabic headings', () => {
    const arabic =
      'قال متحدث باسم الميناء إن العبّارة لن تبحر قبل إصلاح المنحدر، ولم يحدد موعداً لذلك حتى مساء الجمعة.';
    expect(outline(`${arabic}\nماذا يقول السكان\n${arabic}`)[1]).toBe('h: ماذا يقول السكان');
  });

  it.each([
    ['a sentence', 'Nobody answered.'],
    ['a date line', 'Hallan, 17 April 2026'],
    ['a time', 'Posted at 21:17'],
    ['a handle', 'Crane Four @crane'],
    ['a place line', 'Hallan, East Basin'],
    ['an address', 'https://weekly.example'],
    ['a note', '(Reporting by Lena Marsk)'],
  ])('does not take %s for one', (_, line) => {
    expect(outline(`${sentence}\n\n${line}\n\n${sentence}`)[1]).toBe(`p: ${line}`);
  });

  it('gives a headline the first level and all others the second', () => {
    const { blocks } = read(`Ferry stops\n${sentence}\nWhat islanders say\n${sentence}`).text;
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))).toEqual([
      1, 2,
    ]);
  });

  it.each(['> Ferry stops', '1. Ferry stops'])(
    'does not take an item or a quote for one: %s',
    (line) => {
      expect(outline(`${line}\n\n${sentence}`)).not.toContain(`h: ${line}`);
    },
  );

  it.each(['> ', '1. '])('needs a paragraph below, not one that begins with %s', (mark) => {
    expect(outline(`Ferry stops\n\n${mark}${sentence}`)[0]).toBe('p: Ferry stops');
  });

  it('takes none from a letterhead or at the end', () => {
    expect(
      outline(
        `Republic of Hallan\nMinistry of Boats\n\nThe minister\n\n17 April\n\n${sentence}\n\nA. Signature`,
      ),
    ).not.toContainEqual(expect.stringMatching(/^h:/));
  });
});

describe('lists and quotes', () => {
  it('finds items with their markers in the text, and nothing that only looks like one', () => {
    expect(
      outline(`Points:\n\n- one\n- two\n\n1. first\n2. second\n\n10. March was cold.\n\n* alone`),
    ).toEqual([
      'p: Points:',
      'l: - one',
      'l: - two',
      'l: 1. first',
      'l: 2. second',
      'p: 10. March was cold.',
      'p: * alone',
    ]);
  });

  it('goes on with a list that other items or paragraphs broke off, but not past a number', () => {
    expect(outline('1. one\n- a\n- b\n2. two\nSo be it.\n3) three\n5. five\n1. one').join()).toBe(
      'l: 1. one,l: - a,l: - b,l: 2. two,p: So be it.,l: 3) three,p: 5. five,l: 1. one',
    );
  });

  it('takes a number that begins no list, and bullets that differ, for words', () => {
    expect(outline('2. May was cold.\n3. May too.\n- one\n* two')).not.toContainEqual(
      expect.stringMatching(/^l/),
    );
  });

  it('nests items by their indentation, six deep at most', () => {
    const indents = [0, 1, 2, 3, 4, 9, 10, 11, 12, 40];
    const { blocks } = read(indents.map((indent) => `${' '.repeat(indent)}- x`).join('\n')).text;
    expect(blocks).toMatchObject(
      [1, 1, 2, 2, 3, 5, 6, 6, 6, 6].map((depth) => ({ kind: 'list-item', depth, marker: '' })),
    );
  });

  it('keeps quoted lines together', () => {
    expect(outline('She wrote:\n> no boat\n> today\nSo be it.')).toEqual([
      'p: She wrote:',
      'q: > no boat\n> today',
      'p: So be it.',
    ]);
  });
});

test.each(['', '\n', ' \n\t\n'])('a text of nothing but white space has no text: %j', (text) => {
  const facts = { name: 'Empty.txt', mediaType: null };
  expect(readPlainText(text, facts)).toMatchObject({
    error: { code: 'import/no-text', facts: { name: 'Empty.txt' } },
  });
});

describe('title', () => {
  it('is the headline', () => {
    expect(read(`Ferry stops\n\n${sentence}`).metadata.title).toBe('Ferry stops');
  });

  it.each([
    ['Report 3.final.txt', 'Report 3.final'],
    ['/home/ada/Report.txt', 'Report'],
    ['.txt', '.txt'],
    ['', 'Untitled'],
  ])('is else the name of the file: %s', (name, title) => {
    expect(read(sentence, name).metadata.title).toBe(title);
  });
});

const corpus = new URL('../../../../../../shared/corpus/asharq-al-awsat-iraq.txt', import.meta.url);

describe.skipIf(!existsSync(corpus))('a real article with a paragraph a line', () => {
  it('finds its two headings and every paragraph', () => {
    const file = readFileSync(corpus, 'utf8');
    const { text } = read(file);
    expect(text.text).toBe(file.trimEnd());
    expect(text.blocks).toHaveLength(file.split('\n').filter((line) => line.trim() !== '').length);
    const headings = text.blocks.filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ start, end }) => text.text.slice(start, end))).toEqual([
      'NATO quits Iraq',
      'Undisclosed agreements',
    ]);
  });
});
