import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { EnginePage } from './enginePage.js';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Holds a page, as it stands, against axe's rules of levels A and AA and of best practice. A document gets axe once.
 *
 * @param rules - Only these. Default: all of them.
 * @returns Each broken rule with the elements that break it; nothing where all are kept.
 */
export async function findViolations(
  page: Pick<EnginePage, 'evaluate'>,
  rules?: string[],
): Promise<string[]> {
  // As an expression: that is what every driver takes.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`(() => {${axeSource}\n})()`);
  const options: RunOptions = {
    runOnly: rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
    elementRef: true,
  };
  // Put into words there: what axe tells of the rules that are kept takes longer to bring here than to find.
  return page.evaluate(async (run) => {
    const { axe } = globalThis as unknown as { axe: Pick<typeof Axe, 'run'> };
    const { violations } = await axe.run(document, run);
    const told: string[] = [];
    for (const { id, nodes } of violations)
      for (const { html, element } of nodes) {
        // As axe scrolls, a row comes to lie below the pay button, and seems too small: it is judged where a payer presses it.
        element!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const again = id === 'target-size' && (await axe.run(element!, { ...run, runOnly: [id] }));
        if (!again || again.violations.length > 0) told.push(`${id}: ${html}`);
      }
    return told;
  }, options);
}
