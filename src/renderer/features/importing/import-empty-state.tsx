import { FilePlus, Folder } from 'lucide-react';
import { appActions } from '../../../contract/actions.ts';
import type { DocumentFormatName } from '../../../contract/imports.ts';
import { useReadOnly } from '../../state/replica.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Keys } from '../../ui/keys.tsx';
import { importFiles, importFolder, useImports } from './imports.ts';

const { 'import/files': files, 'import/folder': folder } = appActions;

/** What the documents screen shows in an empty case. */
export function ImportEmptyState() {
  const isReadOnly = useReadOnly();
  const formats = useSession((state) => state.documentFormats);
  // Nothing can be brought in, so nothing is asked for.
  if (isReadOnly) {
    return <EmptyState title="No documents" text="There is nothing in this case yet." />;
  }
  return (
    <EmptyState
      title="Start with what was written"
      text={`Drop files or a folder anywhere into this window, or choose them. Assay reads ${inWords(formats)}; the original files are kept beside the text.`}
    >
      <Button kind="primary" icon={FilePlus} onPress={() => void importFiles()}>
        {files.label} <Keys keys={files.keys} />
      </Button>
      <Button icon={Folder} onPress={() => void importFolder()}>
        {folder.label}
      </Button>
      <Button
        onPress={() => {
          useImports.setState({ isPasting: true });
        }}
      >
        Paste text…
      </Button>
    </EmptyState>
  );
}

/** The formats as a sentence lists them: “web pages, Markdown and plain text”. */
function inWords(formats: readonly DocumentFormatName[]): string {
  return new Intl.ListFormat('en-GB').format(formats.map(({ plural }) => plural));
}
