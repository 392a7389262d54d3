import { useCallback, useState } from 'react';
import { wordsOnOneLine } from '../../../../domain/anchoring/words.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Highlight } from '../../../../domain/records/highlight/record.ts';
import type { Tag } from '../../../../domain/records/tag/record.ts';
import { openReader } from '../../../state/navigation.ts';
import { useCase, useRecord } from '../../../state/replica.ts';
import { Button } from '../../../ui/button.tsx';
import { ClaimList } from '../parts/claim-list.tsx';
import { goToClaim } from '../parts/go-to-claim.ts';
import { Quiet, Section } from '../parts/panel.tsx';
import { Words } from '../parts/words.tsx';

// A panel is for looking at, not for scrolling through thousands.
const shownAtFirst = 30;

/** What a tag is on: words and claims; pressing one shows it in the reader. */
export function TagUses({ tag: { id } }: { tag: Tag }) {
  const [isWhole, setWhole] = useState(false);
  const highlights = useCase(
    useCallback((view: CaseView) => [...view.referring(id, 'highlight')], [id]),
  );
  const claims = useCase(useCallback((view: CaseView) => [...view.referring(id, 'claim')], [id]));
  const shown = isWhole ? highlights : highlights.slice(0, shownAtFirst);

  return (
    <>
      <Section title="Highlights" count={highlights.length}>
        {highlights.length === 0 && (
          <Quiet>Select words in the reader and press T to put this tag on them.</Quiet>
        )}
        {shown.map((highlight) => (
          <TaggedWords key={highlight.id} highlight={highlight} />
        ))}
        {shown.length < highlights.length && (
          <Button
            kind="quiet"
            onPress={() => {
              setWhole(true);
            }}
          >
            Show all {highlights.length}
          </Button>
        )}
      </Section>
      {claims.length > 0 && (
        <Section title="Claims" count={claims.length}>
          <ClaimList label="Claims with this tag" claims={claims} onOpen={goToClaim} />
        </Section>
      )}
    </>
  );
}

function TaggedWords({ highlight }: { highlight: Highlight }) {
  const document = useRecord(highlight.document);
  return (
    <Words
      quote={wordsOnOneLine(highlight)}
      label="Go to the words"
      {...(document === undefined ? {} : { place: document.title })}
      onGo={() => {
        openReader(highlight.document, { highlight: highlight.id });
      }}
    />
  );
}
