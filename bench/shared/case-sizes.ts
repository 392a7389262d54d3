/** Case folders by their size on disk: texts, originals, journal and checkpoints together. */
export interface SizedCase {
  readonly name: string;
  readonly documents: number;
  /** Whether lowdb can keep its records in one file: JavaScript has no longer strings than about 500 MB. */
  readonly fitsOneFile: boolean;
}

/** The sizes that the store is measured at; every document has 20 highlights and 10 rated claims. */
export const caseSizes: readonly SizedCase[] = [
  { name: '1 MB', documents: 26, fitsOneFile: true },
  { name: '10 MB', documents: 260, fitsOneFile: true },
  { name: '100 MB', documents: 2_600, fitsOneFile: true },
  { name: '400 MB', documents: 10_400, fitsOneFile: true },
  { name: '1 GB', documents: 26_000, fitsOneFile: false },
];
