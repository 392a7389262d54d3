import type { Locator, Page } from '@playwright/test';
import { expect } from '../launch.ts';

/** The reader: the text, what is marked on it, and the panels beside it. */
export class ReaderScreen {
  readonly page: Page;
  readonly text: Locator;
  /** Every piece of a highlight, in order. */
  readonly marks: Locator;
  readonly inspector: Locator;
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    const screen = page.getByRole('main', { name: 'Reader' });
    this.text = screen.getByRole('document');
    // Playwright's types do not know the role.
    this.marks = this.text.locator('mark');
    this.inspector = screen.getByRole('complementary');
    this.cards = screen.getByRole('group', { name: 'Claims beside the text' }).getByRole('button');
  }

  /** The pieces of highlights whose words are exactly these. */
  mark(words: string): Locator {
    return this.marks.filter({ hasText: new RegExp(`^${escaped(words)}$`, 'u') });
  }

  /** Selects words by dragging the mouse over them. */
  async drag(words: string): Promise<void> {
    await expect(this.text).toContainText(words);
    const { from, to } = await this.#ends(words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  /** Clicks into the middle of the first of the words. */
  async click(words: string): Promise<void> {
    const { middle } = await this.#ends(words);
    await this.page.mouse.click(middle.x, middle.y);
  }

  /** Puts the caret at the beginning of the text, by keyboard. */
  async goToStart(): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press('Control+Home');
  }

  /** Presses a key so often. */
  async press(key: string, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) await this.page.keyboard.press(key);
  }

  /** What Ctrl+C would take, as the page's own selection has it. */
  async copied(): Promise<string> {
    return this.text.evaluate((text) => {
      const data = new DataTransfer();
      text.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }));
      return data.getData('text/plain');
    });
  }

  /** Opens the find bar and looks for words. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await this.page.getByRole('textbox', { name: 'Find' }).fill(words);
  }

  get findCount(): Locator {
    return this.page.getByRole('search').getByRole('status');
  }

  /** The words painted as found, and as the current match. */
  async painted(name: 'found' | 'current'): Promise<string[]> {
    return this.page.evaluate(
      (paint) => [...(CSS.highlights.get(`reader-${paint}`) ?? [])].map(String),
      name,
    );
  }

  /** Scrolls the text to so many pixels from its top. */
  async scrollTo(top: number): Promise<void> {
    await this.text.evaluate((text, wanted) => {
      text.closest('[data-reading-scroller]')?.scrollTo({ top: wanted, behavior: 'instant' });
    }, top);
  }

  /** How far down the text is scrolled, in pixels. */
  async scrolled(): Promise<number> {
    return this.text.evaluate((text) => text.closest('[data-reading-scroller]')?.scrollTop ?? 0);
  }

  // Where words begin and end on the screen; they must be in one piece of the text that is in view.
  async #ends(words: string): Promise<Record<'from' | 'to' | 'middle', { x: number; y: number }>> {
    return this.text.evaluate((text, wanted) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const first = rects[0];
        const last = rects.at(-1);
        if (first === undefined || last === undefined) break;
        const isRightToLeft = getComputedStyle(text.children[0] ?? text).direction === 'rtl';
        const [begin, finish] = isRightToLeft ? [first.right, last.left] : [first.left, last.right];
        return {
          from: { x: begin, y: first.top + first.height / 2 },
          to: { x: finish, y: last.top + last.height / 2 },
          middle: { x: first.left + first.width / 2, y: first.top + first.height / 2 },
        };
      }
      throw new Error(`“${wanted}” is not in view in one piece`);
    }, words);
  }
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
