import { PNG } from 'pngjs';

/**
 * Makes an image smaller, each point the mean of those it stands for, as a camera sees from further away.
 *
 * @param image - A PNG.
 * @param times - How many times smaller, in each direction.
 * @returns A PNG.
 */
export function shrink(image: Uint8Array, times: number): Uint8Array {
  const large = PNG.sync.read(Buffer.from(image));
  const small = new PNG({
    width: Math.floor(large.width / times),
    height: Math.floor(large.height / times),
  });
  for (let index = 0; index < small.data.length; index++) {
    const point = Math.floor(index / 4);
    const [x, y] = [(point % small.width) * times, Math.floor(point / small.width) * times];
    let sum = 0;
    for (let row = 0; row < times; row++)
      for (let column = 0; column < times; column++)
        sum += large.data[((y + row) * large.width + x + column) * 4 + (index % 4)]!;
    small.data[index] = sum / times ** 2;
  }
  return PNG.sync.write(small);
}
