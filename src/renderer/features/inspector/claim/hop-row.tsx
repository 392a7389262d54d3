import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, useCallback } from 'react';
import { reliabilityOf } from '../../../../domain/analysis/attribution.ts';
import type { CaseView } from '../../../../domain/core/case-state.ts';
import type { SourceChoice } from '../../../../domain/records/source/commands.ts';
import type { Claim, Hop } from '../../../../domain/records/claim/record.ts';
import { shortName } from '../../../../domain/records/registry.ts';
import { manners, sourceKinds } from '../../../../domain/records/vocabulary.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, openReader } from '../../../state/navigation.ts';
import type { SourceId } from '../../../../domain/records/source/record.ts';
import { useCase, useReadOnly, useRecord } from '../../../state/replica.ts';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { SourcePicker, kindForManner } from '../../pickers/index.ts';
import { Words } from '../parts/words.tsx';
import type { HopInput } from './chain.ts';
import styles from './chain.module.css';
import { HopMenu } from './hop-menu.tsx';
import type { DragOrder } from './use-drag-order.ts';

interface HopRowProps {
  readonly screen: Screen;
  readonly claim: Claim;
  readonly hop: Hop;
  readonly index: number;
  readonly count: number;
  /** Its source was just made here, so that its kind is a guess. */
  readonly isFresh: boolean;
  readonly drag: DragOrder;
  readonly onMove: (to: number) => void;
  readonly onChange: (changes: Partial<HopInput>) => void;
  readonly onRemove: () => void;
}

/** One source of a chain: who, how it speaks, and the words that name it. */
export function HopRow(props: HopRowProps) {
  const { claim, hop, index, count, drag, onMove } = props;
  const isReadOnly = useReadOnly();
  const source = useRecord(hop.source);
  const name = source?.name ?? 'this source';
  const isOrigin = index === count - 1;
  const isTarget = drag.dragged?.over === index && drag.dragged.from !== index;

  function handleKeys(event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || !event.altKey || isReadOnly) return;
    // In a type-ahead these keys open and close the list.
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + step);
  }

  return (
    <li
      className={`${styles['hop'] ?? ''} ${isTarget ? (styles['target'] ?? '') : ''}`}
      onKeyDownCapture={handleKeys}
      {...drag.entryProps(index)}
    >
      <div className={styles['rail']}>
        <span className={styles['mark']} aria-hidden />
      </div>
      <div className={styles['fields']}>
        <div className={styles['head']}>
          <span className={styles['role']}>
            {isOrigin ? 'Origin' : `Relay ${index + 1}`}
            {source !== undefined && ` · ${shortName(source)}`}
          </span>
          {isOrigin && <OriginGrade source={hop.source} />}
          <span className={styles['gap']} />
          {!isReadOnly && (
            <button
              type="button"
              data-handle
              className={styles['handle']}
              aria-label={`Move “${name}”: Alt+Up or Alt+Down, or drag`}
              {...drag.handleProps(index)}
            >
              <GripVertical size={14} aria-hidden />
            </button>
          )}
          <HopMenu
            screen={props.screen}
            claim={claim}
            hop={hop}
            name={name}
            {...(index === 0
              ? {}
              : {
                  onMoveUp: () => {
                    onMove(index - 1);
                  },
                })}
            {...(isOrigin
              ? {}
              : {
                  onMoveDown: () => {
                    onMove(index + 1);
                  },
                })}
            onChange={props.onChange}
            onRemove={props.onRemove}
          />
        </div>
        <SourcePicker
          label={isOrigin ? 'Origin' : `Relay ${index + 1}`}
          isLabelHidden
          value={hop.source}
          newKind={kindForManner(hop.manner)}
          isDisabled={isReadOnly}
          onPick={(chosen: SourceChoice) => {
            props.onChange({ source: chosen });
          }}
        />
        {props.isFresh && source !== undefined && (
          <SelectField
            label={`Kind of “${name}”`}
            value={source.kind}
            options={sourceKinds}
            isDisabled={isReadOnly}
            onChange={(kind) => void run('source/update', { source: source.id, changes: { kind } })}
          />
        )}
        <SelectField
          label={`Manner of “${name}”`}
          isLabelHidden
          value={hop.manner}
          options={manners}
          isDisabled={isReadOnly}
          onChange={(manner) => {
            props.onChange({ manner });
          }}
        />
        {hop.anchor !== null && (
          <Words
            quote={hop.anchor.exact}
            label={`Go to the words that name “${name}”`}
            onGo={() => {
              if (hop.anchor !== null)
                openReader(claim.document, { range: hop.anchor, selected: claim.id });
            }}
            {...(isReadOnly
              ? {}
              : {
                  removal: {
                    label: `Clear the words that name “${name}”`,
                    perform: () => {
                      props.onChange({ anchor: null });
                    },
                  },
                })}
          />
        )}
      </div>
    </li>
  );
}

function OriginGrade({ source }: { source: SourceId }) {
  const letter = useCase(useCallback((view: CaseView) => reliabilityOf(view, source), [source]));
  return <GradeBadge letter={letter} />;
}
