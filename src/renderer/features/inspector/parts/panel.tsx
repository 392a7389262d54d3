import { ArrowLeft, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Screen } from '../../../state/navigation.ts';
import { IconButton } from '../../../ui/button.tsx';
import { MenuButton, type MenuEntry } from '../../../ui/menu-button.tsx';
import styles from './panel.module.css';
import { useWayBack } from './trail.ts';

interface PanelProps {
  readonly screen: Screen;
  /** What kind of record is shown: "Claim". */
  readonly kind: string;
  /** What the record is called for short, where it has a number: "C12". */
  readonly name?: string;
  /** Beside the kind: a grade, a colour. */
  readonly badge?: ReactNode;
  readonly actions?: readonly MenuEntry[];
  readonly children: ReactNode;
}

/** The frame of every inspector: what is shown, what can be done with it, and its fields, scrolling by itself. */
export function Panel({ screen, kind, name, badge, actions = [], children }: PanelProps) {
  const back = useWayBack(screen);
  return (
    <aside className={styles['panel']} aria-label={`${kind} inspector`}>
      <header className={styles['header']}>
        {back !== null && (
          <IconButton label={`Back to the ${back.kind}`} icon={ArrowLeft} onPress={back.go} />
        )}
        <h2 className={styles['kind']}>
          {kind}
          {name !== undefined && <span className={styles['name']}> {name}</span>}
        </h2>
        {badge}
        <span className={styles['gap']} />
        {actions.length > 0 && (
          <MenuButton label={`${kind} actions`} icon={Ellipsis} entries={actions} />
        )}
      </header>
      <div className={styles['body']}>{children}</div>
    </aside>
  );
}

interface SectionProps {
  readonly title: string;
  /** How many entries it has, where that is worth saying. */
  readonly count?: number;
  readonly children: ReactNode;
}

/** A titled part of an inspector, set off by a hairline. */
export function Section({ title, count, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-label={title}>
      <h3 className={styles['title']}>
        {title}
        {count !== undefined && count > 0 && <span className={styles['count']}> {count}</span>}
      </h3>
      {children}
    </section>
  );
}

/** Fields without a title of their own, at the top of an inspector or between two sections. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={styles['section']}>{children}</div>;
}

/** A quiet line: what is missing, or how something is done. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p className={styles['quiet']}>{children}</p>;
}
