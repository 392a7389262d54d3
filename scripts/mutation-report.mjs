/** What became of the small changes to the code: counted by room, held against the goals, the survivors listed. */

/**
 * @typedef {object} Mutant one small change to the code, and what became of it
 * @property {string} file
 * @property {number} line
 * @property {number} column
 * @property {string} code what was replaced, on one line and cut short
 * @property {string} becomes what took its place, likewise
 * @property {'killed' | 'survived' | 'uncovered'} end uncovered: no test ran the code
 */

/** @typedef {{ line: number, column: number }} Position from 1 */
/** @typedef {{ location: { start: Position, end: Position }, replacement?: string, mutatorName: string, status: string }} ReportedMutant */
/** @typedef {{ files: Record<string, { source: string, mutants: ReportedMutant[] }> }} Report what Stryker's `json` reporter writes */

/**
 * @typedef {object} Reason why a change cannot be noticed, because the code does the same with it
 * @property {string} file
 * @property {string} code as the list of survivors shows it
 * @property {string} becomes likewise
 * @property {string} why
 */

/** @typedef {{ folder: string, goal: number }} Room goal: how many of a hundred changes the tests must notice */

/** @type {readonly Room[]} */
export const ROOMS = [
  { folder: 'src/domain', goal: 90 },
  { folder: 'src/main/store', goal: 85 },
  { folder: 'src/main/formats/documents', goal: 85 },
  { folder: 'src/main/formats/reports', goal: 85 },
  { folder: 'src/main/services', goal: 85 },
  { folder: 'src/renderer/state', goal: 80 },
];

// As much as tells one change from another.
const SHOWN = 80;

/**
 * What each end that Stryker reports counts as; others are of changes that made no program.
 * @type {Record<string, Mutant['end']>}
 */
export const ENDS = {
  Killed: 'killed',
  Timeout: 'killed',
  Survived: 'survived',
  NoCoverage: 'uncovered',
};

/**
 * The changes of a report; without those that made no program, which nobody could commit.
 * @param {Report} report
 * @returns {Mutant[]}
 */
export function mutantsOf({ files }) {
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.flatMap(({ location, replacement, mutatorName, status }) => {
      const end = ENDS[status];
      if (end === undefined) return [];
      const code = shortened(textAt(source, location));
      const becomes = shortened(replacement ?? mutatorName);
      return [{ file, ...location.start, code, becomes, end }];
    }),
  );
}

/**
 * @param {Mutant[]} mutants
 * @param {readonly Reason[]} reasons
 * @returns {boolean} whether a room has less than its goal
 */
export function isBelowGoal(mutants, reasons) {
  const counted = mutants.filter((mutant) => !isEqual(mutant, reasons));
  return ROOMS.some(({ folder, goal }) => {
    const share = score(counted.filter(({ file }) => isUnder(file, folder)));
    return share !== null && share < goal;
  });
}

/**
 * @param {Mutant[]} mutants
 * @param {readonly Reason[]} reasons
 * @returns {Reason[]} those that excuse nothing any more: their code has changed, or a test notices
 */
export function staleReasons(mutants, reasons) {
  const alive = mutants.filter(({ end }) => end !== 'killed');
  return reasons.filter((reason) => !alive.some((mutant) => isEqual(mutant, [reason])));
}

/**
 * A table of the rooms, each with the folders in it, then the survivors, then the reasons that are no longer needed.
 * @param {Mutant[]} mutants
 * @param {readonly Reason[]} reasons
 * @returns {string[]}
 */
export function reportLines(mutants, reasons) {
  const counted = mutants.filter((mutant) => !isEqual(mutant, reasons));
  const stale = staleReasons(mutants, reasons);
  return [
    ...tableLines(mutants, counted),
    '',
    ...counted
      .filter(({ end }) => end !== 'killed')
      .map(
        ({ file, line, column, code, becomes, end }) =>
          `${end === 'survived' ? 'survived  ' : 'no test   '}${file}:${line}:${column}  ${code}  →  ${becomes}`,
      ),
    ...stale.map(({ file, code, becomes }) => `no longer  ${file}  ${code}  →  ${becomes}`),
  ];
}

/**
 * @param {Mutant[]} mutants
 * @param {Mutant[]} counted
 */
function tableLines(mutants, counted) {
  const lines = [row(['', 'killed', 'survived', 'no test', 'equal', 'score', 'goal'])];
  for (const [room, goal] of roomsOf(mutants)) {
    for (const folder of [room, ...foldersIn(room, mutants)]) {
      const here = counted.filter(({ file }) => isUnder(file, folder));
      const all = mutants.filter(({ file }) => isUnder(file, folder));
      const name = folder === room ? room : `  ${folder.slice(room.length + 1)}`;
      const share = score(here);
      lines.push(
        row([
          name,
          ...['killed', 'survived', 'uncovered'].map((end) => String(count(here, end))),
          String(all.length - here.length),
          share === null ? '' : `${share.toFixed(1)} %`,
          goal === null || folder !== room ? '' : `${goal} %`,
        ]),
      );
    }
  }
  return lines;
}

/** @param {string[]} cells */
function row([name = '', ...others]) {
  return name.padEnd(28) + others.map((cell) => cell.padStart(10)).join('');
}

/**
 * @param {Mutant[]} mutants
 * @returns {[folder: string, goal: number | null][]} what is in no room has no goal
 */
function roomsOf(mutants) {
  /** @type {Map<string, number | null>} */
  const rooms = new Map();
  for (const { file } of mutants) {
    const room = ROOMS.find(({ folder }) => isUnder(file, folder));
    rooms.set(room?.folder ?? file.split('/').slice(0, 3).join('/'), room?.goal ?? null);
  }
  return [...rooms].sort(([a], [b]) => a.localeCompare(b));
}

/**
 * @param {string} room
 * @param {Mutant[]} mutants
 */
function foldersIn(room, mutants) {
  const names = mutants
    .filter(({ file }) => isUnder(file, room))
    .map(({ file }) => file.slice(room.length + 1).split('/'))
    .flatMap(([first, ...rest]) => (first === undefined || rest.length === 0 ? [] : [first]));
  return [...new Set(names)].sort().map((name) => `${room}/${name}`);
}

/**
 * @param {Mutant[]} mutants
 * @returns {number | null} how many of a hundred were noticed; null where there are none
 */
function score(mutants) {
  return mutants.length === 0 ? null : (100 * count(mutants, 'killed')) / mutants.length;
}

/**
 * @param {Mutant[]} mutants
 * @param {string} wanted
 */
function count(mutants, wanted) {
  return mutants.filter(({ end }) => end === wanted).length;
}

/**
 * @param {Mutant} mutant
 * @param {readonly Reason[]} reasons
 */
function isEqual(mutant, reasons) {
  return (
    mutant.end !== 'killed' &&
    reasons.some(
      ({ file, code, becomes }) =>
        file === mutant.file && code === mutant.code && becomes === mutant.becomes,
    )
  );
}

/**
 * @param {string} file
 * @param {string} folder
 */
function isUnder(file, folder) {
  return file === folder || file.startsWith(`${folder}/`);
}

/**
 * @param {string} source
 * @param {{ start: Position, end: Position }} location
 */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined),
    )
    .join('\n');
}

/** @param {string} code */
export function shortened(code) {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}
