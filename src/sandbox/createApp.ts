import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { apiPath } from './apiPath.js';
import { applePayRoutes } from './applePayRoutes.js';
import { applyFault, type FaultEnv } from './applyFault.js';
import type { Checkout } from './checkout.js';
import type { Answering } from './createAnswering.js';
import { defaultPageRoutes } from './defaultPage.js';
import { fixtures } from './fixtures.js';
import { gatewayRoutes } from './gatewayRoutes.js';
import { handOffRoutes } from './handOffRoutes.js';
import { linkRoutes } from './linkRoutes.js';
import { renderLogo } from './logos.js';
import { paymentRoutes } from './paymentRoutes.js';
import { Problem } from './problem.js';
import type { SandboxOptions } from './sandboxOptions.js';
import { sessionRoutes } from './sessionRoutes.js';
import { toProblem } from './toProblem.js';

/** All that a sandbox serves, but for its switches. */
export function createApp(checkout: Checkout, options: SandboxOptions, answering: Answering): Hono<FaultEnv> {
  const app = new Hono<FaultEnv>();
  app.onError((error) => toProblem(error).toResponse());
  app.notFound(() => new Problem(404, 'NOT_FOUND', 'There is nothing here.').toResponse());
  // Whatever a fault makes of it: it has come in.
  app.post(`${apiPath}/payment`, async (_, next) => {
    checkout.store.state.counts.arrivals += 1;
    await next();
  });
  app.use(
    applyFault(
      cors({
        origin: '*',
        allowMethods: ['GET', 'HEAD', 'POST', 'PUT'],
        allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
        exposeHeaders: ['Retry-After', 'X-Correlation-Id'],
        maxAge: 600,
      }),
    ),
  );
  app.route(
    apiPath,
    sessionRoutes(checkout, options.credentials ?? { username: 'sandbox', password: 'sandbox' }),
  );
  app.route(apiPath, paymentRoutes(checkout, answering));
  app.route(apiPath, applePayRoutes(checkout));
  app.route('/', linkRoutes(checkout));
  app.route('/', handOffRoutes(checkout, answering));
  app.route('/', gatewayRoutes(checkout, answering));
  app.route('/', defaultPageRoutes(checkout, options.readAsset));
  // Browsers ask for it by themselves and tell the console of a 404.
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/checkout/logos/:name{[\\w-]+\\.svg}', (c) => {
    const all = [...checkout.methods, ...Object.values(fixtures).flatMap(({ methods = [] }) => methods)];
    const method = all.find(({ id }) => `${id}.svg` === c.req.param('name'));
    if (!method) throw new Problem(404, 'NOT_FOUND', 'There is no such logo.');
    return c.body(renderLogo(method), 200, { 'Content-Type': 'image/svg+xml' });
  });
  return app;
}
