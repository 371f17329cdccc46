import { expect } from 'vitest';
import type { EnginePage } from './enginePage.js';

/** Waits until the methods' logos have come: they are asked for only once they are near the screen, after the picker stands. */
export async function waitForLogos(page: EnginePage): Promise<void> {
  const logos = page.locator('[part=picker] .logo img');
  await logos.first().waitFor();
  await expect
    .poll(() =>
      logos.first().evaluate((logo) => {
        const images = (logo.getRootNode() as ShadowRoot).querySelectorAll('img');
        return [...images].every(({ complete }) => complete);
      }),
    )
    .toBe(true);
}
