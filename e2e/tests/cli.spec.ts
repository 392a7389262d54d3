import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '../launch.ts';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

const script = join(import.meta.dirname, '..', '..', 'scripts', 'assay.mjs');
const documents = join(import.meta.dirname, '..', '..', 'resources', 'sample-case', 'documents');

// As a user does: another process, in a folder of their own.
function assay(folder: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder });
    let out = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out, complaints });
    });
  });
}

// The first one builds the app if it is run alone, which two must not do at a time.
test.describe.configure({ mode: 'serial' });

test('does the work of a script from new to verify', async ({ workFolder }) => {
  const created = await assay(workFolder, ['new', 'Narsova.assay', '--analyst', 'I. Maar']);
  expect(created.code, created.complaints).toBe(0);
  await mkdir(join(workFolder, 'bad'));
  await writeFile(join(workFolder, 'bad', 'empty.txt'), '');
  const imported = await assay(workFolder, ['import', 'Narsova.assay', 'bad', documents, '--json']);
  expect(imported.code).toBe(5);
  expect(imported.complaints).toContain('“empty.txt” is empty');
  expect(JSON.parse(imported.out)).toMatchObject({ imported: 9, known: 0, failed: 1 });
  const listed = await assay(workFolder, ['list', 'Narsova.assay', 'documents']);
  expect(listed.out).toContain('مصدر في ميناء نارسوفا');
  const args = ['export', 'Narsova.assay', '--format'];
  const html = await assay(workFolder, [...args, 'html', '--out', 'report.html']);
  expect(html).toMatchObject({ code: 0, complaints: '' });
  expect(await readFile(join(workFolder, 'report.html'), 'utf8')).toContain('Adela Nimh');
  const pdf = await assay(workFolder, [...args, 'pdf', '--out', 'report.pdf']);
  expect(pdf.code, pdf.complaints).toBe(0);
  expect((await readFile(join(workFolder, 'report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  const verified = await assay(workFolder, ['verify', 'Narsova.assay', '--json']);
  expect(JSON.parse(verified.out)).toMatchObject({ intact: true, documents: 9, findings: [] });
});

test('tells a machine what went wrong', async ({ workFolder }) => {
  const missing = await assay(workFolder, ['verify', 'nowhere.assay', '--json']);
  expect(missing.code).toBe(3);
  expect(JSON.parse(missing.out)).toMatchObject({ error: { code: 'store/not-found' } });
  const misused = await assay(workFolder, ['export', 'nowhere.assay']);
  expect(misused).toMatchObject({ code: 2, out: '' });
});
