import { TextSelect } from 'lucide-react';
import { brief } from '../../../../domain/core/brief.ts';
import type { CommandInput } from '../../../../domain/commands/registry.ts';
import type { Claim } from '../../../../domain/records/claim/record.ts';
import { hedges } from '../../../../domain/records/vocabulary.ts';
import { run } from '../../../state/commands.ts';
import { type Screen, openReader } from '../../../state/navigation.ts';
import { currentView, useReadOnly } from '../../../state/replica.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { DateField } from '../dates/date-field.tsx';
import { askForWords } from '../parts/ask-for-words.ts';
import { Words } from '../parts/words.tsx';
import { rangeOf } from './chain.ts';

/** What a claim is about: how firmly it is put, when and where the thing is said to have happened. */
export function ClaimSetting({ screen, claim }: { screen: Screen; claim: Claim }) {
  const isReadOnly = useReadOnly();
  const { eventTime } = claim;

  function change(changes: CommandInput<'claim/update'>['changes']): ReturnType<typeof run> {
    return run('claim/update', { claim: claim.id, changes });
  }

  function changeTime(edtf: string | null): ReturnType<typeof run> {
    const anchor = rangeOf(eventTime?.anchor ?? null);
    return change({ eventTime: edtf === null ? null : { edtf, anchor } });
  }

  return (
    <>
      <SelectField
        label="Hedge in the text"
        value={claim.hedge}
        options={hedges}
        isDisabled={isReadOnly}
        onChange={(hedge) => {
          void change({ hedge });
        }}
      />
      <DateField
        label="Event time"
        value={eventTime?.edtf ?? null}
        isDisabled={isReadOnly}
        onCommit={changeTime}
      />
      {eventTime !== null && <TimeWords screen={screen} claim={claim} />}
      <TextField
        label="Place"
        value={claim.place}
        isDisabled={isReadOnly}
        onCommit={(place) => change({ place: place.trim() })}
      />
    </>
  );
}

function TimeWords({ screen, claim }: { screen: Screen; claim: Claim }) {
  const isReadOnly = useReadOnly();
  const anchor = claim.eventTime?.anchor ?? null;
  if (anchor !== null) {
    return (
      <Words
        quote={anchor.exact}
        label="Go to the words for the event time"
        onGo={() => {
          openReader(claim.document, { range: anchor, selected: claim.id });
        }}
        {...(isReadOnly
          ? {}
          : {
              removal: {
                label: 'Clear the words for the event time',
                perform: () => void anchorTime(claim, null),
              },
            })}
      />
    );
  }
  if (isReadOnly) return null;
  return (
    <div>
      <Button kind="quiet" icon={TextSelect} onPress={() => void askForTime(screen, claim)}>
        Words that say when…
      </Button>
    </div>
  );
}

async function askForTime(screen: Screen, claim: Claim): Promise<void> {
  const words = await askForWords({
    prompt: `the words that say when “${brief(claim.statement)}”`,
    document: claim.document,
    screen,
  });
  if (words !== null) await anchorTime(claim, { start: words.start, end: words.end });
}

// Reads the claim anew: it may have been changed while the analyst looked for the words.
async function anchorTime(
  { id }: Claim,
  anchor: { start: number; end: number } | null,
): Promise<void> {
  const eventTime = currentView().get(id)?.eventTime ?? null;
  if (eventTime === null) return;
  const changes = { eventTime: { edtf: eventTime.edtf, anchor } };
  await run('claim/update', { claim: id, changes });
}
