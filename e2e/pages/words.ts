import type { Page } from '@playwright/test';

interface Ends {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** Selects words of the text on show with the mouse, from their first letter to their last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await endsOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

// Waits until the words are drawn: the reader draws only what is near the part on show.
async function endsOf(page: Page, words: string): Promise<Ends> {
  const found = await page.waitForFunction((wanted) => {
    const [main] = document.getElementsByTagName('main');
    if (main === undefined) return null;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    let text = '';
    while (walker.nextNode() instanceof Text || walker.currentNode instanceof Text) {
      const node = walker.currentNode;
      if (!(node instanceof Text) || nodes.at(-1) === node) break;
      nodes.push(node);
      text += node.data;
    }
    const start = text.indexOf(wanted);
    if (start === -1) return null;
    const range = document.createRange();
    let before = 0;
    for (const node of nodes) {
      const after = before + node.data.length;
      if (before <= start && start < after) range.setStart(node, start - before);
      const end = start + wanted.length;
      if (before < end && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const first = lines[0];
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return null;
    const isRightToLeft =
      getComputedStyle(range.startContainer.parentElement ?? main).direction === 'rtl';
    const inside = 1;
    return {
      from: {
        x: isRightToLeft ? first.right - inside : first.left + inside,
        y: first.top + first.height / 2,
      },
      to: {
        x: isRightToLeft ? last.left + inside : last.right - inside,
        y: last.top + last.height / 2,
      },
    };
  }, words);
  const ends = await found.jsonValue();
  if (ends === null) throw new Error(`The words “${words}” are not on show`);
  return ends;
}
