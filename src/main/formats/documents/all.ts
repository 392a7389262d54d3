// Every format that documents are imported from, a line each; whatever lists formats derives from these.
export { html } from './html/format.ts';
export { markdown } from './markdown/format.ts';
export { text } from './text/format.ts';
