// @ts-nocheck -- a page's own script, as nobody checks it
// The least a page can do: ask, and draw. No check, no retry, no state.
(() => {
  const { apiUrl } = document.currentScript.dataset;
  const link = new URLSearchParams(location.hash.slice(1));
  const session = `${apiUrl}/session/${link.get('sessionId')}`;

  const answer = link.has('token') ? askWithToken(link.get('token')) : openLink(link.get('linkId'));
  answer.then(({ order, methods }) => draw(order, methods));

  // The page's server holds a token already: both answers at once, which an API on another origin wants preflights for.
  async function askWithToken(token) {
    const ask = async (path) => {
      const response = await fetch(session + path, { headers: { Authorization: `Bearer ${token}` } });
      return response.json();
    };
    const [{ order }, { methods }] = await Promise.all([ask(''), ask('/payment-methods')]);
    return { order, methods };
  }

  // The link is opened as the SDK opens it: all in one request, which wants no preflight.
  async function openLink(linkId) {
    const response = await fetch(`${session}/activation`, {
      method: 'POST',
      body: new URLSearchParams({ linkId }),
    });
    const { session: opened, paymentMethods } = await response.json();
    return { order: opened.order, methods: paymentMethods };
  }

  function draw({ amount, orderLines }, methods) {
    const total = new Intl.NumberFormat('en', { style: 'currency', currency: amount.currency }).format(
      amount.value,
    );
    const form = element('form');
    const list = element('ul');
    for (const { description, quantity } of orderLines)
      list.append(element('li', `${quantity} × ${description}`));
    const fieldset = element('fieldset');
    fieldset.append(element('legend', 'How would you like to pay?'));
    for (const { id, name } of methods) {
      const label = element('label', name);
      const radio = element('input');
      Object.assign(radio, { type: 'radio', name: 'method', value: id });
      label.prepend(radio);
      fieldset.append(label, element('br'));
    }
    form.append(list, element('p', total), fieldset, element('button', `Pay ${total}`));
    document.querySelector('#payment').append(form);
  }

  function element(tag, text = '') {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }
})();
