import type { ExportFormat } from '../../../contract/exports.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';

const list = new Intl.ListFormat('en-GB');

/** An export that found files in its place which the dialog did not ask about. */
export interface ReplaceQuestion {
  readonly format: ExportFormat;
  /** The names of those files. */
  readonly names: readonly string[];
}

interface ReplaceFilesProps {
  /** Null: nothing is to be asked. */
  readonly question: ReplaceQuestion | null;
  readonly onReplace: (format: ExportFormat) => void;
  readonly onClose: () => void;
}

/** Asks before an export replaces files, naming each. */
export function ReplaceFiles({ question, onReplace, onClose }: ReplaceFilesProps) {
  if (question === null) return null;
  const { format, names } = question;
  const quoted = names.map((name) => `“${name}”`);
  const isOne = quoted.length === 1;
  return (
    <ConfirmDialog
      title={isOne ? `Replace ${quoted.join('')}?` : `Replace ${names.length} files?`}
      confirm="Replace"
      isDanger
      isOpen
      onClose={onClose}
      onConfirm={() => {
        onReplace(format);
      }}
    >
      <p>
        {list.format(quoted)} {isOne ? 'is' : 'are'} there already. This export overwrites what{' '}
        {isOne ? 'it holds' : 'they hold'}, and Ctrl+Z does not bring it back.
      </p>
    </ConfirmDialog>
  );
}
