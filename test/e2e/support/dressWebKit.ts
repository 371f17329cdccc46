import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeviceOptions } from './deviceOptions.js';

/** Lets the browser's own tool bar be as narrow as a page has to be. */
const NARROW = 'toolbar, toolbar *, box, box * { min-width: 0; margin: 0; padding: 0 }';

/**
 * Sets what the next browser is to find on its device.
 *
 * @param configuration - The folder that its driver names `XDG_CONFIG_HOME`.
 * @returns Its arguments.
 */
export async function dressWebKit(
  configuration: string,
  { colorScheme, reducedMotion, forcedColors, userAgent }: DeviceOptions,
): Promise<string[]> {
  if (forcedColors) throw new Error('WebKit knows no forced colours.');
  const folder = join(configuration, 'gtk-3.0');
  const settings = ['[Settings]'];
  // The browser itself has a say in `gtk-application-prefer-dark-theme`.
  if (colorScheme) settings.push('gtk-theme-name=Adwaita-dark');
  if (reducedMotion) settings.push('gtk-enable-animations=0');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'gtk.css'), NARROW);
  await writeFile(join(folder, 'settings.ini'), settings.join('\n'));
  return userAgent ? [`--user-agent=${userAgent}`] : [];
}
