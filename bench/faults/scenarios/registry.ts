import type { Scenario } from '../scenario.ts';
import { subjects } from '../subjects/registry.ts';
import { savesOf } from '../subjects/subject.ts';
import { batch } from './batch.ts';
import { checkpoint } from './checkpoint.ts';
import { close } from './close.ts';
import { create } from './create.ts';
import { imports } from './import.ts';
import { migration } from './migration.ts';
import { recovery } from './recovery.ts';
import { salvage } from './salvage.ts';
import { saves } from './saves.ts';
import { newSegment } from './new-segment.ts';

/** What the store does, each under every fault; none of it may go wrong. A new one is a file and a line here. */
export const caseScenarios: readonly Scenario[] = [
  ...[saves, batch, newSegment, imports, checkpoint, close, recovery, salvage, migration, create],
];

/** The same plain saves through the store and through its peers, which shows that the matrix finds what goes wrong. */
export const peerScenarios: readonly Scenario[] = subjects.map(savesOf);

export const scenarios: readonly Scenario[] = [...caseScenarios, ...peerScenarios];
