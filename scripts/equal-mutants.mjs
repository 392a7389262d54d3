/** Small changes to the code that no test can notice, because the code does the same with them: each with its reason. */

/**
 * @typedef {object} Reasons several changes that are equal for one reason
 * @property {string} file
 * @property {string} why
 * @property {[code: string, becomes: string][]} changes as the list of survivors shows them
 */

/** @type {Reasons[]} */
const reasons = [
  {
    file: 'src/domain/anchoring/graphemes.ts',
    why: 'Both ways lead to the same boundaries; characters of ASCII are only passed faster.',
    changes: [
      ['[-1, 0, 1].every((step) => isPlain(text.charCodeAt(offset + step)))', 'false'],
      ['(step) => isPlain(text.charCodeAt(offset + step))', '() => undefined'],
      ['{ return code < 0x80; }', '{}'],
      ['code < 0x80', 'false'],
      ['code < 0x80', 'code <= 0x80'],
    ],
  },
  {
    file: 'src/domain/anchoring/graphemes.ts',
    why: 'The three offsets lie evenly around the one asked about.',
    changes: [['offset + step', 'offset - step']],
  },
  {
    file: 'src/domain/anchoring/graphemes.ts',
    why: 'A newline is a grapheme of its own, so what comes behind it changes nothing.',
    changes: [['newline === -1', 'true']],
  },
  {
    file: 'src/domain/anchoring/spans.ts',
    why: 'Something is selected, so where all of it is white space, the end comes before the start.',
    changes: [['trimmed.start >= trimmed.end', 'trimmed.start > trimmed.end']],
  },
  {
    file: 'src/domain/core/case-state.ts',
    why: 'The number of a type that has none is never asked for.',
    changes: [["'number' in record", 'true']],
  },
  {
    file: 'src/domain/core/draft.ts',
    why: 'What points to a record in a draft is in the draft.',
    changes: [
      ['true', 'false'],
      ['record === undefined', 'false'],
    ],
  },
  {
    file: 'src/domain/core/edtf.ts',
    why: 'What is not read here is left to the parser, which reads it alike.',
    changes: [['match === null', 'true']],
  },
  {
    file: 'src/domain/core/integrity.ts',
    why: 'A reference to records of the same type is that of a tree; any other leads to no ancestor.',
    changes: [['isTree === true', 'true']],
  },
  {
    file: 'src/domain/core/integrity.ts',
    why: 'References are looked at first, so the document is there.',
    changes: [['document?.length', 'document.length']],
  },
  {
    file: 'src/domain/core/plain-check.ts',
    why: 'Without refinements, going through them finds nothing.',
    changes: [['refinements.length === 0', 'false']],
  },
  {
    file: 'src/domain/core/plain-check.ts',
    why: 'Every option of a choice has values of the field that tells them apart.',
    changes: [
      ['[]', '["Stryker was here"]'],
      ['option._zod.propValues?.[discriminator]', 'option._zod.propValues[discriminator]'],
    ],
  },
  {
    file: 'src/domain/core/reads.ts',
    why: 'The name of a type is the id of no record, so nobody is found by it.',
    changes: [
      ["'-'", '""'],
      ["!read.includes('-')", 'false'],
    ],
  },
  {
    file: 'src/domain/core/reads.ts',
    why: 'Which of two sets is gone through changes only what that costs.',
    changes: [
      ['touched.size < this.#reads.size', 'true'],
      ['touched.size < this.#reads.size', 'false'],
      ['touched.size < this.#reads.size', 'touched.size <= this.#reads.size'],
      ['touched.size < this.#reads.size', 'touched.size >= this.#reads.size'],
    ],
  },
  {
    file: 'src/domain/core/reads.ts',
    why: 'The case that notes is handed out for a record only.',
    changes: [['this.#reader === null', 'false']],
  },
  {
    file: 'src/domain/core/reads.ts',
    why: 'Readers become a set, in which nobody is twice; the list is only longer.',
    changes: [
      ['readers.at(-1) !== this.#reader', 'true'],
      ['-1', '+1'],
    ],
  },
  {
    file: 'src/domain/records/claim/commands.ts',
    why: 'A name that is no id of a source is not in the list either way.',
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/records/claim/commands.ts',
    why: 'Integrity and the text that is asked for refuse a document that is not there before.',
    changes: [
      ['view.get(document)?.publisher', 'view.get(document).publisher'],
      ['context.view.get(document)?.title', 'context.view.get(document).title'],
      ["''", '"Stryker was here!"'],
    ],
  },
  {
    file: 'src/domain/records/claim/record.ts',
    why: 'A reference to what is not there is refused before the rules of a record are asked.',
    changes: [['start?.document', 'start.document']],
  },
  {
    file: 'src/domain/records/document/record.ts',
    why: 'A document is told by its type to be its own home, before this is looked at.',
    changes: [["'document'", '""']],
  },
  {
    file: 'src/domain/records/highlight/commands.ts',
    why: 'Only the spans are taken from what is made here.',
    changes: [['{ tags: highlight.tags, note: highlight.note }', '{}']],
  },
  {
    file: 'src/domain/records/highlight/commands.ts',
    why: 'Commands refuse highlights that are not there before this is asked.',
    changes: [['view.get(id)?.document', 'view.get(id).document']],
  },
  {
    file: 'src/domain/records/rating/commands.ts',
    why: 'A rating has a subject, so the word for none never shows.',
    changes: [["'record'", '""']],
  },
  {
    file: 'src/domain/records/registry.ts',
    why: 'Only types with a letter have numbers.',
    changes: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/domain/records/residence.ts',
    why: 'Only the homes of records lead here, and each of them is there.',
    changes: [['next !== undefined', 'true']],
  },
  {
    file: 'src/domain/records/residence.ts',
    why: 'A record of another type has no such references to find.',
    changes: [['targets.includes(other.type)', 'true']],
  },
  {
    file: 'src/domain/records/tag/commands.ts',
    why: 'A name that is no id of a tag takes none away.',
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/domain/records/tag/record.ts',
    why: 'Every colour has a name.',
    changes: [["''", '"Stryker was here!"']],
  },
  {
    file: 'src/domain/records/typed-number.ts',
    why: 'The first is the whole match, which is not looked at.',
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/main/formats/documents/html/json-ld.ts',
    why: 'What cannot be parsed holds no object, whether it counts as null or as undefined.',
    changes: [['{ return null; }', '{}']],
  },
  {
    file: 'src/main/formats/reports/annotated-report/annotated-text.ts',
    why: 'What lies over a piece is among what touches its block.',
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/main/formats/reports/annotated-report/annotated-text.ts',
    why: 'A span that begins where a piece ends has a later piece, which takes its place.',
    changes: [['span.start < end', 'span.start <= end']],
  },
  {
    file: 'src/renderer/state/awaited-changes.ts',
    why: 'Who was answered once is not answered otherwise the second time.',
    changes: [['this.#waiting.delete(waiter);', ';']],
  },
  {
    file: 'src/renderer/state/awaited-changes.ts',
    why: 'Null counts as 0 in the comparison, and every case has come so far.',
    changes: [['seq === null', 'false']],
  },
  {
    file: 'src/renderer/state/case-replica.ts',
    why: 'Records come in only while a case is on show, which has its changes.',
    changes: [['this.#changes?.reach', 'this.#changes.reach']],
  },
  {
    file: 'src/renderer/state/case-replica.ts',
    why: 'Changes are handed on only while a case is on show.',
    changes: [['replica === null', 'false']],
  },
  {
    file: 'src/renderer/state/case-replica.ts',
    why: 'One set of what was touched is as good as a copy of it; without any there is none to go through.',
    changes: [
      ['[]', '["Stryker was here"]'],
      [
        'missed === undefined || others.length === 0',
        'missed === undefined && others.length === 0',
      ],
      ['missed === undefined', 'false'],
      ['others.length === 0', 'false'],
    ],
  },
  {
    file: 'src/renderer/state/rows.ts',
    why: 'The list is made before anybody can ask for it.',
    changes: [['[]', '["Stryker was here"]']],
  },
  {
    file: 'src/renderer/state/rows.ts',
    why: 'A row that is known is put where it was.',
    changes: [['known === undefined', 'true']],
  },
  {
    file: 'src/renderer/state/session.ts',
    why: 'No case is read by the name null.',
    changes: [['snapshot.rest !== null', 'true']],
  },
  {
    file: 'src/renderer/state/shortcuts.ts',
    why: 'The names of places on keyboards have nothing before or after.',
    changes: [
      ['/^Key([A-Z])$/u', '/Key([A-Z])$/u'],
      ['/^Key([A-Z])$/u', '/^Key([A-Z])/u'],
      ['placed !== undefined', 'true'],
    ],
  },
  {
    file: 'src/renderer/state/texts.ts',
    why: 'There is an oldest one where more than some are kept.',
    changes: [['oldest !== undefined', 'true']],
  },
  {
    file: 'src/renderer/state/texts.ts',
    why: 'Whatever is set is another object, which draws again.',
    changes: [
      ['{ attempts: attempts + 1 }', '{}'],
      ['attempts + 1', 'attempts - 1'],
      ['{ attempts: 0 }', '{}'],
    ],
  },
  {
    file: 'src/renderer/state/view-state.ts',
    why: 'The schemas let no undefined through, which then counts as nothing.',
    changes: [['stored === undefined', 'false']],
  },
];

/** @type {readonly import('./mutation-report.mjs').Reason[]} */
export const equalMutants = reasons.flatMap(({ file, why, changes }) =>
  changes.map(([code, becomes]) => ({ file, code, becomes, why })),
);
