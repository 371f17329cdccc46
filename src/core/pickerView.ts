import type { Description } from './description.js';
import type { SessionStateName } from './sessionState.js';

/** A text with the parts that came from the API set apart, so that they are drawn in `<bdi>`. */
export type RichText = readonly (string | { readonly isolate: string })[];

/** What the picker's buttons ask for; the shell decides what comes of it. */
export type PickerAction = 'reload' | 'retryPayment' | 'refresh' | 'continue';

export type OrderLineView = {
  readonly description: string;
  /** `2 ×`; absent for one. */
  readonly quantity?: string | undefined;
  /** Absent where the lines do not add up to the amount. */
  readonly total?: string | undefined;
};

export type OrderView = {
  /** `Order 1234` */
  readonly number: RichText;
  readonly linesHeading: string;
  /** `3 items`, the folded list's summary. */
  readonly linesCount: string;
  readonly lines: readonly OrderLineView[];
  readonly totalLabel: string;
  /** The same string that the pay button carries. */
  readonly total: string;
};

export type MethodView = {
  readonly id: string;
  /** Never empty. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly logoUrl?: URL | undefined;
};

export type MethodsView = {
  readonly legend: string;
  readonly options: readonly MethodView[];
  readonly selectedId?: string | undefined;
  /** No choice can be made now: a payment is starting. */
  readonly locked: boolean;
};

export type PayButtonView = {
  readonly label: RichText;
  readonly disabled: boolean;
  /** A payment is starting: the button shows it and takes no further press. */
  readonly busy: boolean;
};

export type NoticeView = {
  /** `screen` replaces the methods and takes the focus to its heading; `inline` stands between methods and button. */
  readonly placement: 'screen' | 'inline';
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly heading: RichText;
  readonly text: RichText;
  /** A button, or a link where `url` is given. */
  readonly action?:
    | {
        readonly kind: PickerAction;
        readonly label: RichText;
        readonly url?: URL | undefined;
        /** Not yet: it stays in reach, and takes no press. */
        readonly disabled?: boolean | undefined;
      }
    | undefined;
  /** Beside an action that is a link: a button that asks again. */
  readonly refresh?: { readonly kind: 'refresh'; readonly label: RichText } | undefined;
  /** Something is still going on: a spinner stands in place of the icon. */
  readonly busy: boolean;
};

/** Everything the picker draws, as plain data: no DOM, no decisions left. */
export type PickerView = {
  readonly screen: SessionStateName;
  /** Language of the texts, and its direction. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Accessible name of the whole region. */
  readonly label: string;
  /** A skeleton is drawn in place of what is not known yet. */
  readonly loading: boolean;
  readonly payTo: string;
  readonly merchant?: { readonly name: string; readonly logoUrl?: URL | undefined } | undefined;
  readonly order?: OrderView | undefined;
  readonly methods?: MethodsView | undefined;
  readonly payButton?: PayButtonView | undefined;
  readonly notice?: NoticeView | undefined;
  /** `Time left: 4 minutes`, or until a button may be pressed again `27 seconds`; drawn quietly, never announced each time. */
  readonly timeLeft?: string | undefined;
  /** What stands beside the order and the choice; described by the part that is loaded later. */
  readonly further?: readonly Description[] | undefined;
  /** Said once when it changes. */
  readonly announcement?: { readonly text: string; readonly assertive: boolean } | undefined;
};
