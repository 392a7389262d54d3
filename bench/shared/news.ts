import { randomNumbers } from './random.ts';

/** One generated article as a file. */
export interface Article {
  readonly name: string;
  readonly content: string;
}

const places = ['Narsova', 'Ardane', 'Upper Dervan', 'Saint Hale', 'Ropewalk Street', 'the Lenn'];
const people = ['Maren Oduva', 'Ilse Torvek', 'Hadric Vannes', 'Joren Pask', 'Costan Wray'];
const speakers = ['a security official', 'two traders', 'the mayor', 'a nurse', 'the ministry'];
const verbs = ['said', 'denied', 'confirmed', 'reported', 'announced', 'doubted'];
const events = ['the road was closed', 'the grain had arrived', 'the talks would resume'];
const hedges = ['on condition of anonymity', 'in a statement', 'by telephone', 'late on Tuesday'];
const outlets = ['The Narsova Courier', 'The Ardane Ledger', 'Littoral', 'Harbour Gazette'];

/** Makes articles of about 4 kB of text each, in turn as plain text, Markdown with front matter, and full web pages. */
export function makeArticles(count: number): Article[] {
  const random = randomNumbers(count);
  return Array.from({ length: count }, (_, index) => makeArticle(index, random));
}

/** Prose of at least a number of characters, in paragraphs. */
function makeParagraphs(length: number, random: () => number): string[] {
  const paragraphs: string[] = [];
  for (let written = 0; written < length;) {
    const sentences = Array.from({ length: 3 + Math.floor(random() * 3) }, () => sentence(random));
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return paragraphs;
}

function makeArticle(index: number, random: () => number): Article {
  const number = String(index + 1).padStart(5, '0');
  const title = `${pick(events, random)} in ${pick(places, random)}, report ${number}`;
  const author = pick(people, random);
  const outlet = pick(outlets, random);
  const date = `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`;
  const paragraphs = makeParagraphs(4_000, random);
  const facts = { title, author, outlet, date, paragraphs };
  const form = forms[index % forms.length] ?? plainText;
  const { extension, content } = form(facts);
  return { name: `${number}.${extension}`, content };
}

interface Facts {
  readonly title: string;
  readonly author: string;
  readonly outlet: string;
  /** ISO 8601. */
  readonly date: string;
  readonly paragraphs: readonly string[];
}

type Form = (facts: Facts) => { readonly extension: string; readonly content: string };

const forms: readonly Form[] = [plainText, markdown, webPage];

function plainText({ title, author, paragraphs }: Facts): ReturnType<Form> {
  return { extension: 'txt', content: [title, `By ${author}`, ...paragraphs].join('\n\n') };
}

function markdown({ title, author, outlet, date, paragraphs }: Facts): ReturnType<Form> {
  const [lead = '', ...rest] = paragraphs;
  const front = `---\ntitle: ${title}\nauthor: ${author}\npublisher: ${outlet}\ndate: ${date}\n---`;
  const list = '- one\n- two\n- three';
  const body = [front, `# ${title}`, lead, '## What we know', list, ...rest];
  return { extension: 'md', content: body.join('\n\n') };
}

function webPage({ title, author, outlet, date, paragraphs }: Facts): ReturnType<Form> {
  const links = places.map((place) => `<li><a href="/${place.length}">${place}</a></li>`).join('');
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  const ld = JSON.stringify({ '@type': 'NewsArticle', headline: title, datePublished: date });
  const content = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
<meta name="author" content="${author}"><meta property="og:site_name" content="${outlet}">
<script type="application/ld+json">${ld}</script><script>window.visit = { page: 1 };</script>
<style>.advert { border: 1px solid }</style></head>
<body><header><nav><ul>${links}</ul></nav></header><div class="advert"><p>Advertisement: ferries!</p></div>
<main><article><h1>${title}</h1><p class="byline">By ${author}</p>${body}</article>
<aside><h2>Most read</h2><ol>${links}</ol></aside></main><footer><p>All rights reserved.</p></footer></body></html>`;
  return { extension: 'html', content };
}

function sentence(random: () => number): string {
  const speaker = pick(speakers, random);
  const start = speaker.charAt(0).toUpperCase() + speaker.slice(1);
  const number = Math.floor(random() * 900) + 100;
  return `${start} ${pick(verbs, random)} ${pick(hedges, random)} that ${pick(events, random)} near ${pick(places, random)} after ${number} people had left.`;
}

function pick<T>(from: readonly T[], random: () => number): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
}
