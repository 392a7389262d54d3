import { describe, expect, test } from 'vitest';
import { fileNameOf } from './open-case.ts';

describe('the name of a file', () => {
  test.each([
    ['Harbour fire', 'Harbour fire'],
    ['  What? A "case": 1/2\n ', 'What  A  case  1 2'],
    ['', 'Case'],
    ['???', 'Case'],
    ['con', 'con_'],
    ['LPT1.2026', 'LPT1_.2026'],
    ['Contra', 'Contra'],
  ])('%j is one that any system takes: %j', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });

  test.each(['ب', '北', '👩‍🚀', 'a'])('of many %s has room for what comes after it', (letter) => {
    const file = fileNameOf(letter.repeat(300));
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(160);
    expect(Buffer.byteLength(file + letter)).toBeGreaterThan(160);
    expect(file).toBe(letter.repeat(file.length / letter.length));
  });
});
