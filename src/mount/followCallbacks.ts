import type { InitFromQROptions, MethodHandler } from '../index.js';

type Callback = (...args: never[]) => unknown;

/**
 * Options whose functions are looked up when they are called: a session that has begun calls those of the newest render,
 * not those it began with, and none that has been taken back. What is no function stays as it was when the session began.
 *
 * @param read - The options as they are now. A function that is not there when the session begins is not called later, so
 *   that one set by `configure` keeps its place.
 */
export function followCallbacks(read: () => Partial<InitFromQROptions>): Partial<InitFromQROptions> {
  const given: Record<string, unknown> = read();
  const first = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const functions = Object.entries(first).filter(
    (entry): entry is [string, Callback] => typeof entry[1] === 'function',
  );
  const followed = functions.map(([name, before]) => {
    const now = (): Callback | undefined => read()[name as keyof InitFromQROptions] as Callback | undefined;
    // What tells the page something may be taken back; what works for the session has to be there until its end.
    const called = /^on[A-Z]/.test(name) ? now : () => now() ?? before;
    return [name, (...args: never[]) => called()?.(...args)];
  });
  const { methodHandlers } = first as Partial<InitFromQROptions>;
  return {
    ...first,
    ...(Object.fromEntries(followed) as Partial<InitFromQROptions>),
    ...(methodHandlers && { methodHandlers: followHandlers(read, methodHandlers) }),
  };
}

type Handlers = NonNullable<InitFromQROptions['methodHandlers']>;

function followHandlers(read: () => Partial<InitFromQROptions>, first: Handlers): Handlers {
  const followed = Object.entries(first).map(([type, handler]): [string, MethodHandler] => {
    const now = (): MethodHandler => read().methodHandlers?.[type] ?? handler;
    return [
      type,
      {
        ...handler,
        start: (context) => now().start(context),
        canShow: (method) => now().canShow?.(method) ?? true,
      },
    ];
  });
  return Object.fromEntries(followed);
}
