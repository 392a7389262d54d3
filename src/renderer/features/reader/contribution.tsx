import { BookOpenText } from 'lucide-react';
import type { ScreenContribution } from '../../state/screen.ts';
import { HighlightInspector } from '../inspector/index.ts';
import { ReaderScreen } from './reader-screen.tsx';

/** Reading, highlighting and claiming. */
export const readerScreen: ScreenContribution = {
  id: 'reader',
  label: 'Reader',
  keys: 'G R',
  icon: BookOpenText,
  position: 20,
  component: ReaderScreen,
  inspectors: { highlight: HighlightInspector },
};
