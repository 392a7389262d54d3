import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointOffset } from '../../../domain/anchoring/code-points.ts';
import { codePointOffsets } from './code-point-offsets.ts';

// Code points of one and of two UTF-16 units, with marks and joiners among them.
const texts = fc.string({
  unit: fc.constantFrom('a', '\u0301', 'ش', '\u200d', '\ufe0f', '🏚', '\u{10ffff}'),
});

test('counts as a walk through the text does, at every boundary of a code point', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const count = codePointOffsets(text);
      let offset = 0;
      for (const character of text) {
        expect(count(offset)).toBe(codePointOffset(text, offset));
        offset += character.length;
      }
      expect(count(offset)).toBe(Array.from(text).length);
    }),
  );
});
