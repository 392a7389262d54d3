import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { Range } from '@codemirror/state';
import type { SpannedHighlight } from '../../src/domain/anchoring/split.ts';
import type { Contestant } from './contestant.ts';

const addMark = StateEffect.define<SpannedHighlight>();

/** CodeMirror's editor, only for reading: lines that wrap, each with its own direction, and highlights as decorations. */
export function codemirror(): Contestant {
  let view: EditorView | null = null;

  return {
    open: (place, { text, highlights }) => {
      const decorations = Decoration.set(highlights.flatMap(marksOf), true);
      const created = new EditorView({
        parent: place,
        doc: text,
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          fieldOf(decorations),
        ],
      });
      view = created;
      return { isPainted: () => created.contentDOM.getElementsByTagName('mark').length > 0 };
    },
    close: () => {
      view?.destroy();
    },
    add: (highlight) => {
      const { id } = highlight;
      view?.dispatch({ effects: addMark.of(highlight) });
      return { isPainted: () => view?.contentDOM.querySelector(`mark[data-id="${id}"]`) !== null };
    },
    scroller: () => {
      if (view === null) throw new Error('The editor is not open');
      return view.scrollDOM;
    },
  };
}

function fieldOf(decorations: ReturnType<typeof Decoration.set>) {
  return StateField.define({
    create: () => decorations,
    update: (marks, { effects }) => {
      const added = effects.flatMap((effect) => (effect.is(addMark) ? marksOf(effect.value) : []));
      return added.length === 0 ? marks : marks.update({ add: added, sort: true });
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

function marksOf({ id, spans }: SpannedHighlight): Range<Decoration>[] {
  return spans.map(({ start, end }) =>
    Decoration.mark({ tagName: 'mark', attributes: { 'data-id': id } }).range(start, end),
  );
}
