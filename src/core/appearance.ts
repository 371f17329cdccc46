/** How the picker looks. Colours and measures are custom properties, so a merchant's stylesheet can set them as well. */
export type Appearance = {
  /** @default 'auto', which follows the payer's system */
  theme?: 'auto' | 'light' | 'dark';
  /** @default 'plain' */
  preset?: 'plain' | 'rounded' | 'compact';
  /** Custom properties of the picker, e.g. `{ '--altapay-color-accent': '#0a5' }`. */
  variables?: Readonly<Record<`--altapay-${string}`, string>>;
};
