import { beforeEach, expect, it } from 'vitest';
import { HighlightId } from '../../domain/records/highlight/record.ts';
import {
  goTo,
  nameScreens,
  openReader,
  resetNavigation,
  select,
  useNavigation,
  useSelected,
} from './navigation.ts';
import { DocumentId } from '../../domain/records/document/record.ts';
import { draw } from './testing/drawn.ts';

const document = DocumentId.parse('document-019ca8a6-a720-741e-bfcc-38c7eb205dda');
const other = DocumentId.parse('document-019ca8a6-a720-741e-bfcc-38c7eb205ddb');
const highlight = HighlightId.parse('highlight-019ca8a6-a720-741e-bfcc-38c7eb205ddc');

beforeEach(() => {
  nameScreens(['documents', 'reader', 'claims']);
});

function shown(): string {
  return useNavigation.getState().screen;
}

it('begins with the first screen, and goes to others', () => {
  expect(shown()).toBe('documents');
  goTo('claims');
  expect(shown()).toBe('claims');
});

it('stays where it is when there is no such screen', () => {
  goTo('claims');
  goTo('timeline');
  expect(shown()).toBe('claims');
});

it('opens a document in the reader, or only remembers it where there is no reader', () => {
  openReader(document, { range: { start: 0, end: 4 }, selected: document });
  expect(shown()).toBe('reader');
  nameScreens(['documents', 'claims']);
  expect(useNavigation.getState().document).toBeNull();
  openReader(document);
  expect(shown()).toBe('documents');
  expect(useNavigation.getState().document).toBe(document);
});

it('keeps what is selected on a screen for that screen', () => {
  select('claims', document);
  goTo('claims');
  goTo('documents');
  expect(useNavigation.getState().selected).toEqual({ claims: document });
});

it('has no screen and no place before the app has named its screens', () => {
  const beginning = { screens: [], screen: '', document: null, destination: null, selected: {} };
  expect(useNavigation.getInitialState()).toEqual(beginning);
  nameScreens([]);
  expect(shown()).toBe('');
});

it('forgets every place with its case', () => {
  openReader(document, { highlight });
  resetNavigation();
  expect(useNavigation.getState()).toMatchObject({
    ...{ screen: 'documents', document: null, destination: null, selected: {} },
  });
});

it('goes to a highlight or a range, each time anew, or to no place in particular', () => {
  const range = { start: 0, end: 4 };
  const places: [Parameters<typeof openReader>[1], unknown][] = [
    [{}, null],
    [{ highlight }, { highlight, range: null, at: 1 }],
    [{ range }, { highlight: null, range, at: 2 }],
    [
      { highlight, range },
      { highlight, range, at: 3 },
    ],
    [undefined, null],
  ];
  for (const [place, destination] of places) {
    openReader(document, place);
    expect(useNavigation.getState().destination).toEqual(destination);
  }
});

it('shows in the inspector what is asked for, or the highlight it goes to, or what was selected there', () => {
  select('claims', other);
  const inspected = () => useNavigation.getState().selected;
  openReader(document);
  expect(inspected()).toEqual({ claims: other, reader: null });
  openReader(document, { highlight });
  expect(inspected()).toEqual({ claims: other, reader: highlight });
  openReader(document);
  expect(inspected()).toEqual({ claims: other, reader: highlight });
  openReader(document, { highlight, selected: document });
  expect(inspected()).toEqual({ claims: other, reader: document });
  openReader(other);
  expect(inspected()).toEqual({ claims: other, reader: null });
});

it('tells a screen what is selected on it, and draws it again when that is something else', async () => {
  const { given, after, end } = await draw(useSelected, 'claims');
  await after(() => {
    select('sources', document);
  });
  await after(() => {
    select('claims', document);
  });
  expect(given).toEqual([null, document]);
  await end();
});
