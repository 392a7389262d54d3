import type { Highlight } from '../../../../domain/records/highlight/record.ts';

/** The words of a highlight on one line; “ … ” stands between its spans. */
export function quoteOf({ spans }: Pick<Highlight, 'spans'>): string {
  return spans.map(({ exact }) => exact.replace(/\s+/gu, ' ')).join(' … ');
}
