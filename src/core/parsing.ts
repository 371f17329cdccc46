/** What the parsers of the API's answers need beside the answer. */
export type Parsing = {
  /** Whether logos may come by plain http from private addresses. */
  readonly allowPrivateHttp: boolean;
  /** Is told what was left out or is odd, in words for a developer. */
  readonly warn: (warning: string) => void;
};
