import { TextSelect } from 'lucide-react';
import { useCallback } from 'react';
import { brief } from '../../../../domain/core/brief.ts';
import { wordsOnOneLine } from '../../../../domain/anchoring/words.ts';
import { type CaseView, isRecord } from '../../../../domain/core/case-state.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { Highlight } from '../../../../domain/records/highlight/record.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, openReader } from '../../../state/navigation.ts';
import { currentView, useCase, useReadOnly, useRecord } from '../../../state/replica.ts';
import { Button } from '../../../ui/button.tsx';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { askForWords } from '../parts/ask-for-words.ts';
import { Words } from '../parts/words.tsx';
import styles from './claim.module.css';

/** The words a claim is anchored in, and ways to add more: fresh words, or a highlight that is there. */
export function Evidence({ screen, claim }: { screen: Screen; claim: Claim }) {
  const isReadOnly = useReadOnly();
  const highlights = useCase(
    useCallback(
      (view: CaseView) =>
        claim.highlights
          .map((id) => view.get(id))
          .filter((record) => isRecord(record, 'highlight')),
      [claim.highlights],
    ),
  );

  async function addWords(): Promise<void> {
    const words = await askForWords({
      prompt: `further words for “${brief(claim.statement)}”`,
      document: claim.document,
      isAnyDocument: true,
      screen,
    });
    if (words === null) return;
    const { document, start, end } = words;
    await run('claim/evidence', { claim: claim.id, add: [{ document, ranges: [{ start, end }] }] });
  }

  return (
    <div className={styles['stack']} role="group" aria-label="Words it is anchored in">
      {highlights.map((highlight) => (
        <EvidenceWords key={highlight.id} claim={claim} highlight={highlight} all={highlights} />
      ))}
      {!isReadOnly && (
        <div className={styles['row']}>
          <Button kind="quiet" icon={TextSelect} onPress={() => void addWords()}>
            Add words…
          </Button>
          <HighlightPicker claim={claim} />
        </div>
      )}
    </div>
  );
}

interface EvidenceWordsProps {
  readonly claim: Claim;
  readonly highlight: Highlight;
  readonly all: readonly Highlight[];
}

function EvidenceWords({ claim, highlight, all }: EvidenceWordsProps) {
  const isReadOnly = useReadOnly();
  const document = useRecord(highlight.document);
  const next = all.find(({ id }) => id !== highlight.id);
  // The first of a claim's highlights lies in its own document.
  const canGo = next?.document === claim.document || all[0]?.id !== highlight.id;
  return (
    <Words
      quote={wordsOnOneLine(highlight)}
      label="Go to the words"
      {...(highlight.document === claim.document || document === undefined
        ? {}
        : { place: document.title })}
      onGo={() => {
        openReader(highlight.document, { highlight: highlight.id, selected: claim.id });
      }}
      {...(isReadOnly || next === undefined || !canGo
        ? {}
        : {
            removal: {
              label: 'Take these words off the claim',
              perform: () =>
                void run('claim/evidence', { claim: claim.id, remove: [highlight.id] }),
            },
          })}
    />
  );
}

function HighlightPicker({ claim }: { claim: Claim }) {
  function items() {
    const view = currentView();
    return Array.from(view.all('highlight'), (highlight) => ({
      id: highlight.id,
      label: wordsOnOneLine(highlight),
      hint: view.get(highlight.document)?.title ?? '',
    })).filter(({ id }) => !claim.highlights.includes(id));
  }

  return (
    <ComboBox
      label="Add a highlight as evidence"
      isLabelHidden
      items={items}
      placeholder="Add a highlight…"
      onPick={(highlight) => void run('claim/evidence', { claim: claim.id, add: [{ highlight }] })}
    />
  );
}
