import { createElement, useEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { mountPayment, type MountOptions } from '../mount/mountPayment.js';

/** Every option of `initFromQR` but `container` and `signal`, which are the component's own; and looks of its element. */
export type AltaPaymentProps = { readonly [Name in keyof MountOptions]?: MountOptions[Name] | undefined } & {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
};

/**
 * Opens the payment link in the page's address, and draws the picker into an element of its own. The session begins when
 * the component is mounted and ends when it is unmounted; StrictMode's second mount does not open the link again.
 *
 * @param props - Options as they are when the session begins; of callbacks the newest are called. For a session with other
 *   options give another `key`. `apiUrl` is required here or by `configure`.
 * @throws PaymentError `options_invalid` while rendering, for an error boundary to catch. Whatever goes wrong with the
 *   payment is shown by the picker, and told to `onFailure`.
 * @example
 * ```tsx
 * import { AltaPayment } from 'altapay-js/react';
 *
 * <AltaPayment
 *   apiUrl="https://testgateway.altapaysecure.com/checkout/v1/api"
 *   onFailure={(error) => console.warn(error.code)}
 * />
 * ```
 */
export function AltaPayment(props: AltaPaymentProps): ReactElement {
  const { id, className, style } = props;
  const element = useRef<HTMLDivElement>(null);
  const newest = useRef(props);
  const [mistake, setMistake] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    newest.current = props;
  });
  useEffect(() => {
    const { current: container } = element;
    const read = () => toOptions(newest.current);
    return container ? mountPayment(container, read, (error) => setMistake({ error })) : undefined;
  }, []);
  if (mistake) throw mistake.error;
  return createElement('div', { ref: element, id, className, style });
}

function toOptions({
  id: _,
  className: __,
  style: ___,
  ...options
}: AltaPaymentProps): Partial<MountOptions> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
