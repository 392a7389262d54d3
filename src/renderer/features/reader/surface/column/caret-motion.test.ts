import { expect, test } from 'vitest';
import { motionOf } from './caret-motion.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false };

test('arrows go by character and line, with Ctrl by word and paragraph', () => {
  expect(motionOf({ ...none, key: 'ArrowLeft' })).toMatchObject({
    direction: 'left',
    granularity: 'character',
  });
  expect(motionOf({ ...none, ctrlKey: true, key: 'ArrowRight' })).toMatchObject({
    direction: 'right',
    granularity: 'word',
  });
  expect(motionOf({ ...none, key: 'ArrowDown' })).toMatchObject({
    direction: 'forward',
    granularity: 'line',
  });
  expect(motionOf({ ...none, ctrlKey: true, key: 'Home' })).toEqual({ kind: 'edge', of: 'start' });
});

test('with Alt, and for other keys, the caret stays', () => {
  expect(motionOf({ ...none, altKey: true, key: 'ArrowLeft' })).toBeNull();
  expect(motionOf({ ...none, key: 'h' })).toBeNull();
});
