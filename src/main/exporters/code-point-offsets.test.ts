import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointOffset } from '../../domain/anchoring/code-points.ts';
import { codePointOffsets } from './code-point-offsets.ts';

test('counts as a walk through the text does, at every boundary of a code point', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
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
