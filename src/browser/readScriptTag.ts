/** The options that fit an attribute, by the name of their `data-` attribute in camel case. */
const TEXTS = ['apiUrl', 'container', 'merchantName', 'locale', 'scrubUrl'] as const;
const LISTS = ['apiHosts', 'redirectHosts', 'appSchemes'] as const;
const FLAGS = ['idempotencyKey', 'payOnPhone', 'debug'] as const;
// A global function by its name, looked for when it is called: it may stand in a script further down.
const CALLBACKS =
  'onReady onMethodSelected onBeforePay onPaymentInitiated onFailure onWarning onStateChange'.split(' ');

/** Options as a script tag gives them; checked like any others. */
export type ScriptTagOptions = Partial<Record<(typeof TEXTS)[number], string>> &
  Partial<Record<(typeof LISTS)[number], readonly string[]>> &
  Partial<Record<(typeof FLAGS)[number], boolean>> & { appearance?: { theme?: string; preset?: string } };

/** Reads the `data-*` options of the SDK's own script tag: `data-api-url`, `data-container`, `data-theme`, … */
export function readScriptTag(tag: Element | null): ScriptTagOptions {
  return readAttributes((tag as HTMLElement | null)?.dataset ?? {});
}

/** The same from wherever they stand, by their names in camel case. */
export function readAttributes(data: Readonly<Partial<Record<string, string>>>): ScriptTagOptions {
  const { theme, preset } = data;
  const present = <Name extends string, Value>(names: readonly Name[], read: (text: string) => Value) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const text = data[name];
        return text === undefined ? [] : [[name, read(text)]];
      }),
    ) as Partial<Record<Name, Value>>;
  return {
    ...present(TEXTS, (text) => text),
    ...present(LISTS, (text) => text.split(/[\s,]+/).filter(Boolean)),
    ...present(FLAGS, (text) => text !== 'false'),
    ...present(
      CALLBACKS,
      (name) =>
        (...args: unknown[]) =>
          // One that is not there throws, so that a last word that is missing stops the payment.
          ((globalThis as Record<string, unknown>)[name] as (...args: unknown[]) => unknown)(...args),
    ),
    ...((theme ?? preset) && { appearance: { ...(theme && { theme }), ...(preset && { preset }) } }),
  };
}
