import { FileText } from 'lucide-react';
import { openReader } from '../../state/navigation.ts';
import { prepareRows } from '../../state/rows.ts';
import type { ScreenContribution } from '../../state/screen.ts';
import { DocumentInspector } from '../inspector/index.ts';
import { documentFacts } from './document-facts.ts';
import { DocumentsScreen } from './documents-screen.tsx';

/** The list of all documents, with which a case begins. */
export const documentsScreen: ScreenContribution = {
  id: 'documents',
  label: 'Documents',
  keys: 'G D',
  icon: FileText,
  position: 10,
  component: DocumentsScreen,
  inspectors: { document: DocumentInspector },
  search: {
    position: 10,
    // A generator: the palette mostly takes no more than it shows, and the rest is never looked at.
    *find(view, matches) {
      for (const { id, title } of view.all('document')) {
        if (!matches(title)) continue;
        const open = () => {
          openReader(id);
        };
        yield { id, label: title, open };
      }
    },
  },
  prepare: (view) => prepareRows(documentFacts, view),
};
