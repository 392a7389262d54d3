import { expect, test } from '../launch.ts';
import { CaseWindow } from '../pages/case.ts';
import { Codebook } from '../pages/codebook.ts';
import { InspectorPanel } from '../pages/inspector.ts';

test('builds and reorders the codebook by keyboard alone', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  const codebook = new Codebook(window);
  await assay.createCase(workFolder, 'Tags');
  await assay.goTo('Codebook');
  await expect(window.getByText('Name what you look for')).toBeVisible();

  await codebook.add('Actors');
  await codebook.add('Events');
  await window.keyboard.press('Alt+Shift+N');
  await codebook.write('Explosion');
  await expect(codebook.row('Explosion')).toBeFocused();
  await expect.poll(() => codebook.outline()).toEqual(['Actors', 'Events', '  Explosion']);

  await window.keyboard.press('F2');
  await codebook.write('انفجار 💥');
  await expect(codebook.row('انفجار 💥')).toBeFocused();
  await window.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => codebook.outline()).toEqual(['Actors', 'Events', 'انفجار 💥']);
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => codebook.outline()).toEqual(['Actors', 'انفجار 💥', 'Events']);
  await window.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => codebook.outline()).toEqual(['Actors', '  انفجار 💥', 'Events']);
  await expect(codebook.row('انفجار 💥')).toBeFocused();

  await window.keyboard.press('Control+z');
  await expect.poll(() => codebook.outline()).toEqual(['Actors', 'انفجار 💥', 'Events']);
});

test('puts the selected tag below the tree in a small window', async ({ app, window }) => {
  const assay = new CaseWindow(app, window);
  const codebook = new Codebook(window);
  await assay.openSample();
  // The window at 200 %.
  await window.setViewportSize({ width: 640, height: 500 });
  await assay.goTo('Codebook');
  await codebook.row('Attack').click();
  const panel = new InspectorPanel(window).panel('Tag');
  await expect(panel).toBeInViewport();
  await expect(codebook.row('Attack')).toBeInViewport({ ratio: 1 });
  const [row, beside] = [await codebook.row('Attack').boundingBox(), await panel.boundingBox()];
  expect(beside?.y).toBeGreaterThan(row?.y ?? Infinity);
});

test('moves tags by dragging, and deletes with a choice for those inside', async ({
  app,
  window,
  workFolder,
}) => {
  const assay = new CaseWindow(app, window);
  const codebook = new Codebook(window);
  const inspector = new InspectorPanel(window);
  await assay.createCase(workFolder, 'Tags');
  await assay.goTo('Codebook');
  for (const name of ['Actors', 'Militia', 'Events']) {
    await window.getByRole('button', { name: 'New tag', exact: true }).click();
    await codebook.write(name);
    await expect(codebook.row(name)).toBeFocused();
  }
  await codebook.row('Militia').dragTo(codebook.row('Actors'));
  await expect.poll(() => codebook.outline()).toEqual(['Actors', '  Militia', 'Events']);

  await codebook.row('Events').click();
  await inspector.text('Definition').fill('What happened, not what was said');
  await window.getByRole('radio', { name: 'Purple' }).click();
  await inspector.choose('Key that puts it on selected words', 'Key 3');
  await expect(codebook.row('Events')).toContainText('What happened');
  await expect(codebook.row('Events')).toContainText('3');

  await codebook.row('Actors').click();
  await window.keyboard.press('Delete');
  const dialog = assay.dialog('Delete the tag “Actors”?');
  await expect(dialog).toContainText('The 1 tag under it');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => codebook.outline()).toEqual(['Militia', 'Events']);

  await codebook.row('Militia').click();
  await inspector.act('Tag', 'Merge into another tag…');
  await inspector.pick('Tag to keep', 'ev');
  await window.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.poll(() => codebook.outline()).toEqual(['Events']);
  await window.keyboard.press('Control+z');
  await expect.poll(() => codebook.outline()).toEqual(['Militia', 'Events']);
});

test('a name that is taken is refused and nothing is lost', async ({ app, window, workFolder }) => {
  const assay = new CaseWindow(app, window);
  const codebook = new Codebook(window);
  await assay.createCase(workFolder, 'Tags');
  await assay.goTo('Codebook');
  await codebook.add('Actors');
  await window.keyboard.press('Alt+n');
  await codebook.write('Actors');
  await expect(assay.message(/already a tag “Actors”/)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect.poll(() => codebook.outline()).toEqual(['Actors']);
});

test('does once what is typed into the palette and entered at once', async ({
  app,
  window,
  workFolder,
}) => {
  const codebook = new Codebook(window);
  const assay = new CaseWindow(app, window);
  await assay.createCase(workFolder, 'Tags');
  await assay.goTo('Codebook');
  const names = ['A', 'B', 'C', 'D', 'E', 'F'];
  for (const name of names) await codebook.add(name);
  for (const name of ['F', 'E', 'D']) {
    await assay.command('undo');
    await expect(codebook.row(name)).toHaveCount(0);
  }
  await expect.poll(() => codebook.outline()).toEqual(['A', 'B', 'C']);
});
