import { expect } from 'vitest';
import { commandsOf, type Command } from './commands.js';
import { expectInvariants, type Facts } from './expectInvariants.js';
import { shrinkCommands } from './shrinkCommands.js';

/** Something that commands are given to, and that can be looked at after each. */
export type World = {
  obey(command: Command): Promise<void>;
  facts(): Facts | Promise<Facts>;
  /** What is still there of sessions that have ended, by what it is. */
  leftovers(): Record<string, number> | Promise<Record<string, number>>;
  leave(): void | Promise<void>;
};

type CreateWorld = (seed: number) => Promise<World>;

/** What a run came to: the last that could be seen, and what broke an invariant. */
export type Run = { readonly error?: unknown; readonly facts: Facts | undefined };

/** Gives a new world its commands, and holds each step to the invariants. */
export async function runCommands(
  createWorld: CreateWorld,
  seed: number,
  commands: readonly Command[],
): Promise<Run> {
  const world = await createWorld(seed);
  let facts: Facts | undefined;
  try {
    for (const command of commands) {
      await world.obey(command);
      facts = await world.facts();
      expectInvariants(facts);
      if (command.do === 'destroy')
        for (const [what, count] of Object.entries(await world.leftovers()))
          expect(count, `${what} left over`).toBe(0);
    }
    return { facts };
  } catch (error) {
    return { error, facts };
  } finally {
    await world.leave();
  }
}

/**
 * Runs a seed's commands.
 *
 * @param tries - How many shorter sequences are run to find what a failure needs.
 * @throws Error with the shortest sequence that was found to fail as well.
 */
export async function expectSeedToHold(
  createWorld: CreateWorld,
  seed: number,
  steps: number,
  tries?: number,
): Promise<Run> {
  const commands = commandsOf(seed, steps);
  const run = await runCommands(createWorld, seed, commands);
  if (!run.error) return run;
  const smallest = await shrinkCommands(
    commands,
    async (some) => (await runCommands(createWorld, seed, some)).error !== undefined,
    tries,
  );
  const list = smallest.map((command) => JSON.stringify(command)).join('\n');
  throw new Error(
    `Seed ${seed} breaks an invariant. The commands it needs, for a regression test:\n${list}`,
    { cause: (await runCommands(createWorld, seed, smallest)).error ?? run.error },
  );
}
