import { readAttributes } from '../browser/readScriptTag.js';
import { mountPayment, type MountOptions } from '../mount/mountPayment.js';
import { elementOptions } from './elementOptions.js';

/** `<altapay-payment>`: its options are properties; those that are texts, lists or flags are attributes as well. */
export type AltaPayPaymentElement = HTMLElement & Partial<MountOptions>;

type Lifecycle = { connectedCallback(): void; disconnectedCallback(): void };

/** Makes the element's class, only when it is wanted: where there is no page there is no `HTMLElement` either. */
export function createElementClass(): new () => AltaPayPaymentElement & Lifecycle {
  class AltaPayPayment extends HTMLElement {
    readonly #given: Partial<Record<keyof MountOptions, unknown>> = {};
    #end: (() => void) | undefined;

    static {
      for (const name of elementOptions)
        Object.defineProperty(this.prototype, name, {
          configurable: true,
          enumerable: true,
          get(this: AltaPayPayment) {
            return this.#options()[name];
          },
          set(this: AltaPayPayment, value: unknown) {
            this.#given[name] = value;
          },
        });
    }

    connectedCallback(): void {
      // Moved within the page: the session goes on, and so does a payment that is under way.
      if (this.#end) return;
      this.#takeEarlyProperties();
      queueMicrotask(() => this.#endIfGone());
      this.#end = mountPayment(this, () => this.#options(), throwLater);
    }

    disconnectedCallback(): void {
      // What is only moved is connected again when the task is over.
      setTimeout(() => this.#endIfGone());
    }

    #endIfGone(): void {
      if (this.isConnected) return;
      this.#end?.();
      this.#end = undefined;
    }

    /** Where a browser can move an element without taking it out, there is nothing to do. */
    connectedMoveCallback(): void {}

    // Set before the element was defined, they hide the accessors of the class.
    #takeEarlyProperties(): void {
      for (const name of elementOptions) {
        const own = Object.getOwnPropertyDescriptor(this, name);
        if (!own) continue;
        Reflect.deleteProperty(this, name);
        this.#given[name] = own.value;
      }
    }

    #options(): Partial<MountOptions> {
      const { container: _, ...attributes } = readAttributes(camelCased(this));
      const given = Object.entries(this.#given).filter(([, value]) => value !== undefined);
      return { ...(attributes as Partial<MountOptions>), ...Object.fromEntries(given) };
    }
  }
  return AltaPayPayment;
}

function camelCased(element: Element): Record<string, string> {
  const entries = [...element.attributes].map(({ name, value }): [string, string] => [
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(entries);
}

// To the page, as an error that nobody has caught.
function throwLater(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
