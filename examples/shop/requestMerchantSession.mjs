/**
 * Gets the merchant session that Apple Pay wants before the payer can approve. In production a server gets it from Apple with
 * the merchant's certificate, or from AltaPay; here the sandbox plays both.
 *
 * @param {string} validationUrl  As Apple told the page. Whoever asks for it must see that it is one of Apple's: the sandbox does.
 * @param {string} domain  The page's.
 * @param {{ apiUrl: string, credentials: { username: string, password: string }, fetch?: typeof fetch }} options
 * @returns {Promise<object | undefined>} As the page hands it on; `undefined` where there is none.
 */
export async function requestMerchantSession(
  validationUrl,
  domain,
  { apiUrl, credentials, fetch = globalThis.fetch },
) {
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  const authenticated = await fetch(`${apiUrl}/authenticate`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
  });
  if (!authenticated.ok) return undefined;
  const { token } = await authenticated.json();
  const answer = await fetch(`${apiUrl}/apple-pay/merchant-session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ validationUrl, domain }),
  });
  return answer.ok ? answer.json() : undefined;
}
