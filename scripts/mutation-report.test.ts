import { describe, expect, it } from 'vitest';
import { isBelowGoal, mutantsOf, reportLines, staleReasons } from './mutation-report.mjs';

const source = 'export function isLong(text) {\n  return text.length >= 3;\n}\n';
const at = { start: { line: 2, column: 10 }, end: { line: 2, column: 26 } };

/** A report on so many changes to one file that ended so. */
function report(file: string, ends: Record<string, number>) {
  const mutants = Object.entries(ends).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, index) => ({
      location: at,
      mutatorName: 'EqualityOperator',
      replacement: `text.length > ${index}`,
      status,
    })),
  );
  return mutantsOf({ files: { [file]: { source, mutants } } });
}

const why = 'Nothing is so long.';
const reason = {
  file: 'src/domain/a/b.ts',
  code: 'text.length >= 3',
  becomes: 'text.length > 0',
  why,
};

describe('mutants', () => {
  it('show the code, what took its place, and what became of them', () => {
    expect(report('src/domain/a/b.ts', { Survived: 1 })).toEqual([
      {
        file: 'src/domain/a/b.ts',
        line: 2,
        column: 10,
        code: 'text.length >= 3',
        becomes: 'text.length > 0',
        end: 'survived',
      },
    ]);
  });

  it('code of several lines is shown on one, cut short', () => {
    const location = { start: { line: 1, column: 30 }, end: { line: 3, column: 2 } };
    const long = 'x'.repeat(100);
    const mutant = { location, mutatorName: 'BlockStatement', replacement: long, status: 'Killed' };
    const [found] = mutantsOf({ files: { 'src/domain/b.ts': { source, mutants: [mutant] } } });
    expect(found?.code).toBe('{ return text.length >= 3; }');
    expect(found?.becomes).toBe(`${'x'.repeat(79)}…`);
  });

  it('an endless loop is noticed; what does not compile is no change', () => {
    const ends = {
      Killed: 1,
      Timeout: 1,
      NoCoverage: 1,
      CompileError: 1,
      RuntimeError: 1,
      Ignored: 1,
    };
    expect(report('src/domain/b.ts', ends).map(({ end }) => end)).toEqual([
      'killed',
      'killed',
      'uncovered',
    ]);
  });
});

describe('goals', () => {
  it('nine of ten noticed are enough for the domain, fewer are not', () => {
    expect(isBelowGoal(report('src/domain/b.ts', { Killed: 9, Survived: 1 }), [])).toBe(false);
    expect(isBelowGoal(report('src/domain/b.ts', { Killed: 8, NoCoverage: 1 }), [])).toBe(true);
    expect(isBelowGoal(report('src/main/store/b.ts', { Killed: 8, NoCoverage: 1 }), [])).toBe(
      false,
    );
  });

  it('what has a reason does not count', () => {
    const mutants = report('src/domain/a/b.ts', { Killed: 8, Survived: 1 });
    expect(isBelowGoal(mutants, [])).toBe(true);
    expect(isBelowGoal(mutants, [reason])).toBe(false);
    expect(isBelowGoal(mutants, [{ ...reason, file: 'src/domain/c.ts' }])).toBe(true);
  });

  it('where there is no room there is no goal', () => {
    expect(isBelowGoal(report('src/renderer/app/b.ts', { Survived: 1 }), [])).toBe(false);
  });
});

describe('reasons', () => {
  it('one that excuses nothing any more is told', () => {
    expect(staleReasons(report('src/domain/a/b.ts', { Survived: 1 }), [reason])).toEqual([]);
    expect(staleReasons(report('src/domain/a/b.ts', { Killed: 1 }), [reason])).toEqual([reason]);
    expect(staleReasons([], [reason])).toEqual([reason]);
  });
});

describe('the report', () => {
  it('counts by room and by the folders in it, and lists what is alive and not excused', () => {
    const mutants = [
      ...report('src/domain/a/b.ts', { Killed: 2, Survived: 2 }),
      ...report('src/domain/c.ts', { Killed: 1, NoCoverage: 1 }),
      ...report('src/renderer/app/d.ts', { Killed: 1 }),
    ];
    const stale = { ...reason, becomes: 'false' };
    expect(
      reportLines(mutants, [reason, stale]).map((line) => line.trim().replace(/ {2,}/g, ' | ')),
    ).toEqual([
      'killed | survived | no test | equal | score | goal',
      'src/domain | 3 | 1 | 1 | 1 | 60.0 % | 90 %',
      'a | 2 | 1 | 0 | 1 | 66.7 %',
      'src/renderer/app | 1 | 0 | 0 | 0 | 100.0 %',
      '',
      'survived | src/domain/a/b.ts:2:10 | text.length >= 3 | → | text.length > 1',
      'no test | src/domain/c.ts:2:10 | text.length >= 3 | → | text.length > 0',
      'no longer | src/domain/a/b.ts | text.length >= 3 | → | false',
    ]);
  });
});
