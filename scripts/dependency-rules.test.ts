import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot, toolCommand } from './project.mjs';

/** The rooms of the store, each with one that does not stand below it. */
const ROOMS_OF_THE_STORE = {
  disk: 'journal',
  journal: 'memory',
  memory: 'checkpoints',
  checkpoints: 'texts',
  texts: 'checkpoints',
  opening: 'changes',
  changes: 'opening',
  access: 'opening',
  recovery: 'changes',
  copies: 'changes',
};

/** The rooms of the reader, each with one that does not stand below it. */
const ROOMS_OF_THE_READER = {
  surface: 'marks',
  marks: 'margin',
  find: 'marks',
  margin: 'find',
};

/** A file, what it imports, and the rule that this breaks. */
const BROKEN: [rule: string, file: string, imports: string][] = [
  ['no-cycles', 'src/domain/cycle-a.ts', './cycle-b.ts'],
  ['no-missing', 'src/domain/missing.ts', './nowhere.ts'],
  ['shipped-code-stands-alone', 'src/cli/tested.ts', '../../e2e/launch.ts'],
  ['shipped-code-stands-alone', 'src/renderer/app/measured.ts', '../../../bench/run.mjs'],
  ['shipped-code-stands-alone', 'src/main/started.ts', '../../scripts/start.mjs'],
  ['no-unit-test-as-library', 'src/domain/tester.ts', './diff.test.ts'],
  ['testing-is-for-tests', 'src/renderer/ui/staged.ts', './testing/stage.ts'],
  ['domain-imports-itself', 'src/domain/outward.ts', '../contract/calls.ts'],
  ['domain-imports-itself', 'src/domain/outward.test.ts', '../main/store/store.ts'],
  ['domain-imports-zod', 'src/domain/library.ts', 'react'],
  ['domain-imports-zod', 'src/domain/system.ts', 'node:path'],
  ['contract-imports-domain', 'src/contract/outward.ts', '../main/store/store.ts'],
  ['contract-imports-zod', 'src/contract/library.ts', 'lowdb'],
  ['platform-alone-imports-electron', 'src/main/store/window.ts', 'electron'],
  ['platform-alone-imports-electron', 'src/main/dialogs.ts', 'electron'],
  ['platform-alone-imports-electron', 'src/renderer/app/electron.ts', 'electron'],
  ['platform-knows-no-case', 'src/main/platform/case.ts', '../store/store.ts'],
  ['pages-import-nothing', 'src/main/pages/case.ts', '../store/store.ts'],
  ['workers-import-nothing', 'src/main/workers/records.ts', '../../domain/diff.ts'],
  ['workers-import-nothing', 'src/main/workers/copies.ts', '../store/store.ts'],
  ['workers-host-workers', 'src/main/services/thread.ts', 'node:worker_threads'],
  ['formats-import-domain', 'src/main/formats/documents/stored.ts', '../../store/store.ts'],
  ['formats-import-domain', 'src/main/formats/reports/stored.ts', '../../store/store.ts'],
  ['formats-import-domain', 'src/main/formats/reports/other.ts', '../documents/formats.ts'],
  ['report-formats-are-data', 'src/main/formats/reports/own/format.ts', './exporter.ts'],
  ['formats-touch-no-system', 'src/main/formats/documents/reading.ts', 'node:fs/promises'],
  ['formats-touch-no-system', 'src/main/formats/reports/fetching.ts', 'node:https'],
  ['document-formats-are-data', 'src/main/formats/documents/html/format.ts', './importer.ts'],
  ['store-imports-domain', 'src/main/store/import.ts', '../formats/documents/formats.ts'],
  ['store-knows-no-wire', 'src/main/store/telling.ts', '../../contract/events.ts'],
  ['store-knows-no-wire', 'src/main/store/changes/asked.ts', '../../../contract/calls.ts'],
  ...Object.entries(ROOMS_OF_THE_STORE).map(([room, above]): [string, string, string] => [
    `store-room-${room}`,
    `src/main/store/${room}/climbing.ts`,
    `../${above}/file.ts`,
  ]),
  ['store-imports-domain', 'src/main/store/dialog.ts', '../platform/window.ts'],
  ['migrations-import-domain', 'src/main/migrations/stored.ts', '../store/store.ts'],
  ['lowdb-is-the-stores', 'src/main/handlers/saving.ts', 'lowdb'],
  ['derived-imports-the-store', 'src/main/derived/searching.ts', '../formats/documents/formats.ts'],
  ['derived-imports-the-store', 'src/main/derived/copying.ts', '../store/copies/file.ts'],
  ['store-imports-domain', 'src/main/store/searching.ts', '../derived/keeper.ts'],
  ['preferences-import-disk', 'src/main/preferences/cases.ts', '../store/store.ts'],
  ['services-import-store-and-formats', 'src/main/services/dialog.ts', '../platform/window.ts'],
  ['handlers-are-thin', 'src/main/handlers/dialog.ts', '../platform/window.ts'],
  ['handlers-answer-windows', 'src/cli/answering.ts', '../main/handlers/save.ts'],
  ['formats-work-in-workers', 'src/main/handlers/reading.ts', '../formats/documents/read-bytes.ts'],
  ['formats-work-in-workers', 'src/main/services/writing.ts', '../formats/reports/registry.ts'],
  ['main-index-wires', 'src/cli/app.ts', '../main/index.ts'],
  ['platform-is-wired-by-index', 'src/main/menu.ts', './platform/window.ts'],
  ['platform-is-wired-by-index', 'src/cli/window.ts', '../main/platform/window.ts'],
  ['main-imports-no-other-process', 'src/main/drawing.ts', '../renderer/ui/button.ts'],
  ['main-imports-no-other-process', 'src/main/command-line.ts', '../cli/index.ts'],
  ['cli-imports-main', 'src/cli/drawing.ts', '../renderer/ui/button.ts'],
  ['preload-imports-contract', 'src/preload/store.ts', '../main/store/store.ts'],
  ['renderer-imports-no-main', 'src/renderer/app/store.ts', '../../main/store/store.ts'],
  ['renderer-has-no-node', 'src/renderer/app/system.ts', 'node:fs'],
  ['ui-imports-no-app-code', 'src/renderer/ui/domain.ts', '../../domain/diff.ts'],
  ['ui-imports-no-app-code', 'src/renderer/ui/state.ts', '../state/replica.ts'],
  ['state-imports-domain', 'src/renderer/state/drawing.ts', '../ui/button.ts'],
  ['features-import-ui-and-state', 'src/renderer/features/reader/shell.ts', '../../app/shell.ts'],
  ['features-meet-through-index', 'src/renderer/features/reader/inner.ts', '../claims/table.ts'],
  ...Object.entries(ROOMS_OF_THE_READER).map(([room, above]): [string, string, string] => [
    `reader-room-${room}`,
    `src/renderer/features/reader/${room}/climbing.ts`,
    `../${above}/file.ts`,
  ]),
  ['reader-room-marks', 'src/renderer/features/reader/marks/screen.ts', '../screen.ts'],
  [
    'reader-asks-surfaces',
    'src/renderer/features/reader/margin/drawing.ts',
    '../surface/column/file.ts',
  ],
  ['reader-asks-surfaces', 'src/renderer/features/reader/surface/seam.ts', './column/file.ts'],
  [
    'features-are-entered-through-index',
    'src/renderer/app/inner.ts',
    '../features/claims/table.ts',
  ],
];

