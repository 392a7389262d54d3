import { expect, it } from 'vitest';
import guide from '../../../docs/user-guide/keys.md?raw';
import { appActions, exportEntry, sequencesOf } from '../../contract/actions.ts';
import type { ScreenContribution } from '../state/screen.ts';
import { inspectors, screens } from './screen-list.ts';

function expectDistinct(values: readonly unknown[]): void {
  expect(new Set(values).size).toBe(values.length);
}

it('has for each screen an id, a label, a key and a place of its own', () => {
  for (const field of ['id', 'label', 'keys', 'position'] as const) {
    expectDistinct(screens.map((screen) => screen[field]));
  }
  const searches = screens.flatMap(({ search }) => (search === undefined ? [] : [search]));
  expectDistinct(searches.map(({ position }) => position));
});

it('stands in the order of the rail, which begins with the documents', () => {
  expect(screens.map(({ position }) => position)).toEqual(
    screens.map(({ position }) => position).sort((a, b) => a - b),
  );
  expect(screens[0]?.id).toBe('documents');
});

it('goes to every screen by G and a letter, which nothing else is done by', () => {
  const others = Object.values(appActions).flatMap((action) =>
    'keys' in action ? sequencesOf(action.keys) : [],
  );
  for (const { keys } of screens) {
    expect(keys).toMatch(/^G [A-Z]$/u);
    expect(others).not.toContainEqual(keys.split(' '));
  }
});

it('has one inspector for each type of record that a screen selects', () => {
  const contributed = screens.flatMap((screen) => Object.keys(screen.inspectors ?? {}));
  expectDistinct(contributed);
  expect(new Set(Object.keys(inspectors))).toEqual(new Set(contributed));
  expect(contributed).toContain('claim');
});

it('has the screen that the application menu leads to', () => {
  expect(screens.map(({ id }) => `screen/${id}`)).toContain(exportEntry.action);
});

it.each(screens.map((screen): [string, ScreenContribution] => [screen.label, screen]))(
  'tells of %s and its keys in the user guide',
  (label, { keys }) => {
    const line = guide.split('\n').find((row) => row.startsWith('| G ')) ?? '';
    const [told = '', named = ''] = line.split('|').slice(1);
    const place = told.split(',').findIndex((part) => part.trim() === keys);
    expect(named.split(',')[place]?.trim()).toBe(label.toLowerCase());
  },
);
