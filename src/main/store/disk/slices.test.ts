import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Slices } from './slices.ts';

/** A clock that goes only when it is told to. */
function aClock(): { pass: (milliseconds: number) => void } {
  let now = 1_000;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => {
    spy.mockRestore();
  });
  return {
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

test('others have their turn once a slice is used up, and not before', async () => {
  const clock = aClock();
  const slices = new Slices();
  const order: string[] = [];
  const others = setImmediate().then(() => order.push('others'));
  clock.pass(1.9);
  await slices.pause();
  order.push('in the slice');
  clock.pass(0.1);
  expect(slices.used()).toBe(true);
  await slices.pause();
  order.push('after it');
  expect(slices.used()).toBe(false);
  await others;
  expect(order).toEqual(['in the slice', 'others', 'after it']);
});

test('those that share slices go on one after another, each in a turn of its own', async () => {
  const clock = aClock();
  const slices = new Slices();
  clock.pass(5);
  let turn = 0;
  const turns: number[] = [];
  const waiting = ['first', 'second'].map(async () => {
    await slices.pause();
    turns.push(turn);
  });
  const isDone = Promise.all(waiting).then(() => true);
  while (!(await Promise.race([isDone, setImmediate(false)]))) turn += 1;
  expect(turns[1]).toBeGreaterThan(turns[0] ?? Infinity);
});
