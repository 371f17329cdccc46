import { PNG } from 'pngjs';
import { readQRCode } from './readQRCode.js';

const PIXELS_A_MODULE = 4;
const ESCAPES = /\u001b\[(\d+)m|([^\u001b])/gu;

/**
 * Reads a QR code that is drawn in a terminal with half blocks, by the colours that a terminal gives them.
 *
 * @param drawing - The lines, escape sequences included.
 * @returns The text in the code.
 * @throws Error when no code is seen.
 */
export function readTerminalQRCode(drawing: string): string {
  const rows = drawing.split('\n').flatMap(toRows);
  const columns = Math.max(...rows.map(({ length }) => length));
  const image = new PNG({ width: columns * PIXELS_A_MODULE, height: rows.length * PIXELS_A_MODULE });
  image.data.fill(255);
  rows.forEach((row, y) => row.forEach((isDark, x) => isDark && paint(image, x, y)));
  return readQRCode(PNG.sync.write(image));
}

/** One line of characters is two rows of modules: `true` is dark. */
function toRows(line: string): [top: boolean[], bottom: boolean[]] {
  const top: boolean[] = [];
  const bottom: boolean[] = [];
  let ink = false;
  let paper = false;
  for (const [, code, character] of line.matchAll(ESCAPES)) {
    if (code === undefined) {
      top.push(character === '▀' || character === '█' ? ink : paper);
      bottom.push(character === '▄' || character === '█' ? ink : paper);
    } else if (code === '0') ink = paper = false;
    else if (code.startsWith('3')) ink = code === '30';
    else paper = code === '40';
  }
  return [top, bottom];
}

function paint(image: PNG, column: number, row: number): void {
  for (let y = row * PIXELS_A_MODULE; y < (row + 1) * PIXELS_A_MODULE; y += 1) {
    const start = (y * image.width + column * PIXELS_A_MODULE) * 4;
    for (let pixel = 0; pixel < PIXELS_A_MODULE; pixel += 1)
      image.data.fill(0, start + pixel * 4, start + pixel * 4 + 3);
  }
}
