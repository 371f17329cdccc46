/**
 * What one rate did.
 *
 * @typedef {{ rate: number, p99: number, kept: boolean }} Step
 */

/**
 * Finds the highest rate that is kept: doubles it until one is not, and then halves the gap.
 *
 * @param {object} search
 * @param {number} search.start - Requests a second.
 * @param {number} search.most - Steps at most, so that it ends.
 * @param {(rate: number) => Promise<Step>} search.tryRate
 * @returns {Promise<{ best: Step | undefined, failed: Step | undefined, steps: Step[] }>} `failed`: the lowest that was not kept.
 */
export async function findLimit({ start, most, tryRate }) {
  /** @type {Step[]} */
  const steps = [];
  /** @type {Step | undefined} */
  let best;
  /** @type {Step | undefined} */
  let failed;
  let rate = start;
  while (steps.length < most) {
    const step = await tryRate(rate);
    steps.push(step);
    if (step.kept) best = step;
    else failed = step;
    if (failed === undefined) rate *= 2;
    else rate = Math.round((failed.rate + (best?.rate ?? 0)) / 2);
    // Closer than a tenth, or than ten a second, is closer than two runs are to each other.
    if (failed && failed.rate - (best?.rate ?? 0) <= Math.max(10, failed.rate / 10)) break;
  }
  return { best, failed, steps };
}
