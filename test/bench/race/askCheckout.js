// @ts-nocheck -- a page's own script, as nobody checks it
/** Opens the link as the SDK does. A module of its own, so that the request leaves before the Drop-in is evaluated. */
const { apiUrl } = document.currentScript.dataset;
const link = new URLSearchParams(location.hash.slice(1));

export const answer = fetch(`${apiUrl}/session/${link.get('sessionId')}/activation`, {
  method: 'POST',
  body: new URLSearchParams({ linkId: link.get('linkId') }),
}).then((response) => response.json());
