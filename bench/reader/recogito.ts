import {
  type TextAnnotation,
  type TextAnnotator,
  createTextAnnotator,
} from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import type { SpannedHighlight } from '../../src/domain/anchoring/split.ts';
import type { Contestant } from './contestant.ts';

/** Recogito's text annotator, given offsets, over paragraphs that are all in the page. */
export function recogito(): Contestant {
  let annotator: TextAnnotator | null = null;
  let scroller: HTMLElement | null = null;
  let text = '';

  function spans(): number {
    return scroller?.getElementsByClassName('r6o-annotation').length ?? 0;
  }

  return {
    open: (place, corpus) => {
      text = corpus.text;
      const content = document.createElement('div');
      content.className = 'recogito';
      for (const block of corpus.blocks) {
        const paragraph = document.createElement('p');
        // With its newline, so that offsets in the page are those of the text.
        paragraph.textContent = text.slice(block.start, block.end + 1);
        content.append(paragraph);
      }
      place.append(content);
      scroller = place;
      const created = createTextAnnotator<TextAnnotation, TextAnnotation>(content);
      annotator = created;
      created.setAnnotations(corpus.highlights.map((highlight) => annotationOf(text, highlight)));
      return { isPainted: () => spans() > 0 };
    },
    close: () => {
      annotator?.destroy();
      scroller?.replaceChildren();
    },
    add: (highlight) => {
      annotator?.addAnnotation(annotationOf(text, highlight));
      const { id } = highlight;
      return {
        isPainted: () =>
          scroller?.querySelector(`.r6o-annotation[data-annotation="${id}"]`) !== null,
      };
    },
    scroller: () => {
      if (scroller === null) throw new Error('The text is not open');
      return scroller;
    },
  };
}

function annotationOf(text: string, { id, spans }: SpannedHighlight): TextAnnotation {
  const selector = spans.map(({ start, end }) => ({ quote: text.slice(start, end), start, end }));
  // The annotator finds the ranges itself; that is what is measured.
  return { id, bodies: [], target: { annotation: id, selector } } as unknown as TextAnnotation;
}
