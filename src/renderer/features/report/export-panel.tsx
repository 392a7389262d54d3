import { useCallback, useMemo, useState } from 'react';
import type { ExportFormat } from '../../../contract/exports.ts';
import { type Action, useOffer } from '../../state/actions.ts';
import { notify } from '../../state/notices.ts';
import { ask, useSession } from '../../state/session.ts';
import { ExportButtons } from './export-buttons.tsx';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { type ReplaceQuestion, ReplaceFiles } from './replace-files.tsx';

const list = new Intl.ListFormat('en-GB');

/** Exports the chosen documents: by its buttons, from the palette, and after asking where files would be replaced unasked. */
export function ExportPanel({ documents }: { documents: readonly DocumentId[] }) {
  const formats = useSession((session) => session.formats);
  const [isRunning, setRunning] = useState(false);
  const [question, setQuestion] = useState<ReplaceQuestion | null>(null);
  const start = useCallback(
    (format: ExportFormat, replace = false) => {
      setRunning(true);
      void exportAs(format, documents, replace).then((names) => {
        setRunning(false);
        // The main process keeps the place while the window asks; the second call only says that files may be replaced.
        setQuestion(names === null ? null : { format, names });
      });
    },
    [documents],
  );
  // One export at a time: each takes the whole case to a worker.
  const isEnabled = documents.length > 0 && !isRunning;
  const actions = useMemo(
    () => formats.map((format) => exportAction(format, isEnabled, start)),
    [formats, isEnabled, start],
  );
  useOffer(actions);
  return (
    <>
      <ExportButtons
        formats={formats}
        count={documents.length}
        isRunning={isRunning}
        onExport={start}
      />
      <ReplaceFiles
        question={question}
        onReplace={(format) => {
          start(format, true);
        }}
        onClose={() => {
          setQuestion(null);
        }}
      />
    </>
  );
}

/** The export in a format as an action of the palette. */
function exportAction(
  format: ExportFormat,
  enabled: boolean,
  start: (format: ExportFormat) => void,
): Action {
  return {
    id: `report/export-${format.id}`,
    label: `Export: ${format.label}…`,
    group: 'Report',
    screen: 'report',
    enabled,
    perform: () => {
      start(format);
    },
  };
}

// Answers the names of files that are in the way; null where there are none.
async function exportAs(
  { id }: ExportFormat,
  documents: readonly DocumentId[],
  replace: boolean,
): Promise<readonly string[] | null> {
  const outcome = await ask('report/export', { documents: [...documents], format: id, replace });
  // Cancelled, or refused and told.
  if (outcome === null) return null;
  if (outcome.kind === 'occupied') return outcome.names;
  const { names, written } = outcome;
  notify('done', `Exported to ${list.format(names)}`, {
    label: 'Show in folder',
    // By the number of the export: the window knows no paths.
    perform: () => void ask('report/show', { written }),
  });
  return null;
}
