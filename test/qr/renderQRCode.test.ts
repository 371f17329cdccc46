import jsQR from 'jsqr';
import { create } from 'qrcode';
import { afterEach, describe, expect, it } from 'vitest';
import { PaymentError } from '../../src/errors.js';
import { encodeQRCode } from '../../src/qr/encodeQRCode.js';
import { renderQRCode } from '../../src/qr/renderQRCode.js';

const LINK =
  'https://checkout.example/checkout/pay/0e1f7a52-58a4-4f2d-9f5d-1f5d3c2b1a00/V1StGXR8_Z5jdHi6B-myT3K2q9';

afterEach(() => document.body.replaceChildren());

/** Reads the path back: the rectangles it draws, module by module, in the view box's own coordinates. */
function readModules(svg: Element): { across: number; start: number; dark: Set<string> } {
  const [start, , across] = svg.getAttribute('viewBox')!.split(' ').map(Number) as [number, number, number];
  const path = svg.querySelector('path')!.getAttribute('d')!;
  const dark = new Set<string>();
  const leftover = path.replace(
    /M(\d+) (\d+)h(\d+)v1h-(\d+)z/g,
    (_, x: string, y: string, length: string, back: string) => {
      expect(back).toBe(length);
      for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step} ${y}`);
      return '';
    },
  );
  expect(leftover).toBe('');
  return { across, start, dark };
}

/** What a camera would make of the drawing, four pixels a module. */
function scan(svg: Element): string | undefined {
  const { across, start, dark } = readModules(svg);
  const scale = 4;
  const side = across * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (dark.has(`${Math.floor(x / scale) + start} ${Math.floor(y / scale) + start}`))
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return (jsQR as unknown as typeof jsQR.default)(pixels, side, side)?.data;
}

function draw(
  ...[link = LINK, options]: [(string | URL)?, { label?: string; size?: number }?]
): SVGSVGElement {
  renderQRCode(document.body, link, options);
  return document.body.querySelector('svg')!;
}

describe('renderQRCode', () => {
  it.each([
    ['https', LINK],
    ['a URL object', new URL(LINK)],
    ['a long link', `${LINK}#${'a'.repeat(1_000)}`],
    ['letters beyond ASCII', 'https://butik.example/kø?navn=Åse'],
    ['a private address', 'http://192.168.1.20:4171/checkout/pay/1/2'],
    ['loopback', 'http://localhost:4171/checkout/pay/1/2'],
  ])('is scanned back as the link: %s', (_, link) => {
    expect(scan(draw(link))).toBe(new URL(link).href);
  });

  it('draws every module of the code, with error correction M, and no other', () => {
    const { modules } = create(LINK, { errorCorrectionLevel: 'M' });
    const expected = Array.from({ length: modules.size ** 2 }, (_, index) => {
      const [row, column] = [Math.floor(index / modules.size), index % modules.size];
      return modules.get(row, column) ? `${column} ${row}` : '';
    }).filter(Boolean);
    const { across, start, dark } = readModules(draw());
    expect([...dark].sort()).toEqual(expected.sort());
    expect({ across, start }).toEqual({ across: modules.size + 8, start: -4 });
  });

  it('is dark on light, whatever the page is', () => {
    const svg = draw();
    const { across } = readModules(svg);
    const ground = svg.querySelector('rect')!;
    expect(ground.getAttribute('fill')).toBe('#fff');
    expect(svg.firstElementChild).toBe(ground);
    expect(['x', 'y', 'width', 'height'].map((name) => Number(ground.getAttribute(name)))).toEqual([
      -4,
      -4,
      across,
      across,
    ]);
    expect(svg.querySelector('path')!.getAttribute('fill')).toBe('#000');
    expect(svg.querySelectorAll('path')).toHaveLength(1);
  });

  it('is an image with a name, in the size asked for', () => {
    const plain = draw();
    expect(plain.getAttribute('role')).toBe('img');
    expect(plain.getAttribute('aria-label')).toBe('QR code of the payment link');
    expect(plain.getAttribute('width')).toBe('240');
    plain.remove();
    const asked = draw(LINK, { label: 'Betal <b>her</b>', size: 96 });
    expect(asked.getAttribute('aria-label')).toBe('Betal <b>her</b>');
    expect([asked.getAttribute('width'), asked.getAttribute('height')]).toEqual(['96', '96']);
    expect(asked.style.maxWidth).toBe('100%');
  });

  it('leaves what stands in the container, and takes only itself away', () => {
    document.body.append('Scan to pay');
    const remove = renderQRCode(document.body, LINK);
    const other = renderQRCode(document.body, LINK);
    remove();
    remove();
    expect(document.body.querySelectorAll('svg')).toHaveLength(1);
    other();
    expect(document.body.childNodes).toHaveLength(1);
    expect(document.body.textContent).toBe('Scan to pay');
  });

  it.each([
    'http://checkout.example/checkout/pay/1/2',
    'javascript:alert(1)',
    'data:text/html,1',
    '//checkout.example/1',
    '/checkout/pay/1/2',
    'https://user:secret@checkout.example/',
    `https://checkout.example/${'a'.repeat(2_048)}`,
    '',
    undefined as unknown as string,
  ])('refuses a link that nobody should open: %s', (link) => {
    const refused = (() => {
      try {
        return renderQRCode(document.body, link);
      } catch (error) {
        return error as PaymentError;
      }
    })();
    expect(refused).toBeInstanceOf(PaymentError);
    expect(refused).toMatchObject({ code: 'options_invalid' });
    expect(JSON.stringify(refused)).not.toContain('checkout.example');
    expect(document.body.childNodes).toHaveLength(0);
  });

  it.each([0, -1, NaN, Infinity, '12px' as unknown as number])('refuses a size of %s', (size) => {
    expect(() => draw(LINK, { size })).toThrow(/"size"/);
    expect(document.body.childNodes).toHaveLength(0);
  });

  it('says so where there is no container', () => {
    const missing = document.querySelector('#nowhere') as unknown as Element;
    expect(() => renderQRCode(missing, LINK)).toThrow(
      expect.objectContaining({ code: 'container_not_found' }),
    );
  });
});

describe('encodeQRCode', () => {
  it('gives what renderQRCode draws', () => {
    const svg = draw();
    expect(encodeQRCode(LINK)).toEqual({
      viewBox: svg.getAttribute('viewBox'),
      path: svg.querySelector('path')!.getAttribute('d'),
    });
  });

  it('refuses a link that nobody should open', () => {
    expect(() => encodeQRCode('javascript:alert(1)')).toThrow(
      expect.objectContaining({ code: 'options_invalid' }),
    );
  });
});
