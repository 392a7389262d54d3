import { appendFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  closedCase,
  fingerprint,
  flipped,
  journalFile,
  linesOf,
  spoil,
  writeLines,
} from '../main/store/testing/spoiled-case.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './test-run.ts';

// Its second change, which imported the document, cannot be read, nor any checkpoint.
async function damagedCase(): Promise<string> {
  const path = await closedCase();
  for (const name of ['case.json', 'documents']) await rm(join(path, name), { recursive: true });
  const lines = await linesOf(path);
  await writeLines(
    path,
    lines.map((line, index) => (index === 1 ? flipped(line) : line)),
  );
  return path;
}

describe('assay verify', () => {
  it('finds a whole case whole', async () => {
    const path = await closedCase();
    const verified = await run(['verify', path, '--json']);
    expect(verified.code).toBe(0);
    expect(verified.json()).toMatchObject({
      ...{ intact: true, documents: 1, changes: 5, findings: [], recovery: null },
    });
    expect((await run(['verify', path])).out).toContain('Everything is as it should be.');
  });

  it('finds an altered original', async () => {
    const path = await closedCase();
    const originals = join(path, 'originals');
    const [name = ''] = await readdir(originals);
    await writeFile(join(originals, name), 'something else');
    const verified = await run(['verify', path, '--json']);
    expect(verified.code).toBe(exitCodes.damaged.code);
    expect(verified.json()).toMatchObject({
      ...{ intact: false, findings: [{ place: `originals/${name}` }], recovery: null },
    });
    const told = await run(['verify', path]);
    expect(told.out).toContain(name);
    expect(told.complaints).toContain('1 fault.');
  });

  it('says of a damaged journal what could be recovered, and what not', async () => {
    const path = await damagedCase();
    const verified = await run(['verify', path, '--json']);
    expect(verified.code).toBe(exitCodes.damaged.code);
    expect(verified.json()).toMatchObject({
      intact: false,
      findings: [{ place: 'case.json' }, { place: 'journal/000001.jsonl, line 2' }],
      recovery: { outcome: 'recoverable', missing: { changes: [{ from: 2, to: 2 }] } },
    });
    const told = await run(['verify', path]);
    expect(told.out).toContain('journal/000001.jsonl, line 2: The file is damaged.');
    expect(told.complaints).toContain('“journal/000001.jsonl, line 2” is damaged.');
    expect(told.complaints).toContain('What change 2 did may be lost.');
    expect(told.complaints).toContain('recover it with “assay recover”');
  });

  it('names files that are not the case’s, and what to do with them', async () => {
    const path = await closedCase();
    await writeFile(join(path, 'journal', '000001 (conflicted copy).jsonl'), '');
    const verified = await run(['verify', path, '--json']);
    expect(verified.code).toBe(0);
    const strangers = ['journal/000001 (conflicted copy).jsonl'];
    expect(verified.json()).toMatchObject({ intact: true, strangers });
    const told = await run(['verify', path]);
    expect(told.complaints).toBe('');
    expect(told.out).toContain(
      'These files are not the case’s:\n  journal/000001 (conflicted copy).jsonl\n',
    );
    expect(told.out).toContain('move it out of the folder, and keep it');
  });

  it('advises to recover only what a recovery mends', async () => {
    const path = await closedCase();
    const [name = ''] = await readdir(join(path, 'texts'));
    await rm(join(path, 'texts', name));
    // A line that was never whole is cut off by itself and is no reason to recover anything.
    await appendFile(join(path, journalFile), '{"seq":6,');
    expect((await run(['verify', path])).complaints).toContain('restore a backup, or ask for help');
    await spoil(path, 'case.json', flipped);
    const told = (await run(['verify', path])).complaints;
    expect(told).toContain('recover it with “assay recover”, or restore a backup');
  });

  it('tells a damaged last line from one that was never whole', async () => {
    const path = await closedCase();
    await appendFile(join(path, journalFile), '{"seq":6,');
    const torn = await run(['verify', path, '--json']);
    expect(torn.code).toBe(0);
    expect(torn.json()).toMatchObject({ intact: true, recovery: { found: [{ line: 6 }] } });
    await appendFile(join(path, journalFile), '}\n');
    const damaged = await run(['verify', path, '--json']);
    expect(damaged.code).toBe(exitCodes.damaged.code);
    expect(damaged.json()).toMatchObject({
      ...{ intact: false, findings: [{ place: 'journal/000001.jsonl, line 6' }] },
    });
  });
});

