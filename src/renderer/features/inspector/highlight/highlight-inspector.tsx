import { MessageSquareQuote, TextSelect } from 'lucide-react';
import { useCallback, useState } from 'react';
import { claimsOn } from '../../../../domain/analysis/document-order.ts';
import { wordsOnOneLine } from '../../../../domain/anchoring/words.ts';
import { counted } from '../../../../domain/core/counted.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { Highlight } from '../../../../domain/records/highlight/record.ts';
import { createdId, run } from '../../../state/commands.ts';
import { type Screen, openReader, select } from '../../../state/navigation.ts';
import { currentView, useCase, useReadOnly, useRecord } from '../../../state/replica.ts';
import type { InspectorProps } from '../../../state/screen.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { askForWords } from '../parts/ask-for-words.ts';
import { ClaimList } from '../parts/claim-list.tsx';
import { removalOf } from '../parts/consequences.ts';
import { historyEntry } from '../parts/history-entry.ts';
import { Fields, Panel, Quiet, Section } from '../parts/panel.tsx';
import { TagsField } from '../parts/tags-field.tsx';
import { inspect } from '../parts/trail.ts';
import { Words } from '../parts/words.tsx';

/** A highlight: its words, what was noted on them, and the claims made of them. */
export function HighlightInspector({ screen, record: highlight }: InspectorProps<'highlight'>) {
  const { id } = highlight;
  const isReadOnly = useReadOnly();
  const document = useRecord(highlight.document);
  const [taken, setTaken] = useState<number | null>(null);
  const claims = useCase(useCallback((view: CaseView) => claimsOn(view, id), [id]));

  function goToWords(): void {
    openReader(highlight.document, { highlight: id });
  }

  // Asks only where a claim would go too; the rest is undone as easily as it is done.
  function askToRemove(): void {
    const lost = removalOf(currentView(), [id]).removed.claim ?? 0;
    if (lost > 0) setTaken(lost);
    else void removeHighlight(screen, highlight);
  }

  return (
    <Panel
      screen={screen}
      kind="Highlight"
      actions={[
        { id: 'words', label: 'Go to the words', onAction: goToWords },
        {
          id: 'move',
          label: 'Move to other words…',
          isDisabled: isReadOnly,
          onAction: () => void moveHighlight(screen, highlight),
        },
        historyEntry(highlight),
        'separator',
        {
          id: 'remove',
          label: 'Remove the highlight',
          isDanger: true,
          isDisabled: isReadOnly,
          onAction: askToRemove,
        },
      ]}
    >
      <Fields>
        <Words
          quote={wordsOnOneLine(highlight)}
          label="Go to the words"
          {...(document === undefined ? {} : { place: document.title })}
          onGo={goToWords}
        />
        {!isReadOnly && (
          <div>
            <Button icon={MessageSquareQuote} onPress={() => void makeClaim(screen, highlight)}>
              Make a claim
            </Button>{' '}
            <Button
              kind="quiet"
              icon={TextSelect}
              onPress={() => void moveHighlight(screen, highlight)}
            >
              Adjust…
            </Button>
          </div>
        )}
      </Fields>
      <Section title="Claims" count={claims.length}>
        {claims.length === 0 ? (
          <Quiet>No claim is made of these words yet.</Quiet>
        ) : (
          <ClaimList
            label="Claims made of these words"
            claims={claims}
            onOpen={(claim) => {
              inspect(screen, claim.id);
            }}
          />
        )}
      </Section>
      <Section title="Tags and note">
        <TagsField
          tags={highlight.tags}
          onAdd={(tag) => void run('highlight/tag', { highlights: [id], add: [tag] })}
          onRemove={(tag) => void run('highlight/tag', { highlights: [id], remove: [tag] })}
        />
        <TextField
          label="Note"
          multiline
          value={highlight.note}
          isDisabled={isReadOnly}
          onCommit={(note) => run('highlight/update', { highlight: id, changes: { note } })}
        />
      </Section>
      <ConfirmDialog
        title="Remove the highlight?"
        isOpen={taken !== null}
        confirm="Remove"
        isDanger
        onClose={() => {
          setTaken(null);
        }}
        onConfirm={() => void removeHighlight(screen, highlight)}
      >
        <p>
          {counted(taken ?? 0, 'claim')} {taken === 1 ? 'is' : 'are'} anchored in these words alone
          and will go too. Undo brings everything back.
        </p>
      </ConfirmDialog>
    </Panel>
  );
}

async function makeClaim(screen: Screen, { id }: Highlight): Promise<void> {
  const claim = createdId(await run('claim/create', { on: { highlight: id } }), 'claim');
  if (claim !== null) inspect(screen, claim);
}

async function moveHighlight(screen: Screen, { id, document }: Highlight): Promise<void> {
  const words = await askForWords({
    prompt: 'the words the highlight is to lie on',
    document,
    screen,
  });
  if (words === null) return;
  const ranges = [{ start: words.start, end: words.end }];
  await run('highlight/update', { highlight: id, changes: { ranges } });
}

async function removeHighlight(screen: Screen, { id }: Highlight): Promise<void> {
  const outcome = await run('highlight/remove', { highlights: [id] });
  if (outcome !== null) select(screen, null);
}
