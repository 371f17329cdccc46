/**
 * Leaves out of a failing sequence what it fails without.
 *
 * @param commands - A sequence that fails.
 * @param fails - Runs a sequence anew.
 * @param tries - How many sequences may be run. Default: 60.
 * @returns A sequence that fails as well, of which little can be left out.
 */
export async function shrinkCommands<T>(
  commands: readonly T[],
  fails: (commands: readonly T[]) => Promise<boolean>,
  tries = 60,
): Promise<readonly T[]> {
  let smallest = commands;
  for (let size = Math.ceil(smallest.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.length && tries > 0;) {
      const without = [...smallest.slice(0, at), ...smallest.slice(at + size)];
      tries--;
      if (await fails(without)) smallest = without;
      else at += size;
    }
  }
  return smallest;
}
