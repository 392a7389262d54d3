// One line for each format: the registry is made of what is exported here.
export { htmlFormat } from './html/format.ts';
export { markdownFormat } from './markdown/format.ts';
export { textFormat } from './text/format.ts';
