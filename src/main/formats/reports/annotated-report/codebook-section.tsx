import type { ReactNode } from 'react';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import { counted } from '../../../../domain/core/counted.ts';
import type { Tag, TagId } from '../../../../domain/records/tag/record.ts';
import { recordsOf } from '../contents.ts';
import { Words } from './marks.tsx';
import type { Report, ReportProps } from './report.ts';

/** The tags used in the report with their place in the codebook and definitions; nothing if none is used. */
export function CodebookSection({ report }: ReportProps): ReactNode {
  const { view } = report.request;
  const tags = recordsOf(view, report.contents.tags.keys(), 'tag');
  if (tags.length === 0) return null;
  const uses = countUses(report);
  return (
    <section id="codebook" aria-labelledby="codebook-title">
      <h2 id="codebook-title">Tags</h2>
      <dl className="codebook">
        {tags.map((tag) => (
          <div key={tag.id} id={`t${report.contents.tags.get(tag.id) ?? 0}`}>
            <dt className={`tag hue-${tag.colour}`}>
              <Words>{pathOf(view, tag).join(' / ')}</Words>
            </dt>
            <dd dir="auto">
              {tag.definition.trim() === '' ? (
                <span className="muted">Not defined.</span>
              ) : (
                tag.definition
              )}{' '}
              <span className="muted">
                <bdi>({counted(uses.get(tag.id) ?? 0, 'use')})</bdi>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function pathOf(view: CaseView, tag: Tag): string[] {
  const parent = tag.parent === null ? undefined : view.get(tag.parent);
  return parent === undefined ? [tag.name] : [...pathOf(view, parent), tag.name];
}

function countUses({ contents, request }: Report): ReadonlyMap<TagId, number> {
  const uses = new Map<TagId, number>();
  const highlights = recordsOf(request.view, contents.highlights.keys(), 'highlight');
  const claims = [...contents.claims.values()];
  for (const tag of [...highlights, ...claims].flatMap((record) => record.tags)) {
    uses.set(tag, (uses.get(tag) ?? 0) + 1);
  }
  return uses;
}
