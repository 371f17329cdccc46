import { afterEach, describe, expect, it } from 'vitest';
import { hasKeptAttempt } from '../../src/browser/hasKeptAttempt.js';
import { keepAttempt, readKeptAttempt } from '../../src/browser/keepAttempt.js';

const attempt = { sessionId: 's-1', methodId: 'card', idempotencyKey: 'k-1' };
const come = (state: unknown): void => history.replaceState(state, '');
afterEach(() => come(null));

describe('an attempt at a payment', () => {
  it('is kept beside what the page keeps, and leaves nothing when it is over', () => {
    come({ route: 7 });
    keepAttempt(attempt);
    expect(history.state).toMatchObject({ route: 7 });
    expect(readKeptAttempt()).toEqual(attempt);
    expect(hasKeptAttempt()).toBe(true);
    keepAttempt();
    expect(history.state).toEqual({ route: 7 });
    expect(hasKeptAttempt()).toBe(false);
  });

  it('leaves a page that keeps nothing with nothing', () => {
    keepAttempt(attempt);
    keepAttempt();
    expect(history.state).toBeNull();
  });

  it.each([
    ['a text', 'route'],
    ['a number', 7],
    ['a list', [7]],
  ])('is not kept where the state is %s: that is a router’s own', (_, state) => {
    come(state);
    keepAttempt(attempt);
    expect(history.state).toEqual(state);
    expect([readKeptAttempt(), hasKeptAttempt()]).toEqual([undefined, false]);
  });

  it.each([
    ['a text', 'k-1'],
    ['no key', { sessionId: 's-1', methodId: 'card' }],
    ['a key that is no id', { ...attempt, idempotencyKey: 'a\nb' }],
    ['a list of methods', { ...attempt, methodId: ['card'] }],
  ])('is not read from %s', (_, kept) => {
    come({ altapayAttempt: kept });
    expect(readKeptAttempt()).toBeUndefined();
  });
});
