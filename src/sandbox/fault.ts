/** Which requests a fault takes. */
export type FaultMatch = {
  /** A method (or `*`) and a path below the API or from the root, where `*` stands for one segment, e.g. `GET /session/*`. */
  readonly match: `${string} /${string}`;
  /** How many requests it takes. Default 1. */
  readonly times?: number | 'always' | undefined;
};

/** A fault that answers in Checkout's place. */
export type AnswerFault = FaultMatch & {
  /** Checkout has done what was asked, before its answer is lost. Default `false`: something in front of it answers. */
  readonly handled?: boolean | undefined;
};

/**
 * A request that is to fail, and how, by `kind`:
 *
 * - `status`, `html`, `empty`, `redirect`, `huge`: another answer, in place of Checkout's.
 * - `truncate` cuts the JSON, `bom` puts a byte order mark before it, `drift` changes it at `path`, `corsOff` leaves out CORS.
 * - `noHeaders`, `drip`, `truncatedBody`, `reset`, `refuse`, `killAfterBody` break the connection: see `connectionFaultOf`.
 */
export type Fault =
  | (AnswerFault & {
      readonly kind: 'status';
      /** 200 to 599. */
      readonly status: number;
      /** The code of the problem it tells (RFC 9457), e.g. `SESSION_PAID`. */
      readonly code?: string | undefined;
      /** Seconds, or a date (RFC 9110). */
      readonly retryAfter?: string | number | undefined;
      /** `false` hides its headers from scripts. Default `true`. */
      readonly expose?: boolean | undefined;
    })
  | (AnswerFault & { readonly kind: 'html' | 'noHeaders' })
  | (AnswerFault & { readonly kind: 'empty'; readonly status?: number | undefined })
  | (AnswerFault & { readonly kind: 'redirect'; readonly status: number; readonly url: string })
  | (AnswerFault & { readonly kind: 'huge'; readonly mebibytes?: number | undefined })
  | (FaultMatch & {
      readonly kind: 'drift';
      /** Where in the JSON, e.g. `session.order.amount.value` or `paymentMethods.0.id`. */
      readonly path: string;
      readonly op: 'delete' | 'null' | 'retype' | 'duplicate' | 'set';
      /** What `set` puts there. */
      readonly value?: unknown;
    })
  | (FaultMatch & {
      readonly kind:
        'truncate' | 'bom' | 'corsOff' | 'drip' | 'truncatedBody' | 'reset' | 'refuse' | 'killAfterBody';
    });

/** A fault that is in force, and how many requests it still takes. */
export type ActiveFault = Fault & { readonly left: number | 'always' };
