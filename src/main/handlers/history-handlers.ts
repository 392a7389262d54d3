import type { VerifyProgress } from '../../contract/verification.ts';
import type { Handlers } from './dispatcher.ts';
import type { Environment } from '../services/environment.ts';
import { type Session, withCase, withPresent } from '../services/session.ts';

// As often as an eye follows, in milliseconds.
const progressEvery = 100;

/** What was changed, by whom and when; putting back, looking back, and whether all of it is as it was written. */
export function historyHandlers(environment: Environment, session: Session) {
  return {
    // The history is that of the case as it is, also for who looks at the case as it was.
    'history/page': ({ query, before, limit }) =>
      withPresent(session, ({ history }) => history.page(query, before, limit)),
    'history/change': ({ seq }) => withPresent(session, ({ history }) => history.entry(seq)),
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

function seldom(tell: (done: VerifyProgress) => void): (done: VerifyProgress) => void {
  let last = -Infinity;
  return (done) => {
    if (performance.now() - last < progressEvery) return;
    last = performance.now();
    tell(done);
  };
}
