import { ok } from '../../../../domain/core/result.ts';
import { buildText } from '../block-builder.ts';
import { importerOfText } from '../importer-of-text.ts';

/** A transcript begins with its name, and each of its other lines is a paragraph. */
export const importer = importerOfText({
  recognise: (text) => (text.startsWith('TRANSCRIPT ') ? 'certain' : null),
  read: (text) => {
    const [first = '', ...lines] = text.split('\n');
    return ok({
      text: buildText(lines.map((line) => ({ kind: 'paragraph', text: line }))),
      metadata: {
        title: first.slice('TRANSCRIPT '.length),
        ...{ authors: [], date: null, language: null, url: null },
      },
      publisher: null,
    });
  },
});
