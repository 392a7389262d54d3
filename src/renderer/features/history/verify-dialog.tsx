import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { VerifyProgress, VerifyReport } from '../../../contract/verification.ts';
import { counted } from '../../../domain/core/counted.ts';
import { isMendable } from '../../../contract/recovery.ts';
import { faultPlace, strangersAdvice } from '../../../contract/recovery-words.ts';
import { listen } from '../../state/bridge.ts';
import { ask, leaveToRecover } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RecoveryDetails, Sentences } from '../recovery/index.ts';
import { HeadHash } from './history-status.tsx';
import styles from './history.module.css';

// More findings than anybody reads in a dialog; the command line lists them all.
const mostShown = 50;

/** Checks the whole case and says what was found, in plain words. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const [progress, setProgress] = useState<VerifyProgress>({ changes: 0, documents: 0 });
  const [report, setReport] = useState<VerifyReport | null>(null);
  const [isDone, setDone] = useState(false);
  useEffect(() => listen('verify/progress', setProgress), []);
  useEffect(() => {
    let isWanted = true;
    void ask('case/verify', {}).then((answer) => {
      if (!isWanted) return;
      setReport(answer);
      setDone(true);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  const recovery = report?.recovery ?? null;
  return (
    <Dialog
      title="Verify the case"
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          {recovery !== null && isMendable(recovery) && (
            <Button
              onPress={() => {
                onClose();
                void leaveToRecover(recovery);
              }}
            >
              Close it and recover…
            </Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div aria-live="polite" className={styles['verification']}>
        {!isDone && <Running progress={progress} />}
        {isDone && report === null && <p>The case could not be verified.</p>}
        {report !== null && <Report report={report} />}
      </div>
    </Dialog>
  );
}

function Running({ progress: { changes, documents } }: { progress: VerifyProgress }) {
  return (
    <>
      <p>Following every change from the first on, and reading every file…</p>
      <p className={styles['quiet']}>
        {counted(changes, 'change')}, {counted(documents, 'document')} so far
      </p>
    </>
  );
}

function Report({ report }: { report: VerifyReport }) {
  const { changes, documents, quotes, head, findings, recovery, strangers } = report;
  const isWell = findings.length === 0;
  const isChained = recovery?.outcome !== 'recoverable';
  // What can be recovered is told with what was found.
  const told = new Set(recovery?.found.map(faultPlace));
  const others = findings.filter(({ place }) => !told.has(place));
  return (
    <>
      <p className={isWell ? styles['well'] : styles['unwell']}>
        {isWell ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
        {isWell
          ? 'All is as it was written.'
          : `${counted(findings.length, 'thing')} ${findings.length === 1 ? 'is' : 'are'} not as it was written.`}
      </p>
      <p>
        {counted(changes, 'change')}{' '}
        {isChained ? 'follow one from the other without a gap' : 'can be read'}; the text and the
        file of {counted(documents, 'document')} and {counted(quotes, 'quote')} were compared with
        what was recorded.
      </p>
      {others.length > 0 && (
        <ul className={styles['findings']}>
          {others.slice(0, mostShown).map(({ place, problem }, index) => (
            <li key={index}>
              {problem} <code>{place}</code>
            </li>
          ))}
          {others.length > mostShown && <li>And {others.length - mostShown} more.</li>}
        </ul>
      )}
      {recovery !== null && <RecoveryDetails report={recovery} />}
      {others.length > 0 && (
        <p>Nothing else in the case can bring this back: look for it in a copy of the case.</p>
      )}
      <Sentences title="Files that are not the case’s" sentences={strangers} />
      {strangers.length > 0 && <p className={styles['quiet']}>{strangersAdvice}</p>}
      <p>
        The head of the chain stands for all of these changes: a report that names it was made from
        exactly this case.
      </p>
      <HeadHash head={head} />
    </>
  );
}
