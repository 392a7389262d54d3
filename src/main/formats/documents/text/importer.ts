import { importerOfText } from '../importer-of-text.ts';
import { readPlainText } from './plain-text.ts';

/**
 * Plain text: the file's own characters, only white space at the very end is dropped. Blocks are found in it, so
 * markers of lists and quotes stay part of the text. The title is a clear headline, else the file's name.
 */
export const importer = importerOfText({ recognise: () => 'possible', read: readPlainText });
