import type { VerifyProgress } from '../../contract/verification.ts';
import type { Handlers } from './dispatcher.ts';
import type { Environment } from '../services/environment.ts';
import { type Session, withCase, withPresent } from '../services/session.ts';

// Milliseconds between two events of progress: as often as an eye follows. A verification tells of every line and every
// document, and thousands of events a second would hold up the window.
const progressEvery = 100;

/** What was changed, by whom and when; putting back, looking back, and whether all of it is as it was written. */
export function historyHandlers(environment: Environment, session: Session) {
  return {
    // The history is that of the case as it is, also for who looks at the case as it was.
    'history/page': ({ query, before, limit }) =>
      withPresent(session, ({ history }) => history.page(query, before, limit)),
    'history/change': ({ seq }) => withPresent(session, ({ history }) => history.entry(seq)),
    // These two change the case, so they go to the case as it is shown: one that is shown as it was refuses them.
    'history/revert': ({ seq }) => withCase(session, (store) => store.revert(seq)),
    'history/restore': ({ record, seq }) =>
      withCase(session, (store) => store.restore(record, seq)),
    'history/look-back': (to) => session.lookBack(to),
    'history/return': () => session.returnToNow(),
    'case/verify': () =>
      withPresent(session, (store) =>
        store.verify(
          seldom((done) => {
            environment.send('verify/progress', done);
          }),
        ),
      ),
  } satisfies Partial<Handlers>;
}

// Lets the first event through and drops those that come too soon. The last may be dropped as well: what was checked in
// the end is in the answer.
function seldom(tell: (done: VerifyProgress) => void): (done: VerifyProgress) => void {
  let last = -Infinity;
  return (done) => {
    if (performance.now() - last < progressEvery) return;
    last = performance.now();
    tell(done);
  };
}
