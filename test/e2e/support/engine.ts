import { inject } from 'vitest';
import type { Engine } from './wantedEngines.mjs';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- added to vitest's own
  interface ProvidedContext {
    engine: Engine;
  }
}

/** The engine of the running project. */
export const engine: Engine = inject('engine');
