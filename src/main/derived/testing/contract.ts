import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseState } from '../../../domain/core/case-state.ts';
import { type Diff, emptyDiff, invertDiff } from '../../../domain/core/diff.ts';
import { fixedHash } from '../../../domain/testing/fixed-ids.ts';
import { type WalkStep, fixedSteps, walk } from '../../../domain/testing/random-walk.ts';
import type { Moment } from '../../store/journal/journal-line.ts';
import type { Derived } from '../derived.ts';

/** A derived thing with a place of its own, for its contract. */
export interface ContractSubject<D extends Derived> {
  /** Opens what is kept at its place; as a later version of itself if a version is told. */
  open(version?: number): Promise<D>;
  /** What it holds, for comparing. */
  read(derived: D): unknown;
  /** Spoils what is kept in every way there is, one at a time; absent where nothing is kept between two openings. */
  readonly damages?: readonly (() => Promise<void>)[];
}

const steps = fc.array(
  fc.record({ command: fc.nat(), choices: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }) }),
  { minLength: 1, maxLength: 40 },
);

/** What every derived thing keeps to. `make` makes one with an empty place. */
export function contractOf<D extends Derived>(
  name: string,
  make: () => Promise<ContractSubject<D>>,
): void {
  async function rebuilt(view: CaseState, upTo = moment(1)): Promise<[D, ContractSubject<D>]> {
    const subject = await make();
    const derived = await subject.open();
    await derived.rebuild(view, upTo);
    return [derived, subject];
  }

  describe(`${name} as a derived thing`, () => {
    it('has to be rebuilt before there is anything of it', async () => {
      const derived = await (await make()).open();
      expect(derived.upTo).toBeNull();
      await expect(derived.apply(emptyDiff, moment(1))).rejects.toThrow();
    });

    it('is the same by following changes as by being rebuilt after them', async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.nat(), async (taken, cut) => {
          const { diffs, stateAfter } = lifeOf(taken);
          const start = cut % (diffs.length + 1);
          const [derived, subject] = await rebuilt(stateAfter(start), moment(start));
          for (const [index, diff] of diffs.slice(start).entries())
            await derived.apply(diff, moment(start + index + 1));
          const [fresh] = await rebuilt(stateAfter(diffs.length));
          expect(subject.read(derived)).toEqual(subject.read(fresh));
          expect(derived.upTo).toEqual(moment(diffs.length));
        }),
        { numRuns: 20 },
      );
    });

    it('is rebuilt from whatever it was before', async () => {
      const { diffs, stateAfter } = lifeOf(fixedSteps(60));
      const [derived, subject] = await rebuilt(stateAfter(diffs.length));
      await derived.rebuild(stateAfter(0), moment(7));
      const [fresh] = await rebuilt(stateAfter(0));
      expect(subject.read(derived)).toEqual(subject.read(fresh));
      expect(derived.upTo).toEqual(moment(7));
    });

    it('is kept when it is closed, or has to be rebuilt, and never is anything else', async () => {
      const { diffs, stateAfter } = lifeOf(fixedSteps(60));
      const [derived, subject] = await rebuilt(stateAfter(0), moment(0));
      for (const [index, diff] of diffs.entries()) await derived.apply(diff, moment(index + 1));
      const [before, upTo] = [structuredClone(subject.read(derived)), derived.upTo];
      await derived.close();
      const again = await subject.open();
      expect(again.upTo).toEqual(subject.damages === undefined ? null : upTo);
      if (again.upTo !== null) expect(subject.read(again)).toEqual(before);
    });

    it('of another version has to be rebuilt', async () => {
      const [derived, subject] = await rebuilt(lifeOf(fixedSteps(20)).stateAfter(0));
      await derived.close();
      const later = await subject.open(derived.version + 1);
      expect(later.upTo).toBeNull();
    });

    it('that was damaged has to be rebuilt, and then is as good as new', async () => {
      const view = lifeOf(fixedSteps(20)).stateAfter(0);
      const { damages = [] } = await make();
      for (const index of damages.keys()) {
        const [derived, subject] = await rebuilt(view);
        const before = structuredClone(subject.read(derived));
        await derived.close();
        await subject.damages?.[index]?.();
        const again = await subject.open();
        expect(again.upTo).toBeNull();
        await again.rebuild(view, moment(2));
        await again.close();
        const last = await subject.open();
        expect([last.upTo, subject.read(last)]).toEqual([moment(2), before]);
      }
    });

    it('that was disposed of has to be rebuilt', async () => {
      const view = lifeOf(fixedSteps(20)).stateAfter(0);
      const [derived, subject] = await rebuilt(view);
      await derived.close();
      await derived.dispose();
      expect(derived.upTo).toBeNull();
      expect((await subject.open()).upTo).toBeNull();
      await derived.dispose();
      await derived.rebuild(view, moment(1));
      expect(derived.upTo).toEqual(moment(1));
    });
  });
}

function moment(seq: number): Moment {
  return { seq, hash: fixedHash(seq) };
}

/** A case as it came about by random commands, and as it was after any number of them. */
function lifeOf(taken: readonly WalkStep[]): {
  diffs: Diff[];
  stateAfter: (count: number) => CaseState;
} {
  const { made, walked } = walk(taken);
  const diffs = walked.map(({ diff }) => diff);
  const end = [...made.view.records()];
  return {
    diffs,
    stateAfter: (count) => {
      const state = new CaseState(end);
      for (const diff of diffs.slice(count).reverse()) state.apply(invertDiff(diff));
      return state;
    },
  };
}
