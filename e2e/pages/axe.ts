import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../launch.ts';

/** Expects that axe finds nothing to say of the window; `where` names what it shows. */
export async function expectNoFindings(page: Page, where: string): Promise<void> {
  // One page is all that Electron lets a test have.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  expect(findings, where).toEqual([]);
}
