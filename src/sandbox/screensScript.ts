/**
 * Runs on a page of `/__sandbox/screens/…`: starts the SDK with the requests and presses of that screen, and marks the
 * container `data-shown` once it stands. `showScreen(address)` shows another in the same document.
 */
export const screensScript = `'use strict';
(() => {
  const container = document.getElementById('payment');
  const reply = (status, body, type = 'application/json') =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } });
  const until = (signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  const WORDS = 'Kraftfahrzeughaftpflichtversicherungsgesellschaft Müller-Lüdenscheidt & Söhne';
  const eachMethod = (change) => (body) =>
    body.paymentMethods ? { ...body, paymentMethods: body.paymentMethods.map(change) } : body;
  const lengthen = eachMethod((method, index) => ({
    ...method,
    name: ['Lentokonesuihkuturbiinimoottoriapumekaanikko', 'Überweisung vom eigenen Girokonto mit Verfügungsrahmen'][index] ?? method.name,
    description: WORDS + ': ' + method.description,
  }));
  const changes = {
    noMethods: (body) => ({ ...body, paymentMethods: [] }),
    noStatus: (body) => ({ ...body, status: undefined }),
    dearer: (body) =>
      body.order ? { ...body, order: { ...body.order, amount: { ...body.order.amount, value: body.order.amount.value + 25 } } } : body,
    app: (body) => ({ ...body, url: 'mobilepay://pay', fallbackUrl: body.url }),
    unsafe: (body) => ({ ...body, url: 'http://pay.example/take-me' }),
    noLogos: eachMethod((method) => ({ ...method, logoUrl: undefined })),
    brokenLogos: eachMethod((method) => ({ ...method, logoUrl: location.origin + '/__sandbox/no-logo/' + method.id })),
    longNames: (body) => ({ ...lengthen(body), merchant: { ...body.merchant, name: WORDS + ' GmbH & Co. KG' } }),
  };
  const kind = ({ url, method }) =>
    url.endsWith('/activation') ? 'activation' : method === 'POST' ? 'payment' : 'ask';

  // A merchant's own look, as far from ours as the variables go.
  const OWN = {
    '--altapay-color-text': 'light-dark(#2b2118, #f6ede2)',
    '--altapay-color-muted': 'light-dark(#6b5a49, #c9b7a3)',
    '--altapay-color-surface': 'light-dark(#fffaf2, #211a14)',
    '--altapay-color-border': 'light-dark(#e0d2bf, #54473a)',
    '--altapay-color-accent': 'light-dark(#24543b, #8fd3b0)',
    '--altapay-color-on-accent': 'light-dark(#ffffff, #06251a)',
    '--altapay-radius': '2px',
    '--altapay-space': '20px',
    '--altapay-font-family': 'Georgia, "Times New Roman", serif',
  };

  const { matchMedia } = window;
  const instead = (name, value) => Object.defineProperty(navigator, name, { configurable: true, value });
  const seeAs = (where) => {
    delete navigator.userAgent;
    delete navigator.clipboard;
    window.matchMedia = (query) =>
      matchMedia.call(window, where === 'desk' && query.includes('pointer') ? 'all' : query);
    if (where !== 'inApp') return;
    instead('userAgent', 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Instagram 335.0');
    instead('clipboard', undefined);
  };

  let shown = new AbortController();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  async function showScreen(address) {
    shown.abort();
    const { signal } = (shown = new AbortController());
    delete container.dataset.shown;
    const { screen, theme, preset, locale, link, apiPath, merchant } = await (await fetch(address.replace(/\\?|$/, '/entry?'))).json();
    document.documentElement.dataset.theme = theme;
    seeAs(screen.seen);
    let pending = 0;
    let halted;
    let session;
    const reached = new Promise((resolve) => (halted = resolve));

    const act = async (how, request, signal) => {
      if (how === 'never') halted();
      if (how === 'never' || how === 'slow') return until(signal);
      if (how === 'down') throw new TypeError('Failed to fetch');
      if (how === 'html') return reply(200, '<!doctype html><title>Sign in</title>', 'text/html');
      if (how in changes) {
        const answer = await fetch(request, { signal });
        return reply(answer.status, changes[how](await answer.json()));
      }
      return reply(Number(how), { code: 'SANDBOX' }, 'application/problem+json');
    };
    const ask = async (request, { signal }) => {
      const how = screen[kind(request)];
      pending += 1;
      try {
        if (how === 'never') pending -= 1;
        return await (how ? act(how, request, signal) : fetch(request, { signal }));
      } finally {
        if (how !== 'never') pending -= 1;
      }
    };
    const find = (selector) => container.lastElementChild?.shadowRoot?.querySelector(selector);
    const picker = () => find('[part=picker]');
    const press = async (selector) => {
      while (!find(selector) && !signal.aborted) await frame();
      find(selector)?.click();
    };
    const pay = (session) => session.initiatePayment(session.paymentMethods[0].id).catch(() => undefined);
    const presses = {
      select: () => press('input'),
      pay,
      payAndReturn: (session) => pay(session).then(() => session.refresh()),
      refresh: (session) => session.refresh(),
      showCode: () => press('[part=phone] summary'),
      copy: () => press('[part=in-app] button'),
    };
    const stay = screen.navigation === 'blocked' ? () => { throw new Error('blocked'); } : () => undefined;

    const opened = AltaPay.initFromQR({
      apiUrl: location.origin + apiPath,
      url: location.origin + '/pay' + link,
      container,
      locale,
      merchantName: merchant,
      appSchemes: ['mobilepay'],
      idempotencyKey: screen.name !== 'unclear-refused',
      appearance: preset === 'own' ? { theme, variables: OWN } : { theme, preset },
      ...(screen.activation === 'slow' && { timeouts: { attemptMs: 50, loadMs: 100 } }),
      ...(screen.navigation && { navigate: stay }),
      fetch: ask,
      signal,
    }).then((answered) => presses[screen.press]?.((session = answered)))
      // Another screen has taken its place.
      .catch(() => undefined);
    await Promise.race([opened, reached]);

    const stands = () =>
      pending === 0 &&
      (screen.ask === 'never' || session?.state.retry !== 'asking') &&
      picker()?.lang === locale &&
      (!screen.seen || find('.further')) &&
      [...picker().querySelectorAll('img')].every(({ complete, loading }) => complete || loading === 'lazy');
    for (let frames = 0; frames < 3 && !signal.aborted; frames = stands() ? frames + 1 : 0) await frame();
    if (!signal.aborted) container.dataset.shown = screen.name;
  }

  globalThis.showScreen = showScreen;
  void showScreen(location.pathname + location.search);
})();
`;
