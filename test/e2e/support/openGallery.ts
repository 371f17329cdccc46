import { readFile } from 'node:fs/promises';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js';
import { galleryAddress, type GalleryEntry } from '../../../src/sandbox/galleryEntries.js';
import type { EnginePage } from './enginePage.js';
import { startServer, type RunningServer } from './startServer.js';
import type { ShopSetting } from './startShop.js';

/**
 * Serves the gallery, and every screen it shows, with the SDK as it is built.
 *
 * @param setting - `around`: stands around the server, e.g. to watch its pages.
 */
export async function serveGallery({
  around = (_, answer) => answer(),
}: Pick<ShopSetting, 'around'> = {}): Promise<RunningServer & { readonly sandbox: Sandbox }> {
  const sandbox = createSandbox({
    controls: true,
    merchant: { name: 'Havn Coffee' },
    readAsset: (name) => readFile(`dist/${name}`).catch(() => undefined),
  });
  return {
    sandbox,
    ...(await startServer((request) => around(request, async () => sandbox.fetch(request)))),
  };
}

/**
 * Opens a document of the gallery.
 *
 * @returns Shows an entry in that document, and is done when it stands; a document for each takes three times as long.
 */
export async function openGallery(
  page: Pick<EnginePage, 'goto' | 'evaluate'>,
  origin: string,
): Promise<(entry: GalleryEntry) => Promise<void>> {
  await page.goto(`${origin}/__sandbox/screens/ready`);
  return async (entry) => {
    await page.evaluate(
      (address) =>
        (globalThis as unknown as { showScreen(address: string): Promise<void> }).showScreen(address),
      galleryAddress(entry),
    );
  };
}
