import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originOf, reliabilityOf } from '../src/domain/analysis/attribution.ts';
import { ratingsOf, verdictOf } from '../src/domain/analysis/ratings.ts';
import { spanMatches } from '../src/domain/anchoring/spans.ts';
import type { Claim } from '../src/domain/records/claim/record.ts';
import type { AnyRecord } from '../src/domain/records/registry.ts';
import type { Span } from '../src/domain/core/span.ts';
import { hedges, linkKinds, manners, sourceKinds } from '../src/domain/records/vocabulary.ts';
import { type CaseStore, openCase } from '../src/main/store/case-store.ts';
import { buildSampleCase } from './sample-case/build.ts';

const shipped = fileURLToPath(
  new URL('../resources/sample-case/Sample case.assay', import.meta.url),
);

let folder: string;
let sample: CaseStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-sample-'));
  await cp(shipped, join(folder, 'copy.assay'), { recursive: true });
  sample = await opened(join(folder, 'copy.assay'));
});

afterAll(async () => {
  await sample.close();
  await rm(folder, { recursive: true });
});

async function opened(path: string): Promise<CaseStore> {
  const store = await openCase(path, { readOnly: false, analyst: 'Sample analyst' });
  if (!store.ok) throw new Error(store.error.message);
  return store.value;
}

// The records in the order they came, ids replaced by the place of their first mention: what two builds share.
function withoutIds(records: Iterable<AnyRecord>): unknown {
  const places = new Map<string, string>();
  const text = JSON.stringify([...records]);
  return JSON.parse(
    text.replace(/"([a-z]+)-[0-9a-f]{8}-[0-9a-f-]{27}"/g, (id, type: string) => {
      const place = places.get(id) ?? `"${type} ${places.size}"`;
      places.set(id, place);
      return place;
    }),
  ) as unknown;
}

function claimThatSays(start: string): Claim {
  const claim = [...sample.view.all('claim')].find(({ highlights: [first] }) => {
    const highlight = first === undefined ? undefined : sample.view.get(first);
    return highlight?.spans[0]?.exact.startsWith(start);
  });
  if (claim === undefined) throw new Error(`No claim says “${start}”`);
  return claim;
}

describe('the sample case as it ships', () => {
  it('opens without complaint, for the analyst who made it, and verifies clean', async () => {
    expect(sample.report).toBeNull();
    expect(sample.view.count('analyst')).toBe(1);
    expect(sample.view.count('document')).toBe(9);
    const report = await sample.verify();
    expect(report.ok && report.value.findings).toEqual([]);
    expect(report.ok && report.value.quotes).toBeGreaterThan(100);
  });

  it('is what `npm run sample` makes of the documents, apart from ids', async () => {
    const path = join(folder, 'rebuilt.assay');
    await buildSampleCase(path);
    const rebuilt = await opened(path);
    try {
      expect(withoutIds(rebuilt.view.records())).toEqual(withoutIds(sample.view.records()));
    } finally {
      await rebuilt.close();
    }
  }, 60_000);

  it('quotes every document as its text is', async () => {
    for (const { id } of sample.view.all('document')) {
      const text = await sample.readText(id);
      const spans = spansOf([...sample.view.records()], id);
      expect(text.ok && spans.filter((span) => !spanMatches(text.value.text, span))).toEqual([]);
      expect(spans.length, sample.view.get(id)?.fileName).toBeGreaterThan(0);
    }
  });

  it('keeps the documents as they are in the folder beside it', async () => {
    const documents = fileURLToPath(new URL('../resources/sample-case/documents', import.meta.url));
    for (const { original, fileName } of sample.view.all('document')) {
      const kept = join(shipped, 'originals', `${original.hash}.${original.extension}`);
      const file = await readFile(join(documents, fileName));
      expect((await readFile(kept)).equals(file), fileName).toBe(true);
    }
    expect(await readdir(documents)).toHaveLength(sample.view.count('document'));
  });

  it('names no machine and no folder outside itself', async () => {
    const journal = await readFile(join(shipped, 'journal', '000001.jsonl'), 'utf8');
    expect(journal).not.toMatch(/"\/|[A-Z]:\\\\|file:/);
    expect(await readdir(shipped)).not.toContain('lock');
  });
});

describe('what the sample case teaches', () => {
  it('leads every report of the plan to one colleague nobody has met', () => {
    const reports = [
      'intercepted calls suggested',
      'the Dervan Brigades had been preparing to strike',
      'the militia had been planning',
      'the organisation known as the Dervan Brigades',
    ].map(claimThatSays);
    const origins = new Set(reports.map(originOf));
    expect(origins.size).toBe(1);
    const [origin] = origins;
    expect(origin && sample.view.get(origin)?.name).toBe('Colleague of the security official');
    expect(new Set(reports.map(({ document }) => document)).size).toBe(4);
    expect(reports.map(({ id }) => verdictOf(sample.view, id))).toEqual(
      reports.map(() => 'unverifiable'),
    );
  });

  it('has the fire from three origins that nobody relayed', () => {
    const accounts = [
      'white smoke over the warehouse',
      'White smoke out of the roof',
      'حريقاً اندلع في المستودع',
    ].map(claimThatSays);
    expect(new Set(accounts.map(originOf)).size).toBe(3);
    expect(accounts.map(({ id }) => verdictOf(sample.view, id))).toEqual(
      accounts.map(() => 'supported'),
    );
  });

  it('lowered the official’s letter when the correction came, and says why each time', () => {
    const official = [...sample.view.all('source')].find(({ name }) =>
      name.startsWith('Security official'),
    );
    if (official === undefined) throw new Error('The official is missing');
    const letters = ratingsOf(sample.view, official.id, 'admiralty-reliability');
    expect(letters.map(({ value }) => value)).toEqual(['C', 'E']);
    expect(letters.every(({ reason }) => reason !== '')).toBe(true);
    expect(reliabilityOf(sample.view, official.id)).toBe('E');
    expect(official.aliases).toContain('Security sources of the Courier');
  });

  it('uses every hedge, manner, kind of source, kind of link, and a discontinuous and a long highlight', () => {
    const claims = [...sample.view.all('claim')];
    const used = {
      hedges: new Set(claims.map(({ hedge }) => hedge)),
      manners: new Set(claims.flatMap(({ attribution }) => attribution.map((hop) => hop.manner))),
      kinds: new Set([...sample.view.all('source')].map(({ kind }) => kind)),
      links: new Set([...sample.view.all('link')].map(({ kind }) => kind)),
    };
    const all = {
      hedges: new Set(hedges.map(({ value }) => value)),
      manners: new Set(manners.map(({ value }) => value)),
      kinds: new Set(sourceKinds.map(({ value }) => value)),
      links: new Set(linkKinds.map(({ value }) => value)),
    };
    expect(used).toEqual(all);
    const highlights = [...sample.view.all('highlight')];
    expect(highlights.some(({ spans }) => spans.length > 1)).toBe(true);
    expect(highlights.some(({ spans }) => spans[0]?.exact.includes('\n'))).toBe(true);
    expect(claims.length).toBeGreaterThanOrEqual(25);
  });
});

function spansOf(records: readonly AnyRecord[], document: string): Span[] {
  return records.flatMap((record) => {
    if (record.type === 'highlight' && record.document === document) return record.spans;
    if (record.type !== 'claim' || record.document !== document) return [];
    const anchors = [...record.attribution.map((hop) => hop.anchor), record.eventTime?.anchor];
    return anchors.filter((anchor) => anchor !== null && anchor !== undefined);
  });
}
