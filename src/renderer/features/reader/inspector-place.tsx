import { X } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { select } from '../../state/navigation.ts';
import { IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Inspector } from '../inspector/index.ts';
import type { ClaimId } from '../../../domain/records/claim/record.ts';
import type { AnyId } from '../../../domain/records/registry.ts';
import type { TextSurface } from './surface/text-surface.ts';
import styles from './reader-screen.module.css';

interface InspectorPlaceProps {
  readonly selected: AnyId | null;
  /** A claim that was just made: its statement is written next. */
  readonly fresh: ClaimId | null;
  /** Where Escape in the inspector leads back to, outside of what it closes there. */
  readonly surface: TextSurface;
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** The inspector beside the text; over it where the window is narrow, and then only while something is selected. */
export function InspectorPlace({ selected, fresh, surface, ref }: InspectorPlaceProps) {
  // The claim whose statement was given the focus last.
  const written = useRef<ClaimId>(null);
  useEffect(() => {
    if (fresh === null || fresh !== selected || written.current === fresh) return;
    // Once only: coming back to the claim later is not for writing its statement.
    written.current = fresh;
    const statement = ref.current?.querySelector('textarea');
    statement?.focus();
    statement?.select();
  }, [selected, fresh, ref]);
  return (
    <div
      ref={ref}
      // A field or a menu in the inspector has taken its own Escape by then.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        surface.focus();
      }}
      className={`${styles['inspector'] ?? ''} ${selected === null ? (styles['idle'] ?? '') : ''}`}
    >
      {selected === null ? (
        <EmptyState
          title="Nothing selected"
          text="Select words in the text: H highlights them, C makes a claim of them. Or click on a highlight to see what is known of it."
        />
      ) : (
        <>
          <div className={styles['close']}>
            <IconButton
              label="Close the inspector"
              keys="Esc"
              icon={X}
              onPress={() => {
                select('reader', null);
              }}
            />
          </div>
          <Inspector screen="reader" id={selected} />
        </>
      )}
    </div>
  );
}
