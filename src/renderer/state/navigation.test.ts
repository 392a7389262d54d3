import { beforeEach, expect, it } from 'vitest';
import { goTo, nameScreens, openReader, select, useNavigation } from './navigation.ts';
import { DocumentId } from '../../domain/records/document/record.ts';

const document = DocumentId.parse('document-019ca8a6-a720-741e-bfcc-38c7eb205dda');

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
