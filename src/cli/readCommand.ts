import { parseArgs } from 'node:util';

export type Command =
  | { readonly kind: 'sandbox'; readonly host: string; readonly port: number }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string };

export const help = `altapay-js sandbox [--port 4171] [--host 127.0.0.1]

Starts a sandbox Checkout. No money moves. Its status page, at the address it prints, shows sessions,
links, payments, callbacks and requests, and lets you make links, switch faults, end links, answer
payments and move the clock.

  --port  where to listen; 0 takes a free one (default 4171)
  --host  on which address (default 127.0.0.1: this machine alone). With 0.0.0.0 everybody in your
          network can open it, pay in it and press its switches
  --help  this text

API:          http://127.0.0.1:4171/checkout/v1/api
Credentials:  sandbox / sandbox
Signatures:   sandboxCallbackSecret of 'altapay-js/sandbox', or SANDBOX_CALLBACK_SECRET
`;

/** Reads what stands behind `altapay-js` on the command line. */
export function readCommand(words: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) return { kind: 'help', text: help };
    const [name = '', ...more] = positionals;
    if (name !== 'sandbox' || more.length > 0) return wrong(`There is no "${positionals.join(' ')}".`);
    const { port = '4171', host = '127.0.0.1' } = values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      return wrong(`--port is "${port}": it must be a whole number from 0 to 65535.`);
    return { kind: 'sandbox', host, port: Number(port) };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'That cannot be read.');
  }
}

function wrong(text: string): Command {
  return { kind: 'wrong', text: `${text}\n\n${help}` };
}
