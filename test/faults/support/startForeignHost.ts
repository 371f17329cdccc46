import { onTestFinished } from 'vitest';
import { startServer } from '../../e2e/support/startServer.js';

/** A host that is neither the shop nor Checkout; a test shows that it was never asked. */
export async function startForeignHost(): Promise<{
  readonly origin: string;
  readonly asked: readonly string[];
}> {
  const asked: string[] = [];
  const { origin, close } = await startServer(({ url }) => {
    asked.push(url);
    return new Response('{}', { headers: { 'access-control-allow-origin': '*' } });
  });
  onTestFinished(close);
  return { origin, asked };
}
