import type { MiddlewareHandler } from 'hono';
import { driftJson } from './driftJson.js';
import type { Fault } from './fault.js';
import { Problem } from './problem.js';

/** What a request brings along: the fault that it meets. */
export type FaultEnv = { Bindings: { fault?: Fault | undefined } };

type Replacing = Extract<Fault, { kind: 'status' | 'html' | 'empty' | 'redirect' | 'huge' | 'noHeaders' }>;

const MEBIBYTE = 2 ** 20;

/**
 * Answers a request as its fault wants, or lets it through.
 *
 * @param withCors - The headers that a page on another origin needs. They stand around the answers of a fault as well: a
 *   status that a script may not read is another fault, `corsOff`.
 */
export function applyFault(withCors: MiddlewareHandler): MiddlewareHandler<FaultEnv> {
  return async (c, next) => {
    const { fault } = c.env;
    if (!fault) return withCors(c, next);
    if (fault.kind === 'corsOff') return next();
    // A preflight is answered by the CORS headers alone; refused, it has none.
    if (c.req.method === 'OPTIONS' && isReplacing(fault)) return toAnswer(fault);
    return withCors(c, async () => {
      if (!isReplacing(fault)) {
        if (!neverArrives(fault)) await next();
        c.res = await toSpoiled(fault, c.res);
        return;
      }
      if (fault.handled) await next();
      c.res = toAnswer(fault);
      if (fault.kind === 'status' && fault.expose === false)
        c.res.headers.delete('Access-Control-Expose-Headers');
    });
  };
}

function isReplacing(fault: Fault): fault is Replacing {
  return /^(status|html|empty|redirect|huge|noHeaders)$/.test(fault.kind);
}

/** The connection dies before Checkout has read what is asked. */
function neverArrives({ kind }: Fault): boolean {
  return kind === 'reset' || kind === 'refuse';
}

function toAnswer(fault: Replacing): Response {
  switch (fault.kind) {
    case 'status': {
      const { status, code = 'FAULT', retryAfter } = fault;
      const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
      return new Problem(status, code, 'A fault of the sandbox.', { headers }).toResponse();
    }
    case 'html':
      return html('<!doctype html><title>Sign in</title><h1>Welcome to our Wi-Fi</h1>');
    case 'empty':
      return new Response(null, { status: fault.status ?? 200 });
    case 'redirect':
      return new Response(null, { status: fault.status, headers: { Location: fault.url } });
    case 'huge':
      return new Response(spaces(fault.mebibytes ?? 50), { headers: { 'Content-Type': 'application/json' } });
    case 'noHeaders':
      return new Problem(504, 'FAULT', 'This request is never answered.').toResponse();
  }
}

async function toSpoiled(fault: Exclude<Fault, Replacing>, answer: Response): Promise<Response> {
  const { status, headers } = answer;
  const text = neverArrives(fault) ? '' : await answer.text();
  switch (fault.kind) {
    case 'truncate':
      return new Response(text.slice(0, text.length / 2), { status, headers });
    case 'bom':
      return new Response(`\uFEFF${text}`, {
        status,
        headers: { 'Content-Type': 'application/problem+json' },
      });
    case 'drift':
      return new Response(driftJson(text, fault), { status, headers });
    case 'reset':
    case 'refuse':
      return new Problem(502, 'FAULT', 'This connection breaks.').toResponse();
    default:
      return new Response(text, { status, headers });
  }
}

function html(text: string): Response {
  return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

// White space is JSON until the end that never comes; made as it is read, so that it weighs nothing here.
function spaces(mebibytes: number): ReadableStream {
  let left = mebibytes;
  const part = new Uint8Array(MEBIBYTE).fill(32);
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(part);
      else controller.close();
    },
  });
}
