import type { Order } from '../../../examples/shop/orders.mjs';
import type { RunningShop } from './startShop.js';

/**
 * Replaces an order's amount as the merchant's server does, by `PUT /session/{sessionId}`.
 *
 * @param value - In kroner.
 * @returns The answer's status: 200, unless a fault meets it.
 */
export async function changeOrder(
  { sandbox, apiUrl }: RunningShop,
  order: Order,
  value: number,
): Promise<number> {
  const authorization = `Basic ${btoa('sandbox:sandbox')}`;
  const ask = (path: string, init: RequestInit): Promise<Response> =>
    sandbox.fetch(new Request(`${apiUrl}${path}`, init));
  const signedIn = await ask('/authenticate', { method: 'POST', headers: { authorization } });
  const { token } = (await signedIn.json()) as { token: string };
  const { status } = await ask(`/session/${order.sessionId ?? ''}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ order: { orderId: order.id, amount: { value, currency: 'DKK' } } }),
  });
  return status;
}