/** Imports that the architecture allows. */
const ALLOWED: [file: string, imports: string][] = [
  ['src/domain/model.ts', 'zod'],
  ['src/domain/time.ts', 'edtf'],
  ['src/domain/diff.test.ts', 'vitest'],
  ['src/renderer/ui/testing/stage.ts', '../button.ts'],
  ['src/renderer/ui/button.test.ts', './testing/stage.ts'],
  ['src/contract/calls.ts', '../domain/diff.ts'],
  ['src/contract/events.ts', '../domain/diff.ts'],
  ['src/main/index.ts', './platform/window.ts'],
  ['src/main/platform/window.ts', 'electron'],
  ['src/main/platform/protocol.ts', '../pages/case.ts'],
  ['src/main/formats/documents/read-bytes.ts', '../../../domain/diff.ts'],
  ['src/main/workers/host.ts', 'node:worker_threads'],
  ['src/main/formats/documents/worker.ts', '../../workers/host.ts'],
  ['src/main/store/copies/worker.ts', '../../workers/host.ts'],
  ['src/main/store/store.ts', 'lowdb'],
  ['src/main/store/files.ts', 'node:fs/promises'],
  ['src/main/store/open.ts', '../migrations/registry.ts'],
  ['src/main/migrations/registry.ts', '../../domain/diff.ts'],
  ['src/main/store/store.ts', './journal/file.ts'],
  ['src/main/store/journal/file.ts', '../disk/file.ts'],
  ['src/main/services/import.ts', '../formats/documents/formats.ts'],
  ['src/main/formats/reports/registry.ts', './formats.ts'],
  ['src/main/formats/reports/lazy/format.ts', '../own/exporter.ts'],
  ['src/main/services/save.ts', '../store/store.ts'],
  ['src/main/handlers/save.ts', '../services/save.ts'],
  ['src/main/derived/keeper.ts', '../store/journal/file.ts'],
  ['src/main/preferences/preferences.ts', 'lowdb'],
  ['src/cli/index.ts', '../main/store/store.ts'],
  ['src/preload/index.ts', 'electron'],
  ['src/renderer/main.ts', './app/shell.ts'],
  ['src/renderer/ui/button.ts', 'react'],
  ['src/renderer/state/replica.ts', '../../contract/calls.ts'],
  ['src/renderer/features/claims/table.ts', '../../ui/button.ts'],
  ['src/renderer/features/claims/index.ts', './table.ts'],
  ['src/renderer/features/reader/index.ts', '../claims/index.ts'],
  ['src/renderer/features/reader/screen.ts', './surface/column/file.ts'],
  ['src/renderer/features/reader/margin/file.ts', '../marks/file.ts'],
  ['src/renderer/features/reader/marks/file.ts', '../surface/file.ts'],
  ['src/renderer/features/reader/surface/column/file.ts', '../file.ts'],
  ['src/renderer/app/shell.ts', '../features/reader/index.ts'],
  ['e2e/launch.ts', '../src/domain/diff.ts'],
  ['e2e/host.ts', 'electron'],
];

