/** A card in the margin: where its words are, and how much room it takes; pixels. */
export interface CardPlace {
  /** Where the card would be if it were alone. */
  readonly wanted: number;
  readonly height: number;
}

interface Pool {
  /** Sum of the places that the first card of the pool is wanted at by each of its cards. */
  sum: number;
  cards: number;
  height: number;
}

/**
 * Places cards so that none overlaps another, their order stays, and they are as near to their words as that allows
 * (least squares, by pooling adjacent violators). The pinned card, if any, is exactly where it wants to be; the others
 * make way. Returns the tops. Cards are given in order of their words.
 */
export function layCards(
  cards: readonly CardPlace[],
  options: { gap: number; pinned?: number | undefined },
): number[] {
  const { gap, pinned } = options;
  const held = pinned === undefined ? undefined : cards[pinned];
  if (pinned === undefined || held === undefined) return spread(cards, gap, -Infinity);
  const after = spread(cards.slice(pinned + 1), gap, held.wanted + held.height + gap);
  // What comes before is laid as in a mirror: from the pinned card upwards.
  const before = cards.slice(0, pinned).reverse();
  const mirrored = before.map(({ wanted, height }) => ({ wanted: -wanted - height, height }));
  const tops = spread(mirrored, gap, gap - held.wanted);
  const mirroredBack = tops.map((top, index) => -top - (before[index]?.height ?? 0)).reverse();
  return [...mirroredBack, held.wanted, ...after];
}

function spread(cards: readonly CardPlace[], gap: number, from: number): number[] {
  const pools: Pool[] = [];
  for (const { wanted, height } of cards) {
    // A card is a pool of its own as long as it does not reach into the pool before it.
    let pool: Pool = { sum: wanted, cards: 1, height: height + gap };
    let previous = pools.at(-1);
    while (previous !== undefined && topOf(previous, from) + previous.height > topOf(pool, from)) {
      pools.pop();
      pool = {
        // In the joined pool, the cards of the second stand below the first by its height: where they want to be is
        // where they would have the first card of all.
        sum: previous.sum + pool.sum - previous.height * pool.cards,
        cards: previous.cards + pool.cards,
        height: previous.height + pool.height,
      };
      previous = pools.at(-1);
    }
    pools.push(pool);
  }
  return placed(cards, pools, gap, from);
}

/** The tops of cards, pool by pool; cards of a pool stand close to each other. */
function placed(
  cards: readonly CardPlace[],
  pools: readonly Pool[],
  gap: number,
  from: number,
): number[] {
  const tops: number[] = [];
  for (const pool of pools) {
    let top = topOf(pool, from);
    for (let count = 0; count < pool.cards; count += 1) {
      const card = cards[tops.length];
      tops.push(top);
      top += (card?.height ?? 0) + gap;
    }
  }
  return tops;
}

function topOf(pool: Pool, from: number): number {
  // The mean is what the sum of squares is least for.
  return Math.max(pool.sum / pool.cards, from);
}
