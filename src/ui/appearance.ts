/** How the picker looks. Everything has a default; nothing here changes what it says or does. */
export type Appearance = {
  /** `auto` follows the payer's device. Default: `auto`. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Corners and spacing. Default: `plain`. */
  readonly preset?: 'plain' | 'rounded' | 'compact';
  /**
   * Custom properties set on the picker's host element, such as `{ '--altapay-color-accent': '#7a1fa2' }`. The same
   * names also work from the page's own style sheet. Colours given here hold in light and dark, so give a pair that
   * keeps its contrast (WCAG 2.2 SC 1.4.3) or fix the `theme`.
   */
  readonly variables?: Readonly<Record<`--altapay-${string}`, string>>;
};