/** Rules that let types through. */
const OF_VALUES = [
  'formats-work-in-workers',
  'document-formats-are-data',
  'report-formats-are-data',
];

const PACKAGES = ['zod', 'edtf', 'react', 'lowdb', 'electron', 'vitest'];

let folder = '';
let found = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-rules-'));
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  write(
    'package.json',
    JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '*'])) }),
  );
  write('src/domain/diff.ts', 'export const a = 1;\n');
  write('src/main/formats/reports/formats.ts', 'export const a = 1;\n');
  write('src/main/formats/documents/formats.ts', 'export const a = 1;\n');
  write('src/main/formats/documents/html/importer.ts', 'export const a = 1;\n');
  write('src/main/formats/reports/own/exporter.ts', 'export const a = 1;\n');
  for (const room of Object.keys(ROOMS_OF_THE_STORE))
    write(`src/main/store/${room}/file.ts`, 'export const a = 1;\n');
  for (const room of ['surface', 'find'])
    write(`src/renderer/features/reader/${room}/file.ts`, 'export const a = 1;\n');
  write('src/domain/cycle-b.ts', importing('./cycle-a.ts'));
  write('bench/run.mjs', 'export const a = 1;\n');
  write('scripts/start.mjs', 'export const a = 1;\n');
  for (const [file, imports] of ALLOWED)
    write(file, file.includes('/lazy/') ? loadingLater(imports) : importing(imports));
  for (const [rule, file, imports] of BROKEN)
    write(file, OF_VALUES.includes(rule) ? loading(imports) : importing(imports));
  const [node = '', ...tool] = toolCommand('dependency-cruiser', 'depcruise');
  const config = join(projectRoot, '.dependency-cruiser.cjs');
  const options = ['--config', config, '--output-type', 'err', 'src', 'e2e', 'bench', 'scripts'];
  found = spawnSync(node, [...tool, ...options], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  }).stdout;
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the rules about who may import whom', () => {
  it.each(BROKEN)('%s: %s may not import %s', (rule, file) => {
    expect(violationsOf(file)).toContain(rule);
  });

  it.each(ALLOWED)('%s may import %s', (file) => {
    expect(violationsOf(file)).toEqual([]);
  });

  it('are all tried here', () => {
    const config = readFileSync(join(projectRoot, '.dependency-cruiser.cjs'), 'utf8');
    const names = [...config.matchAll(/(?:forbid|onlyOwnCode)\(\s*'([a-z-]+)'/g)].map(
      ([, name]) => name,
    );
    const rooms = [
      ...Object.keys(ROOMS_OF_THE_STORE).map((room) => `store-room-${room}`),
      ...Object.keys(ROOMS_OF_THE_READER).map((room) => `reader-room-${room}`),
    ];
    expect(names.length).toBeGreaterThan(0);
    expect(new Set([...names, ...rooms])).toEqual(new Set(BROKEN.map(([rule]) => rule)));
  });
});

/** The rules that a file breaks, read from lines such as `  error rule-name: file → file`. */
function violationsOf(file: string): string[] {
  const lines = found.split('\n').filter((line) => line.includes(`: ${file} →`));
  return lines.map((line) => line.trim().split(/[ :]+/)[1] ?? '');
}

/** Of a type only, which has to count as well. */
function importing(what: string): string {
  return `import type { a } from '${what}';\nexport type B = typeof a;\n`;
}

/** Of what is there when the program runs. */
function loading(what: string): string {
  return `import { a } from '${what}';\nexport const b = a;\n`;
}

/** Of what is there once it is asked for. */
function loadingLater(what: string): string {
  return `export const b = () => import('${what}');\n`;
}

function write(name: string, content: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
