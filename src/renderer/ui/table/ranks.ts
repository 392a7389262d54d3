import { type Keyed, collationOf } from './collation.ts';
import { type TableColumn, collator } from './column.ts';

const collation = collationOf(collator);

// Texts that are no longer in any row are kept until they outnumber those that are.
const slack = 1000;

/** The places of texts in the order of language; knows the texts it has seen, so that a few new ones cost little. */
export class TextOrder {
  #sorted: Keyed[] = [];
  // The places of all texts seen; behind the truth after some were learnt, until they are asked for.
  #ranks = new Map<string, number>();
  #isBehind = false;

  /** Takes in texts whose places will be asked for. */
  learn(texts: readonly string[]): void {
    const fresh = new Set<string>();
    for (const text of texts) if (!this.#ranks.has(text)) fresh.add(text);
    if (fresh.size === 0) return;
    this.#sorted = merged(this.#sorted, Array.from(fresh, collation.keyed).sort(collation.compare));
    // Known from now on, with a place that is not asked for before it is right.
    for (const text of fresh) this.#ranks.set(text, -1);
    this.#isBehind = true;
  }

  /** The place of each text among all that were ever seen. */
  ranksOf(texts: readonly string[]): Int32Array {
    // Forgetting all and learning what there is costs one full sort, which so many changes have long paid for.
    if (this.#sorted.length > 2 * texts.length + slack) this.#forget();
    this.learn(texts);
    if (this.#isBehind) this.#number();
    return mapped(texts, (text) => this.#ranks.get(text) ?? -1);
  }

  #forget(): void {
    this.#sorted = [];
    this.#ranks = new Map();
  }

  #number(): void {
    this.#sorted.forEach(({ text }, rank) => this.#ranks.set(text, rank));
    this.#isBehind = false;
  }
}

// Both lists are in order, so one pass over them is enough.
function merged(known: readonly Keyed[], fresh: readonly Keyed[]): Keyed[] {
  if (known.length === 0) return [...fresh];
  const result: Keyed[] = [];
  let next = 0;
  for (const entry of known) {
    for (let other = fresh[next]; other !== undefined; other = fresh[next]) {
      if (collation.compare(other, entry) > 0) break;
      result.push(other);
      next += 1;
    }
    result.push(entry);
  }
  return [...result, ...fresh.slice(next)];
}

/** The places of numbers in ascending order; -1 for null. */
export function numberRanks(numbers: readonly (number | null)[]): Int32Array {
  const distinct = new Set<number>();
  for (const number of numbers) if (number !== null) distinct.add(number);
  const sorted = Float64Array.from(distinct).sort();
  const ranks = new Map<number, number>();
  sorted.forEach((number, rank) => ranks.set(number, rank));
  return mapped(numbers, (number) => (number === null ? -1 : (ranks.get(number) ?? -1)));
}

// Int32Array.from with a function goes through an iterator, which is ten times as slow.
function mapped<T>(list: readonly T[], rank: (entry: T) => number): Int32Array {
  const ranks = new Int32Array(list.length);
  list.forEach((entry, index) => {
    ranks[index] = rank(entry);
  });
  return ranks;
}

// Learning so many texts takes about a millisecond, after which the window may answer its analyst.
const textsAtOnce = 250;

// So many rows whose texts are known are ranked in less than a frame of 16 ms.
const rankedAtOnce = 20_000;

/** Ranks rows by one column. */
export class Ranker<R> {
  readonly #column: TableColumn<R>;
  readonly #order = new TextOrder();
  #last: { readonly rows: readonly R[]; readonly ranks: Int32Array } | null = null;

  constructor(column: TableColumn<R>) {
    this.#column = column;
  }

  /** The place of each row, -1 where it has no value; those of the same rows are worked out once. */
  ranks(rows: readonly R[]): Int32Array {
    // Compared by identity: a list of rows is never changed, only replaced.
    if (this.#last?.rows !== rows) {
      this.#last = { rows, ranks: ranked(this.#column, rows, this.#order) };
    }
    return this.#last.ranks;
  }

  /** Does in small steps beforehand what ranking the rows for the first time costs: all of it, or most if they are many. */
  *prepare(rows: readonly R[]): Generator<undefined> {
    if (isByLanguage(this.#column)) {
      for (let start = 0; start < rows.length; start += textsAtOnce) {
        this.#order.learn(rows.slice(start, start + textsAtOnce).map(this.#column.text));
        yield;
      }
    }
    if (this.#last === null && rows.length <= rankedAtOnce) {
      this.ranks(rows);
      yield;
    }
  }
}

function isByLanguage<R>(column: TableColumn<R>): boolean {
  return column.kind === 'text' || (column.kind === 'choice' && column.order === undefined);
}

function ranked<R>(column: TableColumn<R>, rows: readonly R[], order: TextOrder): Int32Array {
  if (column.kind === 'number' || column.kind === 'date') {
    return numberRanks(rows.map((row) => column.number(row)));
  }
  if (column.kind === 'choice' && column.order !== undefined) {
    const places = new Map(column.order.map((label, place) => [label, place]));
    // A row with several choices is sorted by its first.
    return mapped(rows, (row) => places.get(column.values(row)[0] ?? '') ?? -1);
  }
  const ranks = order.ranksOf(rows.map((row) => column.text(row)));
  // An empty text is no value: it comes last, not first.
  rows.forEach((row, index) => {
    if (column.text(row) === '') ranks[index] = -1;
  });
  return ranks;
}
