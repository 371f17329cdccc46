import { describe, expect, it } from 'vitest';
import { commandsOf, type Command } from './commands.js';
import { createPayerWorld } from './createPayerWorld.js';
import { expectInvariants } from './expectInvariants.js';
import { shrinkCommands } from './shrinkCommands.js';

const FIRST = Number(process.env.CHAOS_SEED ?? 1);
const SEEDS = Number(process.env.CHAOS_SEEDS ?? 10);
const STEPS = Number(process.env.CHAOS_STEPS ?? 200);
/** Seeds a test takes together. */
const BATCH = 10;

/** Runs commands and answers what went wrong, and what the sessions told; the same each time. */
async function run(
  seed: number,
  commands: readonly Command[],
): Promise<{ error?: unknown; told: readonly (readonly string[])[] }> {
  const world = await createPayerWorld(seed);
  try {
    for (const command of commands) {
      await world.obey(command);
      expectInvariants(world.facts());
      if (command.do === 'destroy')
        expect(world.leftovers()).toEqual({ timers: 0, listeners: 0, requests: 0, nodes: 0 });
    }
    return { told: world.facts().told };
  } catch (error) {
    return { error, told: world.facts().told };
  } finally {
    world.leave();
  }
}

async function expectSeedToHold(seed: number): Promise<void> {
  const commands = commandsOf(seed, STEPS);
  const { error } = await run(seed, commands);
  if (!error) return;
  const smallest = await shrinkCommands(
    commands,
    async (some) => (await run(seed, some)).error !== undefined,
  );
  const list = smallest.map((command) => JSON.stringify(command)).join('\n');
  throw new Error(
    `Seed ${seed} breaks an invariant. The commands it needs, for a regression test:\n${list}`,
    {
      cause: (await run(seed, smallest)).error ?? error,
    },
  );
}

describe('whatever payer, network and browser do', () => {
  const batches = Array.from({ length: Math.ceil(SEEDS / BATCH) }, (_, index) => FIRST + index * BATCH);
  it.each(batches)('nothing is lost and nothing paid twice: seeds from %d', async (first) => {
    for (let seed = first; seed < Math.min(first + BATCH, FIRST + SEEDS); seed++)
      await expectSeedToHold(seed);
  });

  it('the same seed is the same run', async () => {
    const commands = commandsOf(FIRST, STEPS);
    const { told } = await run(FIRST, commands);
    expect(told.flat().length).toBeGreaterThan(20);
    expect((await run(FIRST, commands)).told).toEqual(told);
  });
});
