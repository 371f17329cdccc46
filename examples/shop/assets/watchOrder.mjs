// Keeps an open order page up to date: the state, the history and the link's copy button.

/** @typedef {ReturnType<typeof import('../pages/orderPage.mjs').toTimelineEntry>} TimelineEntry */

const main = /** @type {HTMLElement} */ (document.querySelector('main[data-events]'));
const timeline = /** @type {HTMLElement} */ (document.getElementById('timeline'));
const badge = /** @type {HTMLElement} */ (document.getElementById('state'));
const announcement = /** @type {HTMLElement} */ (document.getElementById('announcement'));
const live = /** @type {HTMLElement} */ (document.getElementById('live'));

const source = new EventSource(main.dataset.events ?? '');
source.onopen = () => showConnection('Live');
source.onerror = () => showConnection('Connection lost, trying again…');
source.onmessage = (/** @type {MessageEvent<string>} */ { data }) => show(JSON.parse(data));

// The answer to a form is a new page: a late event must not reload this one and cut the form off.
document.addEventListener('submit', () => source.close());

const copy = document.getElementById('copy');
const link = /** @type {HTMLInputElement | null} */ (document.getElementById('payment-link'));
if (copy && link) {
  copy.hidden = false;
  copy.onclick = () => void copyLink(copy, link);
}

/** @param {string} text */
function showConnection(text) {
  live.hidden = false;
  live.textContent = text;
  live.dataset.open = String(source.readyState === EventSource.OPEN);
}

/** @param {TimelineEntry} entry */
function show(entry) {
  // The link was requested in another window: its panel comes from the server.
  if (main.dataset.state === 'new' && entry.state === 'waiting') {
    location.reload();
    return;
  }

  timeline.append(toListItem(entry));
  main.dataset.state = badge.dataset.state = entry.state;
  badge.textContent = entry.stateLabel;
  announcement.textContent = `${entry.text}. ${entry.stateLabel}.`;
}

/** @param {TimelineEntry} entry */
function toListItem({ tone, at, clock, text }) {
  const item = document.createElement('li');
  item.dataset.tone = tone;
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = clock;
  const what = document.createElement('span');
  what.textContent = text;
  item.append(time, ' ', what);
  return item;
}

/**
 * @param {HTMLElement} button
 * @param {HTMLInputElement} input
 */
async function copyLink(button, input) {
  input.select();
  // Over plain http in the shop's own network there is no clipboard; the text is then selected, ready for Ctrl+C.
  const clipboard = /** @type {Clipboard | undefined} */ (navigator.clipboard);
  const copied = await clipboard?.writeText(input.value).then(
    () => true,
    () => false,
  );
  button.textContent = copied ? 'Copied' : 'Selected';
  announcement.textContent = copied ? 'Payment link copied' : 'Payment link selected';
}
