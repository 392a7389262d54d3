/** Colours, type and the frame of the page, on screen in light and dark, and on paper. */
export const baseStyles = `:root {
  color-scheme: light dark;
  --ground: #fdfcf9; --raised: #f4f2ed; --ink: #1a1815; --muted: #5f5a52; --line: #e0dcd3; --accent: #1f4f8f;
  --supported: #1b6e3c; --refuted: #9b2218; --open: #1f4f8f; --unverifiable: #5f5a52;
  --a: #1b6e3c; --b: #44752a; --c: #7c6200; --d: #9c4a0d; --e: #9b2218; --f: #5f5a52; --grade-ink: #fff;
  --hue-0: #7a6420; --hue-1: #8f5a00; --hue-2: #1b6791; --hue-3: #00694c; --hue-4: #6b6400;
  --hue-5: #1f4b99; --hue-6: #9c3f00; --hue-7: #8f3a6b; --hue-8: #57524a;
  --tint-0: #f3cf45; --tint-1: #e69f00; --tint-2: #56b4e9; --tint-3: #009e73; --tint-4: #e8dc2a;
  --tint-5: #3a6fd0; --tint-6: #d55e00; --tint-7: #cc79a7; --tint-8: #8a8478;
  --wash: 26%;
  --serif: "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", "Bitstream Charter", "Noto Serif",
    Georgia, Cambria, "Noto Naskh Arabic", "Noto Serif Hebrew", "Times New Roman", serif;
  --sans: Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #1b1a17; --raised: #262420; --ink: #e6e2d9; --muted: #aea89c; --line: #34312b; --accent: #93bbf3;
    --supported: #74cf99; --refuted: #f29a90; --open: #93bbf3; --unverifiable: #aea89c;
    --a: #74cf99; --b: #a9d077; --c: #e2c45c; --d: #f1a76a; --e: #f29a90; --f: #aea89c; --grade-ink: #171512;
    --hue-0: #d9c06a; --hue-1: #f0b75a; --hue-2: #86c8ee; --hue-3: #63cfae; --hue-4: #ded35a;
    --hue-5: #93b4f0; --hue-6: #f19a68; --hue-7: #e49ac4; --hue-8: #bab4a8;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 16px/1.5 var(--sans); color: var(--ink); background: var(--ground); scroll-padding-top: 1rem; }
body { max-width: 64rem; margin: 0 auto; padding: 2rem 2rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, p, ol, ul, dl, dd, figure, blockquote, pre { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1 { font: 600 2.5rem/1.15 var(--serif); letter-spacing: -0.01em; text-wrap: balance; }
h2 { font: 600 1.625rem/1.25 var(--serif); margin: 4rem 0 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
h3 { font: 600 1.25rem/1.35 var(--serif); text-wrap: pretty; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em;
  text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 30vh; }
.muted { color: var(--muted); }
.measure { max-width: 40rem; font: 1.0625rem/1.6 var(--serif); }
.measure > * + * { margin-top: 0.75rem; }
.prose { white-space: pre-line; }
q { quotes: "“" "”" "‘" "’"; }
.title { padding-bottom: 0.5rem; }
.title .kind { margin-top: 3.5rem; color: var(--muted); font-size: 0.8125rem; letter-spacing: 0.08em; text-transform: uppercase; }
.title h1 { margin-top: 0.5rem; max-width: 46rem; }
.title .question { margin: 1rem 0 1.75rem; max-width: 40rem; font: italic 1.25rem/1.45 var(--serif); }
.title h1 + p:not(.question) { margin-top: 1.5rem; }
.marking { text-align: right; }
.marking span { display: inline-block; padding: 0.3rem 0.6rem; background: #000; font: 700 1rem/1 Helvetica, Arial, sans-serif;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
#summary h2, #contents h2, #reading h2 { margin-top: 2.5rem; }
#contents li { margin-top: 0.3rem; }
#contents ol ol { margin-inline-start: 1.5rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.875rem; }
@media print {
  html { font-size: 9.5pt; background: #fff; --ground: #fff; --raised: #fff; --ink: #000; --muted: #4a463f; --line: #bbb; --wash: 0%; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2 { break-after: avoid; margin-top: 2.5rem; }
  h3, h4, h5, h6 { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .title .kind { margin-top: 1rem; }
  .title > .marking, footer > .marking { display: none; }
  #claims { break-before: page; }
  #claims > h2 { margin-top: 0; border-top: 0; padding-top: 0; }
  #summary h2, #contents h2, #reading h2 { margin: 1.5rem 0 0.75rem; }
}`;
