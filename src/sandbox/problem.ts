/** One field of a request that was not acceptable; `field` is its path, e.g. `order.amount.value`. */
export type FieldError = { readonly field: string; readonly message: string };

type ProblemExtras = {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  422: 'Cannot be processed',
};

/** A refusal, thrown wherever it is found and answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }

  toResponse(): Response {
    const body = {
      type: `urn:altapay-sandbox:${this.code.toLowerCase().replaceAll('_', '-')}`,
      title: TITLES[this.status] ?? 'Error',
      status: this.status,
      detail: this.detail,
      code: this.code,
      ...(this.extras.errors && { errors: this.extras.errors }),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { ...this.extras.headers, 'Content-Type': 'application/problem+json' },
    });
  }
}
