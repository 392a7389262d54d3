import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { documentFormats } from '../main/formats/documents/formats.ts';
import { commandHelp, dotted } from './help.ts';

const file = await readFile(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
// Tables are padded for whoever reads the source.
const documentation = file.replaceAll(/ +/g, ' ');

it.each(Object.values(exitCodes))('documents exit code $code', ({ code, meaning }) => {
  expect(documentation).toContain(`| ${code} | ${meaning.replaceAll('’', "'")} |`);
});

it.each(Object.keys(commandHelp))('documents assay %s and its answer', (name) => {
  expect(documentation).toContain(`| \`assay ${name} CASE`);
  expect(documentation).toContain(`| \`${name}`);
});

it.each(documentFormats)('documents the format $id', ({ label, extensions, meaning }) => {
  expect(documentation).toContain(`| ${label} | \`${dotted(extensions)}\` | ${meaning} |`);
});
