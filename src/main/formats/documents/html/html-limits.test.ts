import { expect, test } from 'vitest';
import { measureHtml } from './html-limits.ts';

/** So many attributes, in whose values there is what could pass for others. */
function attributes(count: number): string {
  const value = (index: number) => (index % 2 === 0 ? `"x  b='c'"` : `'x  b="c"'`);
  return Array.from({ length: count }, (_, index) => ` a${index}=${value(index)}`).join('');
}

// Few elements may have many attributes.
const laden = `<br${attributes(1_000)}>`.repeat(120);

test.each([
  ['60,000 elements', '<br>'.repeat(60_000), '<br>'],
  ['60,000 elements', '< '.repeat(179_999), '<'],
  ['120,000 attributes', laden, '<br a>'],
  ['512 levels of nesting', '<div>'.repeat(512), '<div>'],
  ['500,000 character references', '&amp;'.repeat(499_999), '&'],
])('a page of as many as there may be has no more: %s', (limit, most, more) => {
  expect(measureHtml(most).brokenLimit).toBeNull();
  expect(measureHtml(most + more)).toEqual({ brokenLimit: limit, isShallow: false });
  // Where in the page they stand makes no difference.
  expect(measureHtml(`<p>One</p>${most}${more}<p>Two</p>`).brokenLimit).toBe(limit);
});

test('an element has no more attributes than a thousand', () => {
  expect(measureHtml(`<p${attributes(1_000)}>`).brokenLimit).toBeNull();
  expect(measureHtml(`<p${attributes(1_001)}>`)).toEqual({
    ...{ brokenLimit: '1,000 attributes on an element', isShallow: false },
  });
});

test.each([
  ['as many levels as it can search', '<div>'.repeat(64), true],
  ['one level more', '<div>'.repeat(65), false],
  ['names in capitals', '<DIV>'.repeat(65), false],
  ['levels that were ended before', '<p><b>One</b></p>'.repeat(65), true],
  ['levels that were ended in capitals', '<b>One</B>'.repeat(65), true],
  ['levels that are deep only for a while', `${'<i>'.repeat(65)}${'</i>'.repeat(65)}<p>`, false],
  ['elements that hold nothing', '<br><IMG src=a>'.repeat(65), true],
  ['elements that end themselves', '<use/><use a="b" />'.repeat(65), true],
  ['items that the next one ends', `<div><ul>${'<li>One'.repeat(65)}`, true],
  ['rows that the next one ends', '<tr>'.repeat(65), true],
  ['items with something open in them', '<li><b>'.repeat(33), false],
  ['elements of one name', '<b>'.repeat(65), false],
  ['ends that end nothing', '<div></x>'.repeat(65), false],
  ['an end that ends all inside', '<ul><i><b>One</ul>'.repeat(65), true],
  ['an end of the innermost of its name', `<b>${'<b></b>'.repeat(64)}`, true],
  ['what is no element', '<1><?a><!b>< c>'.repeat(65), true],
])('Readability is run on a page that has %s: %#', (_, html, isShallow) => {
  expect(measureHtml(html)).toEqual({ brokenLimit: null, isShallow });
});
