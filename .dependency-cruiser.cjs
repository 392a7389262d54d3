/**
 * Who may import whom: docs/architecture.md as rules. Imports of types count as well.
 * Unit tests may use any package, but obey the same rules about the project's own folders.
 */

const UNIT_TEST = '\\.test\\.tsx?$';
const ELECTRON = '^(node_modules/)?electron(/|$)';
const OWN_CODE = '^(src|e2e|bench|scripts)/';
const SHARED = '^src/(domain|contract)/';

/** The rooms of the store, each with the rooms it stands on. */
const STORE_ROOMS = {
  disk: [],
  journal: ['disk'],
  memory: ['disk', 'journal'],
  checkpoints: ['disk', 'journal', 'memory'],
  texts: ['disk', 'journal'],
  opening: ['disk', 'journal', 'memory', 'checkpoints', 'texts'],
  changes: ['disk', 'journal', 'memory'],
  access: ['disk', 'journal', 'changes'],
  recovery: ['disk', 'journal', 'memory', 'checkpoints', 'texts', 'opening'],
  copies: ['disk', 'journal', 'checkpoints', 'texts', 'opening', 'recovery'],
};

const READER = '^src/renderer/features/reader';

/** The rooms of the reader, each with the rooms it stands on. */
const READER_ROOMS = {
  surface: [],
  marks: ['surface'],
  find: ['surface'],
  margin: ['surface', 'marks'],
};

/**
 * Forbids a folder all of the project's own code but the folders named. `$1` is what `from` captured.
 * @param {string} name
 * @param {string} comment
 * @param {string} from
 * @param {string[]} allowed
 * @returns {object} a rule of dependency-cruiser
 */
function onlyOwnCode(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: OWN_CODE, pathNot: allowed },
  };
}

