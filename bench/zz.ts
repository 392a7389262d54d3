
import { withBenchPage } from './shared/bench-page.ts';
const [folder = 'reader', names = 'assay', reps = '3', size = '1000000', marks='10000', adds='9', frames='60'] = process.env.ZZ?.split(' ') ?? [];
export async function run() {
  await withBenchPage(folder, async (browser, url) => {
    const all: Record<string, number[][]> = {};
    for (let r = 0; r < Number(reps); r += 1) for (const name of names.split(',')) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      page.on('crash', () => console.log('crash'));
      page.on('pageerror', (e) => console.log(String(e)));
      await page.goto(url);
      if (folder === 'reader') await page.evaluate((n) => window.readerBench.warmUp(n as never), name);
      await page.evaluate(([s, m]) => window.readerBench.load(s!, m!), [Number(size), Number(marks)]);
      await page.waitForTimeout(1500);
      const painted = await page.evaluate((n) => window.readerBench.open(n as never), name);
      const added = [];
      for (let i = 0; i < Number(adds); i += 1) added.push(await page.evaluate(() => window.readerBench.add()));
      const scrolled = Number(frames) === 0 ? [] : await page.evaluate((f) => window.readerBench.scroll(f, 240), Number(frames));
      (all[name] ??= []).push([painted, Math.min(...added), [...scrolled].sort((a,b)=>a-b)[scrolled.length>>1] ?? 0, Math.max(...scrolled)]);
      await context.close();
    }
    for (const [name, rows] of Object.entries(all)) {
      const cols = [0,1,2,3].map((c) => rows.map((r) => r[c]!).sort((a,b)=>a-b));
      console.log(name.padEnd(12), cols.map((c) => `min ${c[0]!.toFixed(1)} med ${c[c.length>>1]!.toFixed(1)}`).join(' | '));
    }
  });
}
