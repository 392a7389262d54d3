const needsQuotes = /[\t\n\r"]/;

/**
 * Cells as tab-separated text, as spreadsheets take it from the clipboard: a cell with a tab, a line break or a quote is
 * put in quotes, quotes in it doubled. Rows end with `\n`, the last one too.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(formatCell).join('\t')}\n`).join('');
}

function formatCell(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