/**
 * Forbids the files of `from` what `to` describes.
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 * @returns {object} a rule of dependency-cruiser
 */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'No file may depend on itself, however long the way.',
      {},
      { circular: true },
    ),
    forbid('no-missing', 'Every import leads to a file.', {}, { couldNotResolve: true }),
    forbid(
      'shipped-code-stands-alone',
      'Nothing in src imports tests, benchmarks, or scripts.',
      { path: '^src/' },
      { path: '^(e2e|bench|scripts)/' },
    ),
    forbid(
      'no-unit-test-as-library',
      'A unit test is imported by nobody.',
      {},
      { path: UNIT_TEST },
    ),
    forbid(
      'testing-is-for-tests',
      'What tests share is imported by tests, and by benchmarks and scripts; the app does without it.',
      { path: '^src/', pathNot: [UNIT_TEST, '/testing/'] },
      { path: '^src/.*/testing/' },
    ),

    onlyOwnCode('domain-imports-itself', 'The domain knows no other layer.', '^src/domain/', [
      '^src/domain/',
    ]),
    forbid(
      'domain-imports-zod',
      'The domain runs anywhere: besides itself it knows zod, and edtf for event times.',
      { path: '^src/domain/', pathNot: UNIT_TEST },
      { pathNot: [OWN_CODE, '^node_modules/(zod|edtf)/'] },
    ),
    onlyOwnCode(
      'contract-imports-domain',
      'The contract knows the domain only.',
      '^src/contract/',
      [SHARED],
    ),
    forbid(
      'contract-imports-zod',
      'The contract runs in every process.',
      { path: '^src/contract/', pathNot: UNIT_TEST },
      { pathNot: [OWN_CODE, '^node_modules/zod/'] },
    ),

    forbid(
      'platform-alone-imports-electron',
      'Electron is behind src/main/platform; the preload is the other end of its bridge.',
      { path: '^(src|bench|scripts)/', pathNot: ['^src/main/platform/', '^src/preload/'] },
      { path: ELECTRON },
    ),
    onlyOwnCode(
      'platform-knows-no-case',
      'The platform is windows and dialogs, and the pages that are shown in them.',
      '^src/main/platform/',
      ['^src/main/(platform|pages)/', SHARED],
    ),
    onlyOwnCode(
      'pages-import-nothing',
      'What the app answers its windows with depends on the address only.',
      '^src/main/pages/',
      ['^src/main/pages/'],
    ),
    onlyOwnCode(
      'workers-import-nothing',
      'What gives work to workers does not know what the work is.',
      '^src/main/workers/',
      ['^src/main/workers/'],
    ),
    forbid(
      'workers-host-workers',
      'Whoever wants a worker gives it its work through src/main/workers.',
      { path: '^src/', pathNot: '^src/main/workers/' },
      { path: '^(node:)?worker_threads$', dependencyTypes: ['core'] },
    ),
    onlyOwnCode(
      'formats-import-domain',
      'Formats are pure: never the store, never those of the other direction.',
      '^src/main/formats/([^/]+)/',
      ['^src/main/formats/$1/', '^src/main/workers/', SHARED],
    ),
    forbid(
      'report-formats-are-data',
      'What says of an export format that it is there loads what writes it only when it is asked to.',
      { path: '^src/main/formats/reports/(all|format|formats|[^/]+/format)\\.ts$' },
      {
        path: '^(src/main/formats/|node_modules/)',
        pathNot: '^src/main/formats/reports/(all|format|[^/]+/format)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'formats-touch-no-system',
      'Formats turn bytes into models and back; only import-file.ts, which fetches the bytes, touches files.',
      {
        path: '^src/main/formats/',
        pathNot: [UNIT_TEST, '^src/main/formats/documents/(import-file|file-system-error)\\.ts$'],
      },
      {
        path: '^(node:)?(fs|fs/promises|net|http|https|http2|tls|dgram|dns|child_process|cluster|inspector)$',
        dependencyTypes: ['core'],
      },
    ),
    forbid(
      'document-formats-are-data',
      'What says of an import format that it is there loads what reads it only when it is asked to.',
      { path: '^src/main/formats/documents/(all|format|formats|[^/]+/format)\\.ts$' },
      {
        path: '^(src/main/formats/|node_modules/)',
        pathNot: '^src/main/formats/documents/(all|format|[^/]+/format)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    ),
    onlyOwnCode(
      'store-imports-domain',
      'The store knows records, not formats or windows.',
      '^src/main/store/',
      ['^src/main/(store|migrations|workers)/', SHARED],
    ),
    forbid(
      'store-knows-no-wire',
      'Calls and events are how a window is told of a case, which is nothing to the store.',
      { path: '^src/main/store/' },
      { path: '^src/contract/(calls|events)\\.ts$' },
    ),
    ...Object.entries(STORE_ROOMS).map(([room, below]) =>
      forbid(
        `store-room-${room}`,
        'Each room of the store stands on those below it.',
        { path: `^src/main/store/${room}/`, pathNot: UNIT_TEST },
        {
          path: '^src/main/store/',
          pathNot: [room, ...below].map((each) => `^src/main/store/${each}/`),
        },
      ),
    ),
    onlyOwnCode(
      'migrations-import-domain',
      'A migration depends on the past only.',
      '^src/main/migrations/',
      ['^src/main/migrations/', SHARED],
    ),
    forbid(
      'lowdb-is-the-stores',
      'Checkpoints and preferences are what it writes.',
      { path: '^src/', pathNot: '^src/main/(store|preferences)/' },
      { path: '^node_modules/lowdb/' },
    ),
    onlyOwnCode(
      'derived-imports-the-store',
      'What is worked out of a case sees it as the interface of the store shows it, and is kept on the disk.',
      '^src/main/derived/',
      [
        '^src/main/derived/',
        '^src/main/store/(disk|journal|testing)/',
        '^src/main/store/store-interface\\.ts$',
        SHARED,
      ],
    ),
    onlyOwnCode(
      'preferences-import-disk',
      'What the app remembers is written as durably as a case, and knows no case.',
      '^src/main/preferences/',
      ['^src/main/preferences/', '^src/main/store/(disk|journal|testing)/', SHARED],
    ),
    onlyOwnCode(
      'services-import-store-and-formats',
      'A service joins the store to the formats, for the window and the command line alike.',
      '^src/main/services/',
      ['^src/main/(services|store|formats|preferences)/', SHARED],
    ),
    onlyOwnCode(
      'handlers-are-thin',
      'A handler joins the contract to the services; the window is handed to it.',
      '^src/main/handlers/',
      ['^src/main/(handlers|services|store|formats|preferences)/', SHARED],
    ),
    forbid(
      'handlers-answer-windows',
      'Handlers are for the calls of a window; what others need as well is a service.',
      { path: '^src/', pathNot: ['^src/main/handlers/', '^src/main/index\\.ts$'] },
      { path: '^src/main/handlers/' },
    ),
    forbid(
      'formats-work-in-workers',
      'The main process knows formats by name: the libraries that read and write them are loaded by workers, not at start.',
      { path: '^src/main/(handlers/|services/|index\\.ts$)', pathNot: UNIT_TEST },
      {
        path: '^src/main/formats/',
        pathNot:
          '^src/main/formats/(documents|reports)/(formats|import-file|import-worker-pool|export-worker|worker)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'main-index-wires',
      'The composition root is imported by nobody.',
      {},
      { path: '^src/main/index\\.ts$' },
    ),
    forbid(
      'platform-is-wired-by-index',
      'Only the composition root meets the platform.',
      { path: '^src/', pathNot: ['^src/main/platform/', '^src/main/index\\.ts$'] },
      { path: '^src/main/platform/' },
    ),
    onlyOwnCode('main-imports-no-other-process', 'The main process is one program.', '^src/main/', [
      '^src/main/',
      SHARED,
    ]),
    onlyOwnCode('cli-imports-main', 'The command line is the app without a window.', '^src/cli/', [
      '^src/cli/',
      '^src/main/',
      SHARED,
    ]),
    onlyOwnCode(
      'preload-imports-contract',
      'The preload is a bridge and nothing else.',
      '^src/preload/',
      ['^src/preload/', SHARED],
    ),

    onlyOwnCode(
      'renderer-imports-no-main',
      'The renderer is a replica in a sandbox.',
      '^src/renderer/',
      ['^src/renderer/', SHARED],
    ),
    forbid(
      'renderer-has-no-node',
      'The renderer runs in a sandboxed page.',
      { path: '^src/renderer/', pathNot: UNIT_TEST },
      { dependencyTypes: ['core'] },
    ),
    onlyOwnCode('ui-imports-no-app-code', 'Widgets know no domain.', '^src/renderer/ui/', [
      '^src/renderer/ui/',
    ]),
    onlyOwnCode('state-imports-domain', 'State draws nothing.', '^src/renderer/state/', [
      '^src/renderer/state/',
      SHARED,
    ]),
    onlyOwnCode(
      'features-import-ui-and-state',
      'A feature stands on ui and state, never on the shell.',
      '^src/renderer/features/',
      ['^src/renderer/(features|ui|state)/', SHARED],
    ),
    forbid(
      'features-meet-through-index',
      'Another feature is imported through its index.ts.',
      { path: '^src/renderer/features/([^/]+)/' },
      {
        path: '^src/renderer/features/[^/]+/',
        pathNot: ['^src/renderer/features/$1/', '^src/renderer/features/[^/]+/index\\.tsx?$'],
      },
    ),
    ...Object.entries(READER_ROOMS).map(([room, below]) =>
      forbid(
        `reader-room-${room}`,
        'Each room of the reader stands on those below it; the screen joins them.',
        { path: `${READER}/${room}/`, pathNot: UNIT_TEST },
        { path: `${READER}/`, pathNot: [room, ...below].map((each) => `${READER}/${each}/`) },
      ),
    ),
    forbid(
      'reader-asks-surfaces',
      'Where words are drawn is asked of the surface, whichever it is: not of the files of one that draws them.',
      { path: `${READER}/(surface/[^/]+$|(marks|find|margin)/)` },
      { path: `${READER}/surface/[^/]+/` },
    ),
    forbid(
      'features-are-entered-through-index',
      'The shell imports a feature through its index.ts.',
      { path: '^src/renderer/', pathNot: '^src/renderer/features/' },
      {
        path: '^src/renderer/features/',
        pathNot: '^src/renderer/features/[^/]+/index\\.tsx?$',
      },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(e2e/fixtures|out|scripts/additions/[^/]+/src)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
