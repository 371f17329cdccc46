/** WebKit's driver never answers what it was asked of a page that was about to go, nor, on a busy machine, some other things. */
export class LostAnswer extends Error {}

/**
 * Waits for a driver's answer.
 *
 * @param longest - For how long, milliseconds.
 * @throws {LostAnswer} When none has come.
 */
export async function within<R>(longest: number, answer: Promise<R>): Promise<R> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LostAnswer(`No answer within ${longest} ms`)), longest);
  });
  return Promise.race([answer, lost]).finally(() => clearTimeout(timer));
}

/** Waits for an answer that the next look at the page can do without. */
export async function atMost(longest: number, answer: Promise<unknown>): Promise<void> {
  await within(longest, answer).catch((reason: unknown) => {
    if (!(reason instanceof LostAnswer)) throw reason;
  });
}
