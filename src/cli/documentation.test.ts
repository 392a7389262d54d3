import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reportFormats } from '../main/formats/reports/formats.ts';
import { exitCodes } from './exit-codes.ts';
import { documentFormats } from '../main/formats/documents/formats.ts';
import { commandHelp, dotted } from './help.ts';

const file = await readFile(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
// Tables are padded for whoever reads the source.
const documentation = file.replaceAll(/ +/g, ' ');

it.each(Object.values(exitCodes))('documents exit code $code', ({ code, meaning }) => {
  expect(documentation).toContain(`| ${code} | ${meaning.replaceAll('’', "'")} |`);
});

it('documents every export format as the window and the help name it, and no other', () => {
  const [, table = ''] = documentation.split('## Export formats\n');
  const rows = table.split('\n## ')[0]?.match(/^\| `.*$/gmu);
  expect(rows).toEqual(
    reportFormats.map(({ id, label, meaning, files }) => {
      const names = files.length === 1 ? 'the path itself' : files.join(', ');
      return `| \`${id}\` | ${label} | ${meaning} | ${names} |`;
    }),
  );
});

it.each(Object.keys(commandHelp))('documents assay %s and its answer', (name) => {
  expect(documentation).toContain(`| \`assay ${name} CASE`);
  expect(documentation).toContain(`| \`${name}`);
});

it.each(documentFormats)('documents the format $id', ({ label, extensions, meaning }) => {
  expect(documentation).toContain(`| ${label} | \`${dotted(extensions)}\` | ${meaning} |`);
});
