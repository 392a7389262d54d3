import { expect, test } from 'vitest';
import { checkOptions, strict, StrictEmitter, UnmodelledError } from './strict.ts';

test('a name that is not modelled throws, read or written, and is named', () => {
  const app = strict('app', { quit: () => 'quits' });
  expect(app.quit()).toBe('quits');
  expect(() => Reflect.get(app, 'dock') as unknown).toThrow(/does not model app\.dock/);
  expect(() => Reflect.set(app, 'badgeCount', 1)).toThrow(/app\.badgeCount/);
});

test('what is modelled can be replaced, as tests do with dialogs', () => {
  const dialog = strict('dialog', { show: (): string => 'asks' });
  dialog.show = () => 'answers';
  expect(dialog.show()).toBe('answers');
});

test('a strict object can be awaited', async () => {
  const app = strict('app', { name: 'x' });
  expect(await Promise.resolve(app)).toBe(app);
});

test('options are checked by name, by value, and one within the other', () => {
  const shape = { width: 'any', show: [true, false], web: { sandbox: [true] } } as const;
  expect(() => {
    checkOptions('Window', { width: 3, show: false, web: { sandbox: true } }, shape);
  }).not.toThrow();
  expect(() => {
    checkOptions('Window', { frame: false }, shape);
  }).toThrow(/Window option "frame"/);
  expect(() => {
    checkOptions('Window', { web: { sandbox: false } }, shape);
  }).toThrow(/Window web option "sandbox" with the value false/);
});

test('an event that is never emitted cannot be listened to', () => {
  const emitter = new StrictEmitter('app', ['ready']);
  let heard = 0;
  emitter.on('ready', () => heard++);
  emitter.emit('ready');
  expect(heard).toBe(1);
  expect(() => emitter.on('gpu-info-update', () => undefined)).toThrow(UnmodelledError);
  expect(() => emitter.once('gpu-info-update', () => undefined)).toThrow(/app event "gpu-info/);
});
