/** What to sort by: the place of each item among all values (equal values share one), -1 where it has no value. */
export interface SortKey {
  readonly ranks: Int32Array;
  readonly desc: boolean;
}

/**
 * The order of `count` items by the first key, then the second, and so on; items that are equal in all of them stay in
 * the order they have, items without a value come last in either direction. Gives the items' indices in their new order.
 */
export function sortedOrder(keys: readonly SortKey[], count: number): Uint32Array {
  let order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) order[index] = index;
  // The last key first: each pass keeps the order of the one before among its equals.
  for (const key of keys.toReversed()) order = stablePass(order, key);
  return order;
}

// Rank and position share one double, so that the engine sorts plain numbers and calls no comparison. Both are below
// 2²⁶ for any table that fits in memory, so their product stays exact.
function stablePass(order: Uint32Array, { ranks, desc }: SortKey): Uint32Array<ArrayBuffer> {
  const count = order.length;
  // One beyond every rank, for items without a value.
  const last = largest(ranks) + 1;
  const packed = new Float64Array(count);
  for (let position = 0; position < count; position += 1) {
    const rank = ranks[order[position] ?? 0] ?? -1;
    const place = rank < 0 ? last : desc ? last - 1 - rank : rank;
    packed[position] = place * count + position;
  }
  // A typed array sorts by number.
  packed.sort();
  const next = new Uint32Array(count);
  for (let position = 0; position < count; position += 1) {
    const value = packed[position] ?? 0;
    next[position] = order[value - Math.floor(value / count) * count] ?? 0;
  }
  return next;
}

function largest(ranks: Int32Array): number {
  let found = -1;
  for (const rank of ranks) if (rank > found) found = rank;
  return found;
}
