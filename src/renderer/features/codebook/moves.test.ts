import { beforeEach, describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { type TagNode, tagTree } from '../pickers/index.ts';
import { type Step, placeAfterStep, placeOfDrop } from './moves.ts';
import type { TagId } from '../../../domain/records/tag/record.ts';

let tree: TagNode[];
let ids: Record<string, TagId>;

// Actors (Armed (Militia), Officials), Events
beforeEach(() => {
  const build = new CaseBuilder();
  const actors = build.tag('Actors');
  const events = build.tag('Events');
  const armed = build.tag('Armed', { parent: actors });
  const officials = build.tag('Officials', { parent: actors });
  const militia = build.tag('Militia', { parent: armed });
  ids = { actors, events, armed, officials, militia };
  tree = tagTree(build.view());
});

function id(name: string): TagId {
  const found = ids[name];
  if (found === undefined) throw new Error(`No tag ${name}`);
  return found;
}

function named(place: { parent: TagId | null; before: TagId | null } | null): string {
  if (place === null) return 'nowhere';
  const names = new Map(Object.entries(ids).map(([name, tag]) => [tag, name]));
  return `${place.parent === null ? 'top' : (names.get(place.parent) ?? '?')}:${place.before === null ? 'end' : (names.get(place.before) ?? '?')}`;
}

describe('a step in the outline', () => {
  it.each<[string, Step, string]>([
    ['actors', 'up', 'nowhere'],
    ['actors', 'down', 'top:end'],
    ['events', 'up', 'top:actors'],
    ['events', 'down', 'nowhere'],
    ['events', 'in', 'actors:end'],
    ['armed', 'in', 'nowhere'],
    ['officials', 'in', 'armed:end'],
    ['militia', 'out', 'actors:officials'],
    ['officials', 'out', 'top:events'],
    ['events', 'out', 'nowhere'],
    ['armed', 'down', 'actors:end'],
  ])('%s %s goes to %s', (tag, step, expected) => {
    expect(named(placeAfterStep(tree, id(tag), step))).toBe(expected);
  });
});

describe('a drop', () => {
  it.each<[string, 'on' | 'before' | 'after', string]>([
    ['armed', 'on', 'armed:end'],
    ['officials', 'before', 'actors:officials'],
    ['armed', 'after', 'actors:officials'],
    ['officials', 'after', 'actors:end'],
    ['events', 'after', 'top:end'],
  ])('%s %s goes to %s', (target, position, expected) => {
    expect(named(placeOfDrop(tree, id(target), position))).toBe(expected);
  });
});
