import { describe, expect, it } from 'vitest';
import { documentFormats } from '../main/formats/documents/formats.ts';
import { exitCodes } from './exit-codes.ts';
import { run } from './test-run.ts';

describe('assay --help', () => {
  it.each(['', 'new', 'import', 'list', 'export', 'verify'])(
    'explains assay %s with its exit codes',
    async (command) => {
      const names = command === '' ? [] : [command];
      const help = await run([...names, '--help']);
      expect(help).toMatchObject({ code: 0, complaints: '' });
      expect(help.out).toContain(['Usage: assay', ...names].join(' '));
      for (const { code, meaning } of Object.values(exitCodes)) {
        expect(help.out).toMatch(new RegExp(`^ +${code} +${meaning.slice(0, 20)}`, 'm'));
      }
    },
  );

  it('of the import says what can be imported', async () => {
    const help = await run(['import', '--help']);
    expect(help.out).toContain(
      'import web pages, Markdown and plain text, or all files of folders',
    );
    for (const { label, extensions, meaning } of documentFormats) {
      expect(help.out).toContain(`  ${label}: .${extensions[0]} `);
      expect(help.out).toContain(meaning);
    }
  });

  it('prints the version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: '9.8.7\n' });
  });
});
