/** One attempt at a request: its answer, if that is a success; otherwise throws what it means. */
export type Attempt = (request: Request, fetchOne?: typeof fetch) => Promise<Response>;
