import { expect, test } from 'vitest';
import type { Piece } from '../block-builder.ts';
import { htmlPieces } from './html-pieces.ts';
import { parsePage } from './html-tree.ts';

function pieces(html: string): Piece[] {
  return htmlPieces(parsePage(html).root);
}

/** Each piece in short: `p`aragraph, `q`uote, `c`ode, a heading with its level, an item with its depth and marker. */
function outline(html: string): string[] {
  return pieces(html).map((piece) => {
    if (piece.kind === 'heading') return `h${piece.level} ${piece.text}`;
    if (piece.kind === 'list-item') return `${piece.depth} ${piece.marker} ${piece.text}`;
    return `${piece.kind.charAt(0)} ${piece.text}`;
  });
}

test('a piece has what its kind has', () => {
  expect(pieces('<h3>a</h3><p>b</p><ul><li>c</ul><blockquote>d</blockquote><pre>e</pre>')).toEqual([
    { kind: 'heading', level: 3, text: 'a' },
    { kind: 'paragraph', text: 'b' },
    { kind: 'list-item', depth: 1, marker: '•', text: 'c' },
    { kind: 'quote', text: 'd' },
    { kind: 'code', text: 'e' },
  ]);
});

test.each([
  // White space and lines.
  ['a  b\t\n\r\fc', ['p a b c']],
  ['<p>  a <b> b</b> </p>', ['p a b']],
  ['a<br>b<BR> c <br><br>d', ['p a\nb\nc\n\nd']],
  ['a\u00A0\u00A0b\u2003c', ['p a\u00A0\u00A0b\u2003c']],
  ['a<!-- x --><i>b</i><q>c</q>', ['p ab“c”']],
  ['a<script>x</script><RT>y</RT>b', ['p ab']],
  ['<x-card>a</x-card>b', ['p a', 'p b']],
  ['<p> </p><div><div></div></div>', []],
  // Headings and quotes.
  ['a<h1>b</h1>c<h6>d</h6>', ['p a', 'h1 b', 'p c', 'h6 d']],
  ['<H2>a</H2>', ['h2 a']],
  ['<h1>a<div>b</div></h1>', ['h1 a', 'h1 b']],
  ['<h7>a</h7><xh1>b</xh1><h1x>c</h1x>', ['p a', 'p b', 'p c']],
  ['<blockquote>a<p>b</p><h2>c</h2>d</blockquote>e', ['q a', 'q b', 'q c', 'q d', 'p e']],
  // Code.
  [
    'a<pre> b\n\n <i>c</i><br>d<script>x</script><!-- y --></pre>e',
    ['p a', 'c  b\n\n c\nd', 'p e'],
  ],
  ['<pre>a<BR>b<span>c<br></span>d</pre>', ['c a\nbc\nd']],
  ['<h2>a<pre>b  c</pre></h2>', ['h2 a', 'h2 b c']],
  // Lists.
  ['<ul><li>a<li>b</ul><menu><li>c</menu>', ['1 • a', '1 • b', '1 • c']],
  ['<ol><li>a</li>\n<LI>b</LI></ol>', ['1 1. a', '1 2. b']],
  ['<ol start="7"><li>a<li>b</ol>', ['1 7. a', '1 8. b']],
  ['<ol start="x"><li>a</ol><ol start="1e99"><li>b</ol>', ['1 1. a', '1 1. b']],
  ['<ol start="99999999999999999999"><li>a</ol><ol start="-1"><li>b</ol>', ['1 1. a', '1 -1. b']],
  ['<ul><li>a<ol><li>b</ol>c</ul>', ['1 • a', '2 1. b', 'p c']],
  ['<ul><ul><li>a</ul><li>b</ul>', ['2 • a', '1 • b']],
  ['<ol>a<li>b</li>c<p>d</p></ol>e', ['p a', '1 1. b', 'p c', 'p d', 'p e']],
  ['<ul><li><p>a</p><p>b</p><h2>c</h2></ul>', ['1 • a', 'p b', 'h2 c']],
  ['<ul><li><h2>a</h2>b</ul>', ['h2 a', 'p b']],
  ['<ul><li> <p></p><b>a</b> b</ul>', ['1 • a b']],
  ['<blockquote><ul><li>a<p>b</p></ul>c</blockquote>', ['1 • a', 'q b', 'q c']],
  ['<ul><li>a<p>b</p>c</ul>', ['1 • a', 'p b', 'p c']],
  ['<ul><li><div>a<p>b</p></div></ul>', ['1 • a', 'p b']],
  ['<ul><li><pre>a</pre>b</ul>', ['c a', 'p b']],
  ['<ul><li><blockquote>a</blockquote>b</ul>', ['q a', 'p b']],
  ['<h2>a<ul><li>b<p>c</p></ul></h2>', ['h2 a', '1 • b', 'p c']],
  ['a<ul><li>b</ul>c', ['p a', '1 • b', 'p c']],
  // Tables.
  [
    '<table>x<tr>y<td>a<td>b  c<td><p>d</p><p>e<br>f</p><tr><th>g<script>z</script></table>',
    ['p x', 'p a\tb c\td e f', 'p g'],
  ],
  ['<table><tr><td>a</td></tr>x</table>', ['p a', 'p x']],
  ['<p><br>a<br></p>', ['p a']],
  ['<table><tr><td>a<td><td>b</table>', ['p a\t\tb']],
  ['<table><tr><td>a</td><!-- x --><script>y</script><td>b</td></tr></table>', ['p a\tb']],
  ['<blockquote><table><tr><td>a</table></blockquote>', ['q a']],
])('of %s the pieces are %j', (html, expected) => {
  expect(outline(html)).toEqual(expected);
});
