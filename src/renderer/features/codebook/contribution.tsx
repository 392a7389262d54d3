import { ListTree } from 'lucide-react';
import type { ScreenContribution } from '../../state/screen.ts';
import { TagInspector } from '../inspector/index.ts';
import { CodebookScreen } from './codebook-screen.tsx';

/** The tree of tags. */
export const codebookScreen: ScreenContribution = {
  id: 'codebook',
  label: 'Codebook',
  keys: 'G T',
  icon: ListTree,
  position: 50,
  component: CodebookScreen,
  inspectors: { tag: TagInspector },
};
