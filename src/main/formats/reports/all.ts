// Every export format, a line each; whatever lists formats derives from these.
export { csv } from './csv/format.ts';
export { html } from './html/format.ts';
export { json } from './json/format.ts';
export { pdf } from './pdf/format.ts';
