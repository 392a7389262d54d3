/** The facts each error of a change carries: what it happened to and what a program needs to act on it. */
export interface ChangeErrorFacts {
  'command/invalid': { command: string; problem: string };
  'command/integrity': { command: string; problem: string };
  'command/missing': { what: string };
  'command/nothing-to-undo': Record<string, never>;
  'command/nothing-to-redo': Record<string, never>;
  'history/built-on': { label: string; later: readonly string[] };
  'history/missing-change': { seq: number };
  'history/unreadable': { seq: number };
  'history/in-the-past': { seq: number };
  'history/not-there': { name: string; seq: number };
  'highlight/outside-text': { document: string };
  'source/in-use': { name: string; claims: number; documents: number };
  'source/cycle': { name: string };
  'tag/cycle': { name: string };
  'tag/duplicate': { name: string };
  'tag/child-duplicate': { name: string; parent: string | null };
  'tag/key-taken': { key: string; name: string };
}

/** What can go wrong when a case is changed; an unknown code cannot compile. */
export type ChangeErrorCode = keyof ChangeErrorFacts;

/** One error: its code, its facts, and what happened, to what, and what to do next, shown to the user as it stands. */
export interface ErrorOf<Code extends string, Facts> {
  readonly code: Code;
  readonly facts: Facts;
  readonly message: string;
}

/** Any error that a change of a case can end in; those of files, windows and calls are in `contract/errors.ts`. */
export type ChangeError = {
  [C in ChangeErrorCode]: ErrorOf<C, ChangeErrorFacts[C]>;
}[ChangeErrorCode];

/** The messages of the errors of a change. */
export const changeErrorMessages: {
  [C in ChangeErrorCode]: (facts: ChangeErrorFacts[C]) => string;
} = {
  'command/invalid': ({ command, problem }) =>
    `This change (${command}) is not possible: ${problem}.`,
  'command/integrity': ({ command, problem }) =>
    `This change (${command}) would break the case: ${problem}. Nothing was changed.`,
  'command/missing': ({ what }) =>
    `This ${what} is no longer in the case; it was removed in the meantime. Nothing was changed.`,
  'command/nothing-to-undo': () => 'There is nothing to undo.',
  'command/nothing-to-redo': () => 'There is nothing to redo.',
  'history/built-on': ({ label, later }) =>
    `“${label}” cannot be taken back or made again by itself, because what it touched was changed since${later.length === 0 ? '' : `: ${later.join('; ')}`}. Take those changes back first. Nothing was changed.`,
  'history/missing-change': ({ seq }) =>
    `There is no change ${seq} in the history of this case. Nothing was changed.`,
  'history/unreadable': ({ seq }) =>
    `The journal is damaged at change ${seq}, so what the case was at that time is not known here. Verify the case to see what can be recovered, or open a copy of it.`,
  'history/in-the-past': ({ seq }) =>
    `You are looking at the case as it was after change ${seq}, where nothing can be changed. Go back to now first.`,
  'history/not-there': ({ name, seq }) =>
    `“${name}” was not in the case after change ${seq}, so there is nothing to bring back. Choose a change at which it was there.`,
  'highlight/outside-text': ({ document }) =>
    `These words lie outside the text of “${document}”. Select them again.`,
  'source/in-use': ({ name, claims, documents }) =>
    `“${name}” is cited by ${claims} claims and publishes ${documents} documents, so it cannot be deleted. Merge it into another source instead.`,
  'source/cycle': ({ name }) =>
    `“${name}” cannot belong to itself, directly or through others. Choose another parent.`,
  'tag/cycle': ({ name }) => `“${name}” cannot be put inside itself. Choose another place.`,
  'tag/duplicate': ({ name }) =>
    `There is already a tag “${name}” in this place. Choose another name, or merge the two.`,
  'tag/child-duplicate': ({ name, parent }) =>
    `There would be two tags “${name}” ${parent === null ? 'at the top' : `under “${parent}”`}. Rename one of them, or merge the two, first. Nothing was changed.`,
  'tag/key-taken': ({ key, name }) =>
    `The key “${key}” already belongs to “${name}”. Choose another key.`,
};

/** Makes an error from its code and facts, with the message the user will read. */
export function changeError<C extends ChangeErrorCode>(
  code: C,
  facts: ChangeErrorFacts[C],
): ErrorOf<C, ChangeErrorFacts[C]> {
  return { code, facts, message: changeErrorMessages[code](facts) };
}
