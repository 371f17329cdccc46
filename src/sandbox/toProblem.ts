import { HTTPException } from 'hono/http-exception';
import { Problem } from './problem.js';

/** What is answered where something was thrown. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException && error.status === 401) {
    const challenge = error.res?.headers.get('WWW-Authenticate') ?? 'Basic';
    return new Problem(401, 'CREDENTIALS_WRONG', 'This call wants the right user name and password.', {
      headers: { 'WWW-Authenticate': challenge },
    });
  }
  return new Problem(500, 'SANDBOX_FAILED', error instanceof Error ? error.message : 'The sandbox failed.');
}
