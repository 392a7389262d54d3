import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { type TagNode, tagPath, tagTree } from './tag-tree.ts';

function outline(nodes: readonly TagNode[]): string {
  return nodes
    .map(
      ({ tag, children, uses }) =>
        `${tag.name}:${uses}${children.length > 0 ? `(${outline(children)})` : ''}`,
    )
    .join(' ');
}

describe('the codebook as a tree', () => {
  it('orders siblings by position and counts what each tag is on', () => {
    const build = new CaseBuilder();
    const actors = build.tag('Actors', { position: 2 });
    const events = build.tag('Events', { position: 1 });
    const militia = build.tag('Militia', { parent: actors, position: 2 });
    build.tag('Police', { parent: actors, position: 1 });
    const document = build.document('The militia took the port.');
    const highlight = build.highlight(document, 'militia', { tags: [militia, events] });
    build.claim(document, 'took the port', [], { highlights: [highlight], tags: [militia] });
    expect(outline(tagTree(build.view()))).toBe('Events:1 Actors:0(Police:0 Militia:2)');
  });

  it('names the way down to a tag', () => {
    const build = new CaseBuilder();
    const actors = build.tag('Actors');
    const armed = build.tag('Armed', { parent: actors });
    const militia = build.tag('Militia', { parent: armed });
    const view = build.view();
    const paths = [actors, militia].map((id) => {
      const tag = view.get(id);
      return tag && tagPath(view, tag);
    });
    expect(paths).toEqual(['', 'Actors › Armed']);
  });
});
