import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostileFiles } from '../../../../e2e/fixtures/hostile/generate.ts';
import { createImportPool } from './import-worker-pool.ts';
import type { ImportPool } from './import-worker-pool.ts';

// Each starts workers, which load their program; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 60_000 });

const workerPath = new URL('./worker.ts', import.meta.url);
const pools: ImportPool[] = [];

function aPool(options: { timeLimit?: number; memoryLimit?: number } = {}): ImportPool {
  const pool = createImportPool({ workerPath, ...options });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function item(text: string, name = 'a.txt') {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Runs of backticks of every length keep the Markdown parser busy for minutes. */
function endless(name = 'endless.md') {
  return item(
    Array.from({ length: 4_000 }, (_, length) => `${'`'.repeat(length)} `).join('a'),
    name,
  );
}

async function codeOf(
  pool: ImportPool,
  file: ReturnType<typeof item>,
  signal?: AbortSignal,
): Promise<string> {
  const result = await pool.read(file, signal);
  return result.ok ? 'ok' : result.error.code;
}

describe('the pool', () => {
  it('answers each item with its own text, and leaves the caller its bytes', async () => {
    const pool = aPool();
    const items = Array.from({ length: 20 }, (_, index) => item(`Text ${index}.`));
    const results = await Promise.all(items.map((file) => pool.read(file)));
    expect(results.map((result) => result.ok && result.value[0].text.text)).toEqual(
      items.map((_, index) => `Text ${index}.`),
    );
    expect(items.every(({ bytes }) => bytes.length > 0)).toBe(true);
  });

  it('passes on what the clipboard called the item', async () => {
    const result = await aPool().read({
      ...item('Some <b>bold</b> words', 'Pasted text'),
      mediaType: 'text/html',
    });
    expect(result).toMatchObject({
      ok: true,
      value: [{ format: 'html', text: { text: 'Some bold words' } }],
    });
  });

  it('ends a document that takes too long and reads the next one', async () => {
    const pool = aPool({ timeLimit: 2_000 });
    const [slow, next] = await Promise.all([codeOf(pool, endless()), codeOf(pool, item('Next.'))]);
    expect([slow, next]).toEqual(['import/too-complex', 'ok']);
  });

  it('ends a document that takes too much memory and reads the next one', async () => {
    const pool = aPool({ memoryLimit: 128 });
    const greedy = item('|a|b|\n|-|-|\n'.concat('|x|y|\n'.repeat(60_000)), 'table.md');
    const result = await pool.read(greedy);
    expect(result).toMatchObject({
      error: { code: 'import/too-complex', facts: { limit: '128 MB of memory' } },
    });
    expect(await codeOf(pool, item('Next.'))).toBe('ok');
  });

  it('cancels the document being read and those waiting, and no others', async () => {
    const pool = aPool();
    const cancel = new AbortController();
    expect(await codeOf(pool, item('First.'))).toBe('ok');
    const codes = Promise.all([
      codeOf(pool, endless(), cancel.signal),
      codeOf(pool, item('Waiting.'), cancel.signal),
      codeOf(pool, item('Unconcerned.')),
    ]);
    setImmediate(() => {
      cancel.abort();
    });
    expect(await codes).toEqual(['import/cancelled', 'import/cancelled', 'ok']);
  });

  it('cancels everything when it is closed', async () => {
    const pool = aPool();
    const codes = Promise.all([codeOf(pool, endless()), codeOf(pool, item('Waiting.'))]);
    await pool.close();
    expect(await codes).toEqual(['import/cancelled', 'import/cancelled']);
    expect(await codeOf(pool, item('Late.'))).toBe('import/cancelled');
  });
});

describe('hostile files', () => {
  const files = hostileFiles();
  const pool = createImportPool({ workerPath });

  it.each(files.map((file) => [file.name, file] as const))(
    '%s is read or refused within the limits',
    async (_, { name, bytes, right }) => {
      const result = await pool.read({ name, bytes });
      expect(right).toContain(result.ok ? 'ok' : result.error.code);
      if (result.ok) {
        const { title, authors, url } = result.value[0].metadata;
        expect(title.length).toBeLessThanOrEqual(500);
        expect([title, ...authors].every((text) => text.isWellFormed())).toBe(true);
        expect(url).toBeNull();
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }
    },
  );

  it('leave the reader fit for the next document', async () => {
    expect(await codeOf(pool, item('Next.'))).toBe('ok');
    await pool.close();
  });
});
