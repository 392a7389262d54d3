/**
 * Does the main job through the real window, then tours the annotated sample case; run by `npm run demo`. Leaves the
 * report, the tables and a picture of every screen, light and dark, in the folder it is given; with `--pictures`, only
 * the few pictures that the README shows.
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { firstWindow, launchApp } from './launch.ts';
import { CaseWindow } from './pages/case.ts';
import { doMainJobByMouse, wireCopy } from './pages/main-job.ts';
import { ReportScreen } from './pages/report.ts';

type Theme = 'Light' | 'Dark';

interface Tour {
  readonly assay: CaseWindow;
  /** Where the results go. */
  readonly target: string;
  readonly isForReadme: boolean;
}

const inReadme = new Set(['reader-light', 'claims-light', 'sources-dark']);

const [target = 'demo', option] = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'assay-demo-'));
try {
  await mkdir(target, { recursive: true });
  const app = await launchApp(join(work, 'user'), work);
  try {
    const page = await firstWindow(app);
    await page.setViewportSize({ width: 1280, height: 800 });
    const tour = {
      assay: new CaseWindow(app, page),
      target,
      isForReadme: option === '--pictures',
    };
    await perform(tour);
  } finally {
    await app.close();
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function perform(tour: Tour): Promise<void> {
  const { assay, isForReadme } = tour;
  await picture(tour, 'start-light');
  if (!isForReadme) {
    const report = await doMainJobByMouse(assay, wireCopy, work);
    await copyFile(report, join(tour.target, 'main-job.html'));
    await closeCase(assay);
  }
  await assay.openSample();
  for (const theme of ['Light', 'Dark'] as const) {
    await assay.chooseTheme(theme);
    await tourScreens(tour, theme);
  }
  if (!isForReadme) await exportAll(tour);
}

async function closeCase({ page }: CaseWindow): Promise<void> {
  await page.getByRole('button', { name: 'Case menu' }).click();
  await page.getByRole('menuitem', { name: 'Close the case' }).click();
  await page.getByRole('button', { name: 'Open the sample case' }).waitFor();
}

async function tourScreens(tour: Tour, theme: Theme): Promise<void> {
  const { assay } = tour;
  const { page } = assay;
  const suffix = theme.toLowerCase();
  await assay.goTo('Documents');
  await picture(tour, `documents-${suffix}`);
  await assay.searchPalette('blast kills');
  await picture(tour, `palette-${suffix}`);
  await page.keyboard.press('Enter');
  await assay.screen('Reader').waitFor();
  const card = page.getByRole('group', { name: 'Claims beside the text' }).getByRole('button');
  await card.first().click();
  await page.getByRole('complementary', { name: 'Claim inspector' }).waitFor();
  await picture(tour, `reader-${suffix}`);
  const shown = ['Documents', 'Reader'];
  const rest = (await assay.screenNames()).filter((name) => !shown.includes(name));
  for (const screen of rest) {
    await assay.goTo(screen);
    if (screen === 'Report') await new ReportScreen(assay.app, page).frame.waitFor();
    if (screen === 'History')
      await assay
        .screen(screen)
        .getByText(/^\d+ changes/)
        .waitFor();
    await picture(tour, `${screen.toLowerCase()}-${suffix}`);
  }
}

async function exportAll({ assay, target: folder }: Tour): Promise<void> {
  await assay.goTo('Report');
  await new ReportScreen(assay.app, assay.page).exportAll(folder, 'report');
}

async function picture({ assay, target: folder, isForReadme }: Tour, name: string): Promise<void> {
  if (isForReadme && !inReadme.has(name)) return;
  // Fonts that are still loading, and what is still fading in, would show in the picture; a caret blinks for ever.
  await assay.page.evaluate(async () => {
    await document.fonts.ready;
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
  await assay.page.screenshot({ path: join(folder, `${name}.png`) });
}
