/** Runs on a page of `/__sandbox/screens/…`: starts the SDK with the requests and presses of that screen. */
export const screensScript = `'use strict';
(() => {
  const container = document.getElementById('payment');
  const screen = JSON.parse(container.dataset.screen);
  const reply = (status, body, type = 'application/json') =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } });
  const until = (signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  const instead = (on, name, value) => Object.defineProperty(on, name, { configurable: true, value });
  if (screen.seen === 'desk') {
    const { matchMedia } = window;
    window.matchMedia = (query) => matchMedia.call(window, query.includes('pointer') ? 'all' : query);
  }
  if (screen.seen === 'inApp') {
    instead(navigator, 'userAgent', 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Instagram 335.0');
    instead(navigator, 'clipboard', undefined);
  }

  const changes = {
    noMethods: (body) => ({ ...body, paymentMethods: [] }),
    noStatus: (body) => ({ ...body, status: undefined }),
    dearer: (body) =>
      body.order ? { ...body, order: { ...body.order, amount: { ...body.order.amount, value: body.order.amount.value + 25 } } } : body,
    app: (body) => ({ ...body, url: 'mobilepay://pay', fallbackUrl: body.url }),
    unsafe: (body) => ({ ...body, url: 'http://pay.example/take-me' }),
  };
  const act = async (how, request, signal) => {
    if (how === 'never' || how === 'slow') return until(signal);
    if (how === 'down') throw new TypeError('Failed to fetch');
    if (how === 'html') return reply(200, '<!doctype html><title>Sign in</title>', 'text/html');
    if (how in changes) {
      const answer = await fetch(request, { signal });
      return reply(answer.status, changes[how](await answer.json()));
    }
    return reply(Number(how), { code: 'SANDBOX' }, 'application/problem+json');
  };
  const kind = ({ url, method }) =>
    url.endsWith('/activation') ? 'activation' : method === 'POST' ? 'payment' : 'ask';
  const stay = screen.navigation === 'blocked' ? () => { throw new Error('blocked'); } : () => undefined;

  const find = (selector) => container.lastElementChild.shadowRoot.querySelector(selector);
  const press = async (selector) => {
    while (!find(selector)) await new Promise(requestAnimationFrame);
    find(selector).click();
  };
  const presses = {
    select: () => press('input'),
    pay: (session) => session.initiatePayment(session.paymentMethods[0].id).catch(() => undefined),
    payAndReturn: (session) => presses.pay(session).then(() => session.refresh()),
    refresh: (session) => session.refresh(),
    showCode: () => press('[part=phone] summary'),
    copy: () => press('[part=in-app] button'),
  };

  AltaPay.initFromQR({
    apiUrl: location.origin + container.dataset.apiPath,
    container,
    merchantName: container.dataset.merchant,
    appSchemes: ['mobilepay'],
    idempotencyKey: screen.name !== 'unclear-refused',
    appearance: { theme: container.dataset.theme, preset: container.dataset.preset },
    ...(screen.activation === 'slow' && { timeouts: { attemptMs: 50, loadMs: 100 } }),
    ...(screen.navigation && { navigate: stay }),
    fetch: (request, { signal }) => {
      const how = screen[kind(request)];
      return how ? act(how, request, signal) : fetch(request, { signal });
    },
  }).then((session) => {
    presses[screen.press]?.(session);
    container.dataset.shown = '';
  });
})();
`;
