import { createCase } from '../../src/main/store/case-store.ts';
import { SampleAnalyst, SampleClock } from './analyst.ts';
import { sittings } from './sittings.ts';

/** Builds the annotated sample case in a new folder. Times are the same on every build; ids are not. */
export async function buildSampleCase(path: string): Promise<void> {
  const clock = new SampleClock();
  clock.moveTo('2026-03-11T18:45:00.000Z');
  const name = 'Explosion at the port of Narsova';
  const created = await createCase(path, { name, analyst: 'Sample analyst', now: clock.now });
  if (!created.ok) throw new Error(created.error.message);
  const store = created.value;
  const analyst = new SampleAnalyst(store, clock);
  try {
    for (const sitting of sittings) await analyst.sit(sitting);
  } finally {
    await analyst.close();
    await store.close();
  }
}
