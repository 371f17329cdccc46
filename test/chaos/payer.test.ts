import { describe, expect, it } from 'vitest';
import { commandsOf } from './commands.js';
import { createPayerWorld } from './createPayerWorld.js';
import { expectSeedToHold, runCommands } from './runCommands.js';

const FIRST = Number(process.env.CHAOS_SEED ?? 1);
const SEEDS = Number(process.env.CHAOS_SEEDS ?? 100);
const STEPS = Number(process.env.CHAOS_STEPS ?? 200);
/** Seeds a test takes together. */
const BATCH = 10;

describe('whatever payer, network and browser do', () => {
  const batches = Array.from({ length: Math.ceil(SEEDS / BATCH) }, (_, index) => FIRST + index * BATCH);
  it.each(batches)('nothing is lost and nothing paid twice: seeds from %d', async (first) => {
    for (let seed = first; seed < Math.min(first + BATCH, FIRST + SEEDS); seed++)
      await expectSeedToHold(createPayerWorld, seed, STEPS);
  });

  it('the same seed is the same run', async () => {
    const commands = commandsOf(FIRST, STEPS);
    const tell = async (): Promise<readonly string[]> =>
      (await runCommands(createPayerWorld, FIRST, commands)).facts?.told.flat() ?? [];
    const told = await tell();
    expect(told.length).toBeGreaterThan(20);
    expect(await tell()).toEqual(told);
  });
});
