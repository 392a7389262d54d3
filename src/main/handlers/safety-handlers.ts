import { ok } from '../../domain/core/result.ts';
import { chooseCasePlace } from '../services/case-choice.ts';
import type { Copies } from '../services/copies.ts';
import type { Handlers } from './dispatcher.ts';
import type { Environment } from '../services/environment.ts';
import { caseName, fileNameOf } from '../services/open-case.ts';
import { type Session, withPresent } from '../services/session.ts';

/** Answers the calls that keep a case safe: going on after a failure, changing places with a writer, copies. */
export function safetyHandlers(environment: Environment, session: Session, copies: Copies) {
  return {
    'case/try-again': () => withPresent(session, (store) => store.tryAgain()),
    // The way from reading to writing, and back.
    'case/reopen': ({ as }) => session.reopen(as),
    // A copy is always of the case as it is now, even while the analyst looks at the past.
    'case/copy': () =>
      withPresent(session, async (store) => {
        const place = await chooseCasePlace(environment, {
          title: 'Where to keep the copy',
          name: `${fileNameOf(caseName(store))} copy`,
          buttonLabel: 'Save the copy',
        });
        return place === null ? ok(null) : copies.copy(store, place);
      }),
    'copy/cancel': () => {
      copies.cancel();
      return Promise.resolve(ok(null));
    },
    'copies/choose-folder': async () => {
      const options = { title: 'Where to keep the copies', buttonLabel: 'Keep them here' };
      const folder = await environment.chooseFolder(options);
      if (folder === null) return ok(null);
      await environment.preferences.changeCopyFolder(folder);
      // The first folder may be what a copy that is due was waiting for; it is made while the window goes on.
      void copies.look();
      return ok({ folder });
    },
  } satisfies Partial<Handlers>;
}