describe('assay recover', () => {
  it('recovers a case in its place, keeps what was damaged, and names what is missing', async () => {
    const path = await damagedCase();
    const journal = await readFile(join(path, journalFile));
    const recovered = await run(['recover', path, '--json']);
    expect(recovered.code).toBe(exitCodes.incomplete.code);
    const answer = recovered.json() as { recovery: { keptIn: string } };
    expect(answer).toMatchObject({
      case: { name: 'A case', path },
      recovery: { outcome: 'recovered', missing: { changes: [{ from: 2, to: 2 }] } },
      findings: [],
    });
    expect(await readFile(join(path, answer.recovery.keptIn, journalFile))).toEqual(journal);
    expect((await run(['verify', path])).code).toBe(0);
    const again = await run(['recover', path]);
    expect(again).toMatchObject({ code: 0, complaints: '' });
    expect(again.out).toContain('Nothing was damaged.');
  });

  it('recovers it into a new folder, and leaves the damaged one as it is', async () => {
    const path = await damagedCase();
    const before = await fingerprint(path);
    const out = join(dirname(path), 'Recovered.assay');
    const recovered = await run(['recover', path, '--out', out]);
    expect(recovered.code).toBe(exitCodes.incomplete.code);
    expect(recovered.out).toContain('“journal/000001.jsonl, line 2” is damaged.');
    expect(recovered.out).toContain(`The case “A case” is in ${out}`);
    expect(recovered.complaints).toContain('Something of this case is missing.');
    expect(await fingerprint(path)).toEqual(before);
    expect((await run(['verify', out])).code).toBe(0);
  });

  it('mends checkpoints from the journal, of which nothing is missing', async () => {
    const path = await closedCase();
    await spoil(path, 'case.json', flipped);
    expect((await run(['verify', path])).code).toBe(exitCodes.damaged.code);
    const elsewhere = await run(['recover', path, '--out', join(dirname(path), 'Copy.assay')]);
    expect(elsewhere).toMatchObject({ code: 0, complaints: '' });
    const recovered = await run(['recover', path]);
    expect(recovered).toMatchObject({ code: 0, complaints: '' });
    expect(recovered.out).toContain('rebuilt from the journal');
    expect((await run(['verify', path])).code).toBe(0);
  });

  it('names the files that no journal can bring back', async () => {
    const path = await closedCase();
    const [name = ''] = await readdir(join(path, 'texts'));
    await rm(join(path, 'texts', name));
    const recovered = await run(['recover', path]);
    expect(recovered.code).toBe(exitCodes.incomplete.code);
    expect(recovered.out).toContain(`texts/${name}: A file of “`);
  });

  it('leaves nothing where nothing can be recovered, and nothing is written over', async () => {
    const path = await closedCase();
    const parent = dirname(path);
    const out = join(parent, 'Recovered.assay');
    expect((await run(['recover', path, '--out', path])).code).toBe(1);
    expect((await run(['recover', path, '--out', join(path, 'in it')])).code).toBe(1);
    expect((await run(['recover', parent, '--out', out])).code).toBe(exitCodes.notACase.code);
    for (const name of ['case.json', 'documents', journalFile])
      await rm(join(path, name), { recursive: true });
    const before = await readdir(parent);
    const refused = await run(['recover', path, '--out', out]);
    expect(refused.code).toBe(exitCodes.damaged.code);
    expect(await readdir(parent)).toEqual(before);
  });
});
