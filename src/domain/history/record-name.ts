import { brief } from '../commands/command.ts';
import type { RecordType } from '../core/ids.ts';
import type { AnyRecord } from '../records/registry.ts';
import { linkKinds, termOf } from '../records/vocabulary.ts';
import { gradeWords, scales } from '../scales/registry.ts';

/** What the kinds of records are called. */
export const typeNames: Readonly<Record<RecordType, string>> = {
  case: 'Case',
  analyst: 'Analyst',
  document: 'Document',
  highlight: 'Highlight',
  tag: 'Tag',
  claim: 'Claim',
  source: 'Source',
  rating: 'Rating',
  link: 'Link',
};

/** What a record is called on one short line: a tag by its name, a claim by its statement, a highlight by its words. */
export function recordName(record: AnyRecord): string {
  switch (record.type) {
    case 'case':
    case 'analyst':
    case 'tag':
    case 'source':
      return brief(record.name);
    case 'document':
      return brief(record.title);
    case 'claim':
      return brief(record.statement);
    case 'highlight':
      return brief(record.spans.map(({ exact }) => exact).join(' … '));
    case 'rating':
      return `${scales[record.scale].name} ${gradeWords(record.scale, record.value)}`;
    case 'link':
      return termOf(linkKinds, record.kind).label;
  }
}
