import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import type { SourceChoice } from '../../../../domain/records/source/commands.ts';
import type { Manner } from '../../../../domain/records/vocabulary.ts';
import { createdId, run } from '../../../state/commands.ts';
import type { Screen } from '../../../state/navigation.ts';
import { currentView, useReadOnly } from '../../../state/replica.ts';
import type { SourceId } from '../../../../domain/records/source/record.ts';
import { Button } from '../../../ui/button.tsx';
import { Quiet } from '../parts/panel.tsx';
import { type HopInput, hopInputs, moved, withEntry } from './chain.ts';
import styles from './chain.module.css';
import { HopRow } from './hop-row.tsx';
import { NewHop } from './new-hop.tsx';
import { useDragOrder } from './use-drag-order.ts';

/** The ordered chain from the document's publisher down to the origin, which is last. */
export function AttributionChain({ screen, claim }: { screen: Screen; claim: Claim }) {
  const isReadOnly = useReadOnly();
  const list = useRef<HTMLOListElement>(null);
  // Null until a source is added for the first time: only after that does the button take the focus back.
  const [isAdding, setAdding] = useState<boolean | null>(null);
  // Sources made here in place, whose kind was only guessed.
  const [fresh, setFresh] = useState<ReadonlySet<SourceId>>(new Set());
  const hops = claim.attribution;

  function move(from: number, to: number): void {
    if (moved(hops, from, to) === hops) return;
    void change((chain) => moved(chain, from, to)).then(() => {
      list.current?.children[to]?.querySelector<HTMLElement>('[data-handle]')?.focus();
    });
  }

  async function change(to: ChainChange): Promise<void> {
    const made = await changeChain(claim, to);
    if (made !== null) setFresh((known) => new Set([...known, made]));
  }

  function add(source: SourceChoice, manner: Manner): void {
    setAdding(false);
    void change((chain) => [...chain, { source, manner, anchor: null }]);
  }

  // Should the hop have moved while its words were being looked for, nothing is changed rather than another hop.
  function changeHop(index: number, changes: Partial<HopInput>): void {
    const source = hops[index]?.source;
    void change((chain) =>
      chain[index]?.source === source ? withEntry(chain, index, changes) : chain,
    );
  }

  const drag = useDragOrder(move);
  return (
    <>
      {hops.length === 0 && isAdding !== true && (
        <Quiet>
          Nobody is named yet. Start with the publisher and go on, source by source, down to the one
          who knows.
        </Quiet>
      )}
      {hops.length > 0 && (
        <ol ref={list} className={styles['chain']} aria-label="Chain of attribution">
          {hops.map((hop, index) => (
            <HopRow
              key={`${hop.source}-${occurrence(hops, index)}`}
              screen={screen}
              claim={claim}
              hop={hop}
              index={index}
              count={hops.length}
              isFresh={fresh.has(hop.source)}
              drag={drag}
              onMove={(to) => {
                move(index, to);
              }}
              onChange={(changes) => {
                changeHop(index, changes);
              }}
              onRemove={() => void change((chain) => chain.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
      )}
      {isAdding === true && (
        <NewHop
          isFirst={hops.length === 0}
          onAdd={add}
          onCancel={() => {
            setAdding(false);
          }}
        />
      )}
      {!isReadOnly && isAdding !== true && (
        <div>
          <Button
            kind="quiet"
            icon={Plus}
            autoFocus={isAdding === false}
            onPress={() => {
              setAdding(true);
            }}
          >
            Add a source
          </Button>
        </div>
      )}
    </>
  );
}

type ChainChange = (chain: readonly HopInput[]) => readonly HopInput[];

// Reads the claim anew: the chain may have changed while words were being looked for. Answers the source that was
// made along with the change, if one was.
async function changeChain({ id }: Claim, change: ChainChange): Promise<SourceId | null> {
  const claim = currentView().get(id);
  if (claim === undefined) return null;
  const attribution = [...change(hopInputs(claim.attribution))];
  const outcome = await run('claim/update', { claim: id, changes: { attribution } });
  return createdId(outcome, 'source');
}

// The same source may stand in a chain twice; its hops are told apart by which of them they are.
function occurrence(hops: Claim['attribution'], index: number): number {
  return hops.slice(0, index).filter((hop) => hop.source === hops[index]?.source).length;
}
