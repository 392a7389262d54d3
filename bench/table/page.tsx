import '../../src/renderer/ui/tokens.css';
import '../../src/renderer/ui/base.css';
import { type Root, createRoot } from 'react-dom/client';
import type { Bridge } from '../../src/contract/bridge.ts';
import { claimsScreen } from '../../src/renderer/features/claims/index.ts';
import { caseReplica } from '../../src/renderer/state/replica.ts';
import { replaceViewState } from '../../src/renderer/state/view-state.ts';
import { caseOfClaims } from './corpus.ts';
import { PlainTable } from './plain-table.tsx';

/** What the runner measures, in milliseconds until the page has painted. */
export interface TableBench {
  /** Draws a table of a few claims and takes it away again, as the app has drawn others before; not measured. */
  warmUp: (table: 'assay' | 'plain') => Promise<void>;
  /** Puts a case with so many claims behind the tables; not measured. */
  load: (claims: number) => void;
  /** Draws a table from nothing. */
  open: (table: 'assay' | 'plain') => Promise<number>;
  /** Sorts by a column. */
  sort: (column: 'statement' | 'eventTime') => Promise<number>;
  /** Types a search. */
  search: (query: string) => Promise<number>;
  /** Scrolls for so many frames, so many pixels a frame; gives how long each took. */
  scroll: (frames: number, step: number) => Promise<number[]>;
}

declare global {
  interface Window {
    tableBench: TableBench;
  }
}

// The screen remembers its arrangement through the bridge; here there is nobody to remember it.
const bridge: Bridge = {
  invoke: () => Promise.resolve({ ok: true, value: {} }),
  subscribe: () => () => undefined,
};
Object.assign(window, { assay: bridge });

// What the two tables call the columns.
const names = {
  assay: { statement: 'Statement', eventTime: 'Event time' },
  plain: { statement: 'statement', eventTime: 'eventTime' },
} as const;
let table: keyof typeof names = 'assay';
let root: Root | null = null;
const fewClaims = 200;

window.tableBench = {
  warmUp: async (name) => {
    load(fewClaims);
    await open(name);
    root?.unmount();
  },
  load,
  open,
  sort: (column) => {
    const header = [...document.querySelectorAll<HTMLElement>('[role="columnheader"]')].find(
      (candidate) => candidate.textContent.startsWith(names[table][column]),
    );
    if (header === undefined) throw new Error(`No column ${column}`);
    const before = firstRows();
    return untilPainted(
      () => {
        (header.querySelector<HTMLElement>('[draggable]') ?? header).click();
      },
      () => firstRows() !== before,
    );
  },
  search: (query) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (field === null) throw new Error('There is no search field');
    const before = firstRows();
    return untilPainted(
      () => {
        // React watches the field's own property; only the one of its class tells it of a change.
        Reflect.set(HTMLInputElement.prototype, 'value', query, field);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      () => firstRows() !== before,
    );
  },
  scroll: async (frames, step) => {
    const grid = document.querySelector('[role="grid"]');
    if (grid === null) throw new Error('There is no grid');
    const times: number[] = [];
    let last = await frame();
    for (let count = 0; count < frames; count += 1) {
      grid.scrollTop += step;
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return times;
  },
};

function load(claims: number): void {
  replaceViewState({});
  caseReplica.replace(caseOfClaims(claims));
}

function open(name: keyof typeof names): Promise<number> {
  table = name;
  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no root');
  const created = createRoot(container);
  root = created;
  const screen = table === 'assay' ? <claimsScreen.component /> : <PlainTable />;
  return untilPainted(
    () => {
      created.render(screen);
    },
    () => rowsShown() > 10,
  );
}

async function untilPainted(act: () => void, isDone: () => boolean): Promise<number> {
  await frame();
  const start = performance.now();
  act();
  while (!isDone()) await frame();
  // The frame after the one that drew it begins when that one is painted.
  await frame();
  return performance.now() - start;
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function rowsShown(): number {
  return document.querySelectorAll('[role="row"]').length;
}

function firstRows(): string {
  const rows = [...document.querySelectorAll('[role="grid"] [role="row"]')].slice(1, 12);
  return rows.map((row) => row.textContent).join('\n');
}
