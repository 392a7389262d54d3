import { expect, test, vi } from 'vitest';
import { Listeners } from './listeners.ts';

test('all are told in their order, until they have heard enough', () => {
  const listeners = new Listeners<number>();
  const heard: string[] = [];
  const end = listeners.add((told) => heard.push(`a ${told}`));
  listeners.add((told) => heard.push(`b ${told}`));
  listeners.tell(1);
  end();
  listeners.tell(2);
  listeners.clear();
  listeners.tell(3);
  expect(heard).toEqual(['a 1', 'b 1', 'b 2']);
});

test('what one throws surfaces later, and keeps nobody from being told', () => {
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockReturnValue();
  const listeners = new Listeners<string>();
  const thrown = new Error('A bug of the window');
  const second = vi.fn();
  listeners.add(() => {
    throw thrown;
  });
  listeners.add(second);
  listeners.tell('news');
  expect(second).toHaveBeenCalledExactlyOnceWith('news');
  const [surfacing] = later.mock.calls.map(([task]) => task);
  later.mockRestore();
  expect(surfacing).toThrow(thrown);
});
