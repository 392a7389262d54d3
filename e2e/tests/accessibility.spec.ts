import { expect, test } from '../launch.ts';
import { expectNoFindings } from '../pages/axe.ts';
import { CaseWindow } from '../pages/case.ts';
import { ReportScreen } from '../pages/report.ts';

for (const theme of ['Light', 'Dark']) {
  test(`axe finds nothing on any screen of the sample case, ${theme.toLowerCase()}`, async ({
    app,
    window,
  }) => {
    const assay = new CaseWindow(app, window);
    // It looks at every screen, each as long as it takes.
    test.setTimeout(600_000);
    await expectNoFindings(window, 'Start');
    await assay.openSample();
    await assay.chooseTheme(theme);
    await openFirstDocument(assay);
    const screens = await assay.screenNames();
    expect(screens.length).toBeGreaterThan(5);
    for (const screen of screens) {
      await assay.goTo(screen);
      if (screen === 'Report') await new ReportScreen(app, window).frame.waitFor();
      await expectNoFindings(window, screen);
    }
    await assay.openPalette();
    await expectNoFindings(window, 'Palette');
  });
}

async function openFirstDocument(assay: CaseWindow): Promise<void> {
  await assay.command('blast kills');
  await assay.screen('Reader').waitFor();
}
