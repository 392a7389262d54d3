import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import { makeSpans } from '../../../../domain/anchoring/spans.ts';
import type { ExportRequest } from '../exporter.ts';
import { requestFor, smallCase } from '../testing/small-case.ts';
import { exportReport } from '../export-report.ts';

// linkedom's types name the browser's DOM, which this program has not; this is what the tests use of it.
interface PageElement {
  readonly localName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

const hostile = `</style><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x' \u202e}*{color:red}&amp;`;

async function pageOf(request: ExportRequest): Promise<{ html: string; page: PageElement }> {
  const result = await exportReport(request);
  if (!result.ok) throw new Error(result.error.message);
  const [file, ...more] = result.value;
  expect(more).toEqual([]);
  const html = new TextDecoder().decode(file?.bytes);
  const { document } = parseHTML(html) as unknown as { document: PageElement };
  return { html, page: document };
}

function all(page: PageElement, selector: string): PageElement[] {
  return [...page.querySelectorAll(selector)];
}

// The numbers of notes stand in the text, but are not of it.
function withoutReferences(page: PageElement): PageElement {
  for (const reference of all(page, '.reference')) reference.remove();
  return page;
}

function expectSafe({ html, page }: { html: string; page: PageElement }): void {
  const elements = all(page, '*');
  const forbidden = /^(script|img|iframe|object|embed|link|base|form|audio|video|foreignobject)$/i;
  expect(elements.filter(({ localName }) => forbidden.test(localName))).toEqual([]);
  const names = elements.flatMap((element) => element.getAttributeNames());
  expect(names.filter((name) => /^on|^src|^action|^style$/i.test(name))).toEqual([]);
  const links = all(page, '[href]').map((element) => element.getAttribute('href') ?? '');
  expect(links.filter((link) => !/^#[a-z]+\d*$/.test(link))).toEqual([]);
  expect(all(page, 'style')).toHaveLength(1);
  expect(all(page, 'style')[0]?.textContent).not.toMatch(/url\(|@import|</);
  const policy = `content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; img-src data:"`;
  expect(html.indexOf(policy)).toBeGreaterThan(0);
  expect(html.indexOf(policy)).toBeLessThan(html.indexOf('<style'));
}

test('the report holds nothing that runs or is fetched, and says so to the browser', async () => {
  expectSafe(await pageOf(smallCase('html').request));
  expectSafe(await pageOf(smallCase('pdf').request));
});

test('ids are unique, every link leads to one, and every note is linked to', async () => {
  const { page } = await pageOf(smallCase('html').request);
  const ids = all(page, '[id]').map((element) => element.getAttribute('id') ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  const targets = all(page, '[href]').map(
    (element) => element.getAttribute('href')?.slice(1) ?? '',
  );
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  const notes = all(page, '.notes > li').map((element) => element.getAttribute('id') ?? '');
  expect(notes).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7']);
  expect(notes.filter((note) => !targets.includes(note))).toEqual([]);
});

test('headings leave no level out, and every table cell can be told by its headers', async () => {
  const { page } = await pageOf(smallCase('html').request);
  const levels = all(page, 'h1,h2,h3,h4,h5,h6').map(({ localName }) => Number(localName.slice(1)));
  expect(levels[0]).toBe(1);
  levels.forEach((level, index) => {
    expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  });
  expect(all(page, 'th').filter((header) => header.getAttribute('scope') === null)).toEqual([]);
  expect(all(page, 'table').filter((table) => all(table, 'caption').length !== 1)).toEqual([]);
});

test('the report carries its marking above and below, and says when and from what it was made', async () => {
  const { page } = await pageOf(smallCase('html').request);
  const markings = all(page, '.marking').map((marking) => marking.textContent);
  expect(markings).toEqual(['TLP:AMBER', 'TLP:AMBER']);
  expect(all(page, 'style')[0]?.textContent).toMatch(/@bottom-right \{ content: "TLP\\3a AMBER"/);
  expect(all(page, '.title')[0]?.textContent).toContain(
    'Made on 16 March 2026, 09:24 UTC by Assay 0.1.0, from journal entry 42 (9f3c2ab871de).',
  );
});

test('claims and sources are called by the numbers that they have in the case', async () => {
  const { build, request } = smallCase('html');
  const names = (selector: string, page: PageElement) =>
    all(page, selector).map(({ textContent }) => textContent);
  const whole = (await pageOf(request)).page;
  expect(names('.claim-number', whole)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
  expect(names('.noted a[href^="#c"]', whole)).toContain('C4');
  expect(names('.endnotes h3 > .muted', whole)).toEqual(['S2', 'S3', 'S4', 'S5']);

  // A report of less numbers nothing anew, and one of its claims is linked to one that it does not show.
  const document = build.document('It rained.');
  const [first] = build.view().all('claim');
  const rained = build.claim(document, 'It rained', []);
  if (first !== undefined) build.link(rained, 'contradicts', first.id);
  const part = { ...request, view: build.view(), documents: [document] };
  const { page } = await pageOf(part);
  expect(names('.claim-number', page)).toEqual(['C6']);
  expect(names('.claim dl', page)[0]).toContain('C1 (not in this report)');
});

test('numbers lead to the words of their highlight', async () => {
  const { request } = smallCase('html');
  const page = withoutReferences((await pageOf(request)).page);
  const quotes = all(page, '.evidence li').map((item) => ({
    target: all(item, '.place')[0]?.getAttribute('href')?.slice(1) ?? '',
    quote: all(item, 'q')[0]?.textContent ?? '',
  }));
  expect(quotes.length).toBe(5);
  for (const { target, quote } of quotes) {
    expect(quote.startsWith(all(page, `#${target}`)[0]?.textContent ?? 'no words')).toBe(true);
  }
});

test('a right-to-left document takes its direction from its text, its notes stay as they are', async () => {
  const { page } = await pageOf(smallCase('html').request);
  const [arabic] = all(page, '#d2 .text');
  expect(arabic?.getAttribute('dir')).toBe('auto');
  expect(all(page, '#d2 .notes').map((notes) => notes.getAttribute('dir'))).toEqual(['ltr', 'ltr']);
});

test('a source without verdicts shows “no record”, never a share', async () => {
  const { page } = await pageOf(smallCase('html').request);
  const rows = all(page, '.sources tbody tr').map((row) => row.textContent);
  expect(rows.find((row) => row.includes('A harbour official'))).toContain('75% (23%–99%)');
  expect(rows.find((row) => row.includes('Ines Maar'))).toContain('no record');
});

test('what any record says stays text', async () => {
  const build = new CaseBuilder({ name: hostile, question: hostile, sourceSummary: hostile });
  const source = build.source(hostile, {
    ...{ aliases: [hostile], note: hostile },
    descriptor: { access: hostile, record: hostile, bias: hostile },
  });
  const tag = build.tag(hostile, { definition: hostile });
  const document = build.document(`${hostile}\nplain`, {
    ...{ title: hostile, authors: [hostile], language: hostile, url: `javascript:${hostile}` },
    ...{ publisher: source, note: hostile },
  });
  const highlights = [build.highlight(document, hostile, { tags: [tag], note: hostile })];
  const hop = build.hop(source, 'anonymous', document, 'script');
  const claim = build.claim(document, 'x', [hop], {
    ...{ highlights, statement: hostile, place: hostile, note: hostile, tags: [tag] },
  });
  const other = build.claim(document, 'plain', [source]);
  build.link(claim, 'contradicts', other, hostile);
  build.rate(claim, 'verdict', 'refuted', { reason: hostile });
  build.rate(source, 'admiralty-reliability', 'E', { reason: hostile });

  const { html, page } = await pageOf({
    ...requestFor(build, [document], 'html'),
    state: { seq: 1, hash: hostile },
    generator: hostile,
  });
  expectSafe({ html, page });
  expect(all(page, 'h1')[0]?.textContent).toBe(hostile);
  expect(withoutReferences(all(page, '.text')[0] ?? page).textContent).toBe(hostile);
  expect(all(page, 'title')[0]?.textContent).toBe(hostile);
});

test('whatever is highlighted, the report shows the text of the document, word for word', async () => {
  const text = 'First line of it.\nSecond 🏚️ line\nثالث سطر\nFourth';
  const ranges = fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(ranges, async (pairs) => {
      const build = new CaseBuilder();
      const document = build.document(text);
      for (const pair of pairs) {
        const spans = makeSpans(text, [{ start: Math.min(...pair), end: Math.max(...pair) }]);
        if (spans !== null) build.highlight(document, 'First', { spans });
      }
      const page = withoutReferences((await pageOf(requestFor(build, [document], 'html'))).page);
      expect(
        all(page, '.text')
          .map((block) => block.textContent)
          .join('\n'),
      ).toBe(text);
    }),
    { numRuns: 25 },
  );
});
