// Starts the shop and a sandbox Checkout beside it, and makes a first order with a payment link to try.
import { randomBytes } from 'node:crypto';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import {
  connectionFaultOf,
  createSandbox,
  defaultMethods,
  handOffMethods,
  obeyConnectionFault,
} from 'altapay-js/sandbox';
import { toString as drawQrCode } from 'qrcode';
import { shopName } from './catalogue.mjs';
import { createFileStorage } from './createFileStorage.mjs';
import { createShop } from './createShop.mjs';
import { listen } from './listen.mjs';
import { parseBasket } from './parseBasket.mjs';
import { readSdkFile } from './readSdkFile.mjs';
import { readSettings } from './readSettings.mjs';

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start() {
  const settings = readSettings(process.env);
  const callbackSecret = randomBytes(32).toString('hex');

  const sandbox = createSandbox({
    publicUrl: settings.sandboxUrl,
    merchant: { name: shopName },
    methods: [...defaultMethods, ...handOffMethods],
    controls: true,
    callbackSecret,
    readAsset: readSdkFile,
    ...(settings.sandboxFile ? { storage: createFileStorage(settings.sandboxFile) } : {}),
  });
  const shop = createShop({
    apiUrl: `${settings.sandboxUrl}/checkout/v1/api`,
    credentials: { username: 'sandbox', password: 'sandbox' },
    shopUrl: settings.shopUrl,
    callbackSecrets: [callbackSecret],
    readSdkFile,
  });

  const { host, port, sandboxPort } = settings;
  const stops = [
    await listen({
      fetch: async (request, { outgoing }) => {
        const response = await sandbox.fetch(request);
        const fault = connectionFaultOf(response);
        if (!fault) return response;
        await obeyConnectionFault(fault, response, outgoing);
        return RESPONSE_ALREADY_SENT;
      },
      host,
      port: sandboxPort,
      variable: 'SANDBOX_PORT',
    }),
    await listen({ fetch: shop.fetch, host, port, variable: 'PORT' }),
  ];
  const stop = () => stops.forEach((stopServer) => stopServer());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  await printWelcome(shop, settings);
}

/**
 * @param {ReturnType<typeof createShop>} shop
 * @param {ReturnType<typeof readSettings>} settings
 */
async function printWelcome(shop, { shopUrl, sandboxUrl, phoneCanReach }) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ currency: 'DKK', language: 'en', beans: '2', mug: '1' }))
    form.set(name, value);
  const parsed = parseBasket(form);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const order = shop.orders.create(parsed.basket);
  const link = await shop.requestLink(order, { ownPage: true });

  console.log(`
  Shop           ${shopUrl}/
  First order    ${shopUrl}/orders/${order.id}
  Payment link   ${link.url}
  API            ${sandboxUrl}/checkout/v1/api

${await drawQrCode(link.url, { type: 'terminal', small: true })}
  Scan the code or open the link to pay. No money moves: Checkout is a sandbox, at ${sandboxUrl}
  ${phoneCanReach ? 'Your phone must be in the same network as this machine.' : 'To pay with a phone in the same network: HOST=0.0.0.0 npm start'}
  Ctrl+C stops both.
`);
}
