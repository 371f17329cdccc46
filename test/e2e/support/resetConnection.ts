import { markConnectionFault } from '../../../src/sandbox/connectionFault.js';

/** An answer that `startServer` does not give: it resets the connection. */
export function resetConnection(): Response {
  const response = new Response();
  markConnectionFault(response, { match: 'GET /', kind: 'reset' });
  return response;
}
