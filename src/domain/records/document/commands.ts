import { z } from 'zod';
import type { CaseView } from '../../core/case-state.ts';
import { namedOrCounted } from '../../core/counted.ts';
import { Draft } from '../../core/draft.ts';
import { changeError } from '../../core/errors.ts';
import { DocumentId, DocumentMetadata, DocumentRecord } from './record.ts';
import type { SourceId } from '../source/record.ts';
import { err, ok } from '../../core/result.ts';
import { brief } from '../../core/brief.ts';
import {
  type CommandContext,
  changed,
  defineCommand,
  newName,
  stampOf,
} from '../../commands/command.ts';
import { SourceChoice, chosenSource, newSource } from '../source/commands.ts';

/** What is known of a file once it is read and its text and original are safe in the case folder. */
const ImportedDocument = DocumentMetadata.extend({
  /** The publisher's name as the file gives it, or null. */
  publisher: z.string().min(1).nullable(),
}).extend(
  DocumentRecord.pick({
    format: true,
    encoding: true,
    fileName: true,
    text: true,
    length: true,
    layout: true,
    original: true,
  }).shape,
);

/** Adds documents; a publisher that is not yet a source of the case (by name or alias) becomes one. */
const importDocuments = defineCommand({
  name: 'document/import',
  input: z.strictObject({ documents: z.array(ImportedDocument).min(1) }),
  label: ({ documents }) =>
    `Import ${namedOrCounted(documents, 'document', ({ title }) => `“${brief(title)}”`)}`,
  run: ({ documents }, context) => {
    const draft = new Draft(context.view);
    // One map for the whole import, so that the sources are gone through once and not for every document.
    const publishers = publishersByName(context.view);
    for (const { publisher, ...document } of documents) {
      draft.put({
        ...document,
        type: 'document',
        id: context.newId('document'),
        created: stampOf(context),
        publisher: publisher === null ? null : publisherOf(draft, publishers, publisher, context),
        note: '',
      });
    }
    return ok(draft.diff());
  },
});

/** Corrects what a document says of itself. */
const updateDocument = defineCommand({
  name: 'document/update',
  input: z.strictObject({
    document: DocumentId,
    changes: DocumentRecord.pick({
      title: true,
      authors: true,
      date: true,
      language: true,
      url: true,
      note: true,
    })
      .extend({ publisher: SourceChoice.nullable() })
      .partial(),
  }),
  label: ({ document, changes: { publisher = null } }, view) => {
    const added = newName([publisher]);
    return added === null
      ? `Change the details of “${titleOf(view, document)}”`
      : `Add the source “${added}” as publisher of “${titleOf(view, document)}”`;
  },
  run: ({ document: id, changes: { publisher: choice, ...changes } }, context) => {
    const document = context.view.get(id);
    if (document === undefined) return err(changeError('command/missing', { what: 'document' }));
    const draft = new Draft(context.view);
    // Null takes the publisher away; undefined leaves it.
    const publisher = choice && chosenSource(draft, choice, context);
    draft.put(changed(document, { ...changes, publisher }));
    return ok(draft.diff());
  },
});

/** Removes documents with their highlights and claims; the files stay in the case folder, so that it can be undone. */
const removeDocuments = defineCommand({
  name: 'document/remove',
  input: z.strictObject({ documents: z.array(DocumentId).min(1) }),
  label: ({ documents }, view) =>
    `Remove ${namedOrCounted(documents, 'document', (id) => `“${titleOf(view, id)}”`)}`,
  run: ({ documents }, context) => {
    const draft = new Draft(context.view);
    draft.remove(documents);
    return ok(draft.diff());
  },
});

/** Every command of this family. */
export const documentCommands = [importDocuments, updateDocument, removeDocuments] as const;

function titleOf(view: CaseView, id: DocumentId): string {
  return brief(view.get(id)?.title ?? 'a document');
}

/**
 * The source that a publisher's name means; one that is not known is made, and found by the next document of the same
 * import.
 */
function publisherOf(
  draft: Draft,
  known: Map<string, SourceId>,
  name: string,
  context: CommandContext,
): SourceId {
  const existing = known.get(folded(name));
  if (existing !== undefined) return existing;
  const source = newSource(draft, context, { name, kind: 'outlet' });
  draft.put(source);
  known.set(folded(name), source.id);
  return source.id;
}

// Every source by its folded name and aliases.
function publishersByName(view: CaseView): Map<string, SourceId> {
  const sources = [...view.all('source')];
  return new Map(
    sources.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((called): [string, SourceId] => [folded(called), id]),
    ),
  );
}

// Names that differ in case or compatibility forms only, such as full-width letters, are one publisher.
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
