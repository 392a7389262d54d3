import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Source } from '../../../domain/records/source/record.ts';
import { CaseBuilder } from '../../../domain/testing/case-builder.ts';
import { caseReplica } from '../../state/replica.ts';
import { aSnapshot } from '../../state/testing/shown-case.ts';
import { Inspector, InspectorsProvider } from './inspector.tsx';

/** Cannot draw one source, by its name. */
function SourceName({ record: { name } }: { record: Source }) {
  if (name === 'The Paper') throw new Error('The keel is gone');
  return <p>Drawn: {name}</p>;
}

test('a panel that cannot be drawn says so in its place, and the next record is drawn', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const builder = new CaseBuilder();
  const [paper, ministry] = [builder.source('The Paper'), builder.source('The ministry')];
  caseReplica.replace(aSnapshot(builder.view().records()));
  const inspected = (id: typeof paper) => (
    <InspectorsProvider value={{ source: SourceName }}>
      <p>Beside it</p>
      <Inspector screen="sources" id={id} />
    </InspectorsProvider>
  );
  const { rerender } = await render(inspected(paper));
  const panel = page.getByRole('complementary', { name: 'Source inspector' });
  await expect.element(panel.getByText('This panel could not be drawn')).toBeVisible();
  await expect.element(page.getByText('Beside it')).toBeVisible();
  await rerender(inspected(ministry));
  await expect.element(page.getByText('Drawn: The ministry')).toBeVisible();
  await expect.element(panel).not.toBeInTheDocument();
});
