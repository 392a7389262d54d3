/** Claims, tables, endnotes, tags and scales, and the small signs they share. */
export const listStyles = `.badge { display: inline-flex; border-radius: 4px; overflow: hidden; vertical-align: baseline; white-space: nowrap;
  font: 650 0.75rem/1.5 var(--sans); font-variant-numeric: tabular-nums; box-shadow: inset 0 0 0 1px var(--letter); }
.badge span { display: inline-block; min-width: 1.5em; padding: 0 0.35em; text-align: center; color: var(--ink); }
.badge .letter { color: var(--grade-ink); background: var(--letter); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.badge .unrated { color: var(--muted); background: none; }
.letter-A { --letter: var(--a); } .letter-B { --letter: var(--b); } .letter-C { --letter: var(--c); }
.letter-D { --letter: var(--d); } .letter-E { --letter: var(--e); } .letter-F, .letter-none { --letter: var(--f); }
.verdict { display: inline-flex; align-items: center; gap: 0.3em; font-weight: 600; white-space: nowrap; }
.verdict svg { fill: none; stroke: currentColor; stroke-width: 2; }
.verdict.supported { color: var(--supported); } .verdict.refuted { color: var(--refuted); }
.verdict.open { color: var(--open); } .verdict.unverifiable { color: var(--unverifiable); }
.chain li { display: inline; }
.chain li + li::before { content: " → " / " then "; color: var(--muted); }
.tags { display: flex; flex-wrap: wrap; gap: 0.25rem 0.4rem; }
.tag a { color: inherit; text-decoration: none; }
.tags .tag, .codebook dt { padding: 0 0.4em; border-inline-start: 3px solid var(--hue); border-radius: 2px;
  background: color-mix(in srgb, var(--tint) var(--wash), transparent); }
.claim { display: grid; grid-template-columns: 7rem minmax(0, 1fr) auto; gap: 0 1rem; padding: 1.25rem 0; border-top: 1px solid var(--line); }
.claim:target { background: var(--raised); outline: 0.5rem solid var(--raised); }
.claim h3 { grid-column: 2; font-size: 1.125rem; }
.claim-number { padding-top: 0.1rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.claim-number .muted { font-weight: 400; }
.judgement { padding-top: 0.1rem; }
.claim dl { grid-column: 1 / -1; margin-top: 0.5rem; }
dl > div { display: grid; grid-template-columns: 7rem minmax(0, 42rem); gap: 0 1rem; padding: 0.15rem 0; font-size: 0.875rem; }
dt { color: var(--muted); }
.evidence li + li { margin-top: 0.25rem; }
.evidence .place { font-weight: 700; text-decoration: none; }
.evidence q { font-family: var(--serif); font-size: 1.0625em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.8125rem; line-height: 1.4; }
caption { max-width: 46rem; margin-bottom: 0.75rem; color: var(--muted); text-align: start; font-size: 0.875rem; }
th { font-weight: 600; text-align: start; }
th, td { padding: 0.5rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { vertical-align: bottom; color: var(--muted); font-weight: 500; border-bottom-color: var(--muted); }
.sources { width: 100%; }
.sources th, .sources td { padding: 0.45rem 0.45rem; }
.sources thead th { font-size: 0.75rem; }
.sources td:last-child, .sources .below { white-space: nowrap; }
.sources th:first-child { padding-inline-start: 0; min-width: 10rem; }
.sources td:last-child, .sources th:last-child { padding-inline-end: 0; }
.below { display: block; font-weight: 400; font-size: 0.75rem; }
.count { text-align: end; font-variant-numeric: tabular-nums; }
.count.none { color: var(--muted); }
.sources thead th:nth-child(n + 3):nth-child(-n + 8) { text-align: end; }
.track { display: inline-block; font-variant-numeric: tabular-nums; white-space: nowrap; }
.track svg { display: block; }
.track .axis { fill: none; stroke: var(--muted); stroke-width: 0.75; }
.track .interval { stroke: var(--ink); stroke-width: 4; opacity: 0.45; }
.track .mean { fill: var(--ink); }
.matrix { margin-top: 2.5rem; }
.matrix td, .matrix th { min-width: 5.5rem; border-inline-end: 1px solid var(--line); }
.matrix thead th { width: 7rem; }
.matrix .filled { background: var(--raised); font-weight: 600; }
.endnotes { columns: 2; column-gap: 3rem; }
.endnotes > li { break-inside: avoid; margin-bottom: 1.75rem; }
.endnotes > li:target { background: var(--raised); outline: 0.5rem solid var(--raised); }
.endnotes h3 { font-size: 1.0625rem; }
.endnotes h3 .muted { font: 500 0.8125rem var(--sans); }
.endnotes p { font-size: 0.875rem; }
.endnotes dl { margin-top: 0.35rem; }
.endnotes dl > div { grid-template-columns: 5.5rem minmax(0, 1fr); }
.codebook dt { justify-self: start; align-self: start; color: inherit; }
.codebook > div { grid-template-columns: 14rem minmax(0, 40rem); padding: 0.3rem 0; }
.scales { columns: 2; column-gap: 3rem; margin-top: 1.5rem; }
.scale { break-inside: avoid; margin-bottom: 2rem; }
.scale h3 { font-size: 1.0625rem; }
.scale > p { font-size: 0.8125rem; margin-bottom: 0.35rem; }
.scale dl > div { grid-template-columns: 9.5rem minmax(0, 1fr); font-size: 0.8125rem; }
.scale dt { color: inherit; font-weight: 500; }
@media screen and (max-width: 59.99rem) {
  .endnotes, .scales { columns: 1; }
}
@media screen and (max-width: 40rem) {
  .claim { grid-template-columns: 1fr auto; }
  .claim h3 { grid-column: 1 / -1; grid-row: 2; }
  dl > div, .codebook > div, .scale dl > div, .endnotes dl > div { grid-template-columns: 1fr; padding: 0.3rem 0; }
}
@media print {
  .claim, .scale, .endnotes > li, tr, .matrix, .codebook > div { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  .sources th, .sources td { padding: 0.35rem 0.4rem; }
  .sources thead th { font-size: 7pt; }
  .below { font-size: 7pt; }
  .matrix td, .matrix th { min-width: 0; }
  .tags .tag, .codebook dt { background: none; border: 1px solid var(--line); border-inline-start: 3px solid var(--hue); }
  dl > div { font-size: 8.5pt; }
}`;
