export type Tag =
  | 'a'
  | 'bdi'
  | 'button'
  | 'details'
  | 'div'
  | 'fieldset'
  | 'h2'
  | 'header'
  | 'img'
  | 'input'
  | 'label'
  | 'legend'
  | 'li'
  | 'p'
  | 'path'
  | 'section'
  | 'span'
  | 'summary'
  | 'svg'
  | 'ul';

type Attribute =
  | 'alt'
  | 'aria-busy'
  | 'aria-disabled'
  | 'aria-hidden'
  | 'aria-label'
  | 'class'
  | 'd'
  | 'decoding'
  | 'dir'
  | 'disabled'
  | 'hidden'
  | 'href'
  | 'lang'
  | 'loading'
  | 'name'
  | 'open'
  | 'part'
  | 'readonly'
  | 'referrerpolicy'
  | 'rel'
  | 'role'
  | 'src'
  | 'tabindex'
  | 'type'
  | 'value'
  | 'viewBox';

export type Properties = Readonly<Partial<Record<Attribute, string | boolean | undefined>>> & {
  /** Which of the radios within is chosen, by its place; -1 for none. */
  readonly chosen?: number;
  readonly onchange?: (event: { readonly target: unknown }) => void;
  readonly onclick?: () => void;
  readonly onerror?: (event: { readonly target: unknown }) => void;
  readonly onfocus?: (event: { readonly target: unknown }) => void;
  readonly onkeydown?: (event: { readonly key: string; readonly repeat: boolean }) => void;
  readonly ontoggle?: (event: { readonly target: unknown }) => void;
};

/** What an element shall be. Plain data: tags and attributes are closed lists and strings become text, so markup has no way in. */
export type Description = {
  readonly tag: Tag;
  readonly properties: Properties;
  readonly children: readonly (Description | string)[];
  /** Tells the parts of a list apart, so that each keeps its element. Default: its place. */
  readonly key?: string;
};
