import { FolderOpen, GraduationCap, Plus, Scale, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { appActions } from '../../../contract/actions.ts';
import type { RecentCase } from '../../../contract/settings.ts';
import { ask, useSession } from '../../state/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { dateOf } from '../../ui/moment.ts';
import { openCase, openCaseByDialog, startNewCase } from './opening.ts';
import styles from './start-screen.module.css';

/** The first screen: cases opened before, and the ways to a new one, another one or the sample case. */
export function StartScreen() {
  const version = useSession((state) => state.version);
  const runtime = useSession((state) => state.runtime);
  return (
    <div className={styles['start']}>
      <main className={styles['page']}>
        <header>
          <h1 className={styles['title']}>
            <Scale size={30} aria-hidden className={styles['mark']} />
            Assay
          </h1>
          <p className={styles['lead']}>
            Who says so, how would they know, have they been right before, and does anyone
            independent say the same? Everything stays on this computer.
          </p>
        </header>
        <div className={styles['actions']}>
          <Button kind="primary" icon={Plus} onPress={startNewCase}>
            {appActions['case/new'].label}
          </Button>
          <Button icon={FolderOpen} onPress={openCaseByDialog}>
            {appActions['case/open'].label}
          </Button>
          <Button icon={GraduationCap} onPress={() => void openCase({ kind: 'sample' })}>
            Open the sample case
          </Button>
        </div>
        <RecentCases />
      </main>
      <footer className={styles['foot']}>
        Assay {version} · {runtime} · Nothing is ever sent or fetched
      </footer>
    </div>
  );
}

/** The cases that this machine remembers, latest first, each opened by its key. */
function RecentCases() {
  const recent = useSession((state) => state.recent);
  return (
    <section aria-labelledby="recent-cases">
      <h2 id="recent-cases" className={styles['heading']}>
        Recent cases
      </h2>
      {recent.length === 0 ? (
        <p className={styles['none']}>
          Cases you open will be listed here. New to Assay? The sample case shows a finished one.
        </p>
      ) : (
        <ul>
          {recent.map((opened) => (
            <RecentEntry key={opened.key} opened={opened} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One case of the list, with the way to take it off, for a case that was moved or is no longer wanted. */
function RecentEntry({ opened }: { opened: RecentCase }) {
  return (
    <li className={styles['recent']}>
      <AriaButton
        className={styles['open'] ?? ''}
        onPress={() => void openCase({ kind: 'recent', key: opened.key })}
      >
        <span className={styles['name']} dir="auto">
          {opened.name}
        </span>
        <span className={styles['when']}>{dateOf(opened.openedAt)}</span>
        <span className={styles['path']}>{opened.path}</span>
      </AriaButton>
      <IconButton
        label={`Take “${opened.name}” off this list`}
        icon={X}
        onPress={() => void forget(opened.key)}
      />
    </li>
  );
}

/** Takes a case off the list; its folder stays where it is. */
async function forget(key: string): Promise<void> {
  const answer = await ask('case/forget', { key });
  if (answer !== null) useSession.setState(answer);
}
