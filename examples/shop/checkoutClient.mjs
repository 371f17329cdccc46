import { countries } from './catalogue.mjs';
import { lineTax } from './orders.mjs';

const TIMEOUT_MS = 10_000;
const VALIDITY_MINUTES = 14 * 24 * 60;
const ACTIVATION_MINUTES = 10;

/** Checkout could not be asked, or said no. `message` names the step and what was wrong. */
export class CheckoutError extends Error {
  /** @override */
  name = 'CheckoutError';
  /** @type {number | undefined} */
  status;

  /**
   * @param {string} message
   * @param {{ status?: number, cause?: unknown }} [details]
   */
  constructor(message, { status, cause } = {}) {
    super(message, { cause });
    this.status = status;
  }
}

/**
 * The merchant's side of the Checkout API: the three calls that make a payment link. Only ever used on a server, because
 * the credentials, and the token they buy, can change an order.
 *
 * @param {object} options
 * @param {string} options.apiUrl  For example `https://<gateway host>/checkout/v1/api`.
 * @param {{ username: string, password: string }} options.credentials
 * @param {string} options.shopUrl  Where Checkout and payers reach this shop.
 * @param {typeof fetch} [options.fetch]
 */
export function createCheckoutClient({ apiUrl, credentials, shopUrl, fetch = globalThis.fetch }) {
  /**
   * @param {string} step  Completes "Checkout could not …".
   * @param {string} path
   * @param {string} authorization
   * @param {unknown} [body]
   * @returns {Promise<Record<string, unknown>>}
   */
  async function post(step, path, authorization, body) {
    /** @type {RequestInit} */
    const init = {
      method: 'POST',
      headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    const response = await fetch(`${apiUrl}${path}`, init).catch((/** @type {unknown} */ cause) => {
      throw new CheckoutError(`Checkout could not ${step}: it does not answer`, { cause });
    });
    if (!response.ok) {
      throw new CheckoutError(`Checkout could not ${step}: ${await readProblem(response)}`, {
        status: response.status,
      });
    }
    return /** @type {Promise<Record<string, unknown>>} */ (response.json()).catch(
      (/** @type {unknown} */ cause) => {
        throw new CheckoutError(`Checkout could not ${step}: its answer is not JSON`, { cause });
      },
    );
  }

  async function authenticate() {
    const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
    const answer = await post('authenticate', '/authenticate', `Basic ${basic}`);
    return `Bearer ${requireText(answer, 'token')}`;
  }

  /**
   * @param {string} bearer
   * @param {import('./orders.mjs').Order} order
   */
  async function createSession(bearer, order) {
    return requireText(
      await post('make the session', '/session', bearer, toSession(order, shopUrl)),
      'sessionId',
    );
  }

  /**
   * @param {string} bearer
   * @param {string} sessionId
   * @param {string | undefined} url  The shop's payment page; without it Checkout shows its own.
   */
  async function createLink(bearer, sessionId, url) {
    const answer = await post(
      'make the payment link',
      `/session/${encodeURIComponent(sessionId)}/link`,
      bearer,
      {
        ...(url ? { url } : {}),
        validityTime: VALIDITY_MINUTES,
        activationTime: ACTIVATION_MINUTES,
      },
    );
    const image = requireText(answer, 'qrCode').replace(/^data:image\/png;base64,/, '');
    return { url: requireText(answer, 'paymentLink'), qrCode: new Uint8Array(Buffer.from(image, 'base64')) };
  }

  return {
    /**
     * Authenticate → session → link. An order keeps its one session whatever number of links it gets: Checkout finalises
     * a session once, so no two links can take the money twice.
     *
     * @param {import('./orders.mjs').Order} order
     * @param {{ ownPage: boolean }} options
     * @returns {Promise<{ sessionId: string, link: import('./orders.mjs').PaymentLink }>}
     */
    async requestPaymentLink(order, { ownPage }) {
      const bearer = await authenticate();
      const sessionId = order.sessionId ?? (await createSession(bearer, order));
      const page = ownPage ? `${shopUrl}/pay?lang=${order.language}` : undefined;
      return { sessionId, link: { ...(await createLink(bearer, sessionId, page)), ownPage } };
    },
  };
}

/**
 * @param {import('./orders.mjs').Order} order
 * @param {string} shopUrl
 */
function toSession(order, shopUrl) {
  const country = countries[order.currency];
  const [firstName = '', ...otherNames] = order.customerName.split(/\s+/);
  return {
    order: {
      orderId: order.id,
      amount: { value: toDecimal(order.total), currency: order.currency },
      orderLines: order.lines.map((line) => ({
        itemId: line.itemId,
        description: line.description,
        quantity: line.quantity,
        unitPrice: toDecimal(line.unitNet),
        taxAmount: toDecimal(lineTax(line)),
        goodsType: line.goodsType,
      })),
      customer: {
        ...(firstName ? { firstName, lastName: otherNames.join(' ') } : {}),
        ...(country ? { billingAddress: { country } } : {}),
      },
    },
    callbacks: {
      success: { type: 'URL', value: `${shopUrl}/callbacks/success` },
      failure: { type: 'URL', value: `${shopUrl}/callbacks/failure` },
      notification: `${shopUrl}/callbacks/notification`,
      bodyFormat: 'JSON',
    },
    configuration: { language: order.language },
  };
}

/** @param {number} minorUnits */
function toDecimal(minorUnits) {
  return Number((minorUnits / 100).toFixed(2));
}

/**
 * @param {Record<string, unknown>} answer
 * @param {string} field
 */
function requireText(answer, field) {
  const value = answer[field];
  if (typeof value !== 'string' || value === '') throw new CheckoutError(`Checkout's answer has no ${field}`);
  return value;
}

/** What an RFC 9457 answer says, as one line. @param {Response} response */
async function readProblem(response) {
  /** @type {{ code?: string, detail?: string, title?: string, errors?: { field: string, message: string }[] }} */
  const problem = await response.json().catch(() => ({}));
  const fields = problem.errors?.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return [response.status, problem.code, fields ?? problem.detail ?? problem.title].filter(Boolean).join(' ');
}
