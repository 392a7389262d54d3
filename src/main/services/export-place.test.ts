import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ExportedFile } from '../formats/reports/exporter.ts';
import { reportFormats } from '../formats/reports/formats.ts';
import type { ReportFormat } from '../formats/reports/format.ts';
import { canMount, mountReadOnly } from '../store/testing/mounts.ts';
import { codeOf, temporaryFolder, valueOf } from '../store/testing/temporary-case.ts';
import { findPlace, writeExport } from './export-place.ts';

// Files by the dozen are made for these; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

/** A format of one file, and one of several. */
const [single, several] = [1, 3].map((count) => {
  const format = reportFormats.find(({ files }) => files.length === count);
  if (format === undefined) throw new Error(`No format has ${count} files`);
  return format;
}) as [ReportFormat, ReportFormat];

function filesOf({ files }: ReportFormat, content: string): ExportedFile[] {
  return files.map((name) => ({ name, bytes: new TextEncoder().encode(`${content} ${name}`) }));
}

test('a single file has the name that was chosen, several have theirs after it', async () => {
  const folder = await temporaryFolder();
  const one = valueOf(await findPlace(single, join(folder, 'Fire 1.2')));
  expect(one.paths).toEqual([join(folder, 'Fire 1.2')]);
  for (const [chosen, stem] of [
    ['Fire.csv', 'Fire'],
    ['Fire.CSV', 'Fire'],
    ['Fire', 'Fire'],
    // Not an extension: “Fire 1.3” is another export.
    ['Fire 1.2', 'Fire 1.2'],
  ] as const) {
    const { paths } = valueOf(await findPlace(several, join(folder, chosen)));
    expect(paths).toEqual(several.files.map((name) => join(folder, `${stem} ${name}`)));
  }
});

test('what was named by who chose the place need not be asked about, what is beside it must', async () => {
  const folder = await temporaryFolder();
  const chosen = join(folder, 'Fire.csv');
  const [, second] = valueOf(await findPlace(several, chosen)).paths;
  if (second === undefined) throw new Error('There is one file only');
  for (const path of [chosen, second]) await writeFile(path, 'precious');
  expect(valueOf(await findPlace(single, chosen))).toMatchObject({ taken: [chosen], unasked: [] });
  expect(valueOf(await findPlace(several, chosen))).toMatchObject({
    ...{ taken: [second], unasked: [second] },
  });
});

test('a file that came since the place was found is not replaced, and nothing is written', async () => {
  const folder = await temporaryFolder();
  for (const format of [single, several]) {
    const place = valueOf(await findPlace(format, join(folder, `Fire.${format.extension}`)));
    const last = place.paths.at(-1) ?? '';
    await writeFile(last, 'precious');
    const refused = await writeExport(filesOf(format, 'new'), place);
    expect(codeOf(refused)).toBe('export/exists');
    expect(await readFile(last, 'utf8')).toBe('precious');
  }
  expect(await readdir(folder)).toHaveLength(2);
});

test('files that were asked about are replaced', async () => {
  const folder = await temporaryFolder();
  for (const content of ['first', 'second']) {
    const place = valueOf(await findPlace(several, join(folder, 'Fire.csv')));
    valueOf(await writeExport(filesOf(several, content), place));
  }
  const names = await readdir(folder);
  expect(names.toSorted()).toEqual(several.files.map((name) => `Fire ${name}`).toSorted());
  for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toMatch(/^second /);
});

test('of exports to one place at the same time one writes all its files, and the others are told of it', async () => {
  const folder = await temporaryFolder();
  const refusals: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const place = valueOf(await findPlace(several, join(folder, 'Fire.csv')));
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        writeExport(filesOf(several, `${round}.${index}`), place),
      ),
    );
    expect(results.some(({ ok }) => ok)).toBe(true);
    for (const result of results) if (!result.ok) refusals.push(result.error.message);
    const contents = await Promise.all(place.paths.map((path) => readFile(path, 'utf8')));
    expect(new Set(contents.map((content) => content.split(' ')[0])).size).toBe(1);
    expect(await readdir(folder)).toHaveLength(several.files.length);
  }
  expect(refusals.join()).toContain(`process ${process.pid} on ${hostname()}`);
});

test('what is in the way is named before anything is made, with what to do', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'Fire.html');
  await mkdir(path);
  const refused = await findPlace(single, path);
  expect(codeOf(refused)).toBe('export/write-failed');
  expect(refused.ok ? '' : refused.error.message).toBe(
    `“${path}” could not be written: there is a folder of this name. Nothing was exported, and what was there is as it was. Choose another place and export again.`,
  );
});

test('the file is named that cannot be written, not one that only helps to write it', async () => {
  const folder = join(await temporaryFolder(), 'nowhere');
  for (const format of [single, several]) {
    const place = valueOf(await findPlace(format, join(folder, 'Fire')));
    const refused = await writeExport(filesOf(format, 'new'), place);
    expect(refused).toMatchObject({ error: { facts: { path: place.paths[0] } } });
    expect(refused.ok ? '' : refused.error.message).toContain('its folder does not exist');
  }
});

test.skipIf(!canMount)('a disk that can only be read says so', async () => {
  const folder = await temporaryFolder();
  mountReadOnly(folder);
  for (const format of [single, several]) {
    const place = valueOf(await findPlace(format, join(folder, 'Fire')));
    const refused = await writeExport(filesOf(format, 'new'), place);
    expect(refused.ok ? '' : refused.error.message).toContain('this disk can only be read');
  }
});
