import { toCode } from './toCode.mjs';

/**
 * @typedef {import('./toCode.mjs').Choices} Choices
 * @typedef {import('./toCode.mjs').Variant} Variant
 */

const LANGUAGES = 'en ar ca cs da de es et eu fi fr he hr is it ja lt nl no pl pt ru sk sl sv th tr zh'.split(
  ' ',
);

const { initFromQR } = /** @type {NonNullable<typeof globalThis.AltaPay>} */ (globalThis.AltaPay);
const apiUrl = find('meta[name=api-url]').getAttribute('content') ?? '';
const form = /** @type {HTMLFormElement} */ (find('#options'));
let shown = new AbortController();
let turn = 0;

const names = new Intl.DisplayNames('en', { type: 'language' });
find('#locale').append(
  ...LANGUAGES.map((language) => new Option(`${names.of(language) ?? ''} (${language})`, language)),
);
form.addEventListener('change', () => void show());
form.addEventListener('submit', (event) => event.preventDefault());
find('#again').addEventListener('click', () => void show());
find('#code fieldset').addEventListener('change', showCode);
find('#copy').addEventListener('click', () => void copy());
void show();

/** Draws a new picker with what is chosen now; of two changes in a row the later one counts. */
async function show() {
  const mine = ++turn;
  find('#own').hidden = !read('colours');
  showCode();
  try {
    const url = await makeLink(read('fixture') ?? 'open');
    if (mine !== turn) return;
    // Also one that is still being opened: a second in its place would join it, with its options.
    shown.abort();
    shown = new AbortController();
    const { signal } = shown;
    const { variables, theme, preset, ...options } = readChoices();
    const appearance = {
      ...(theme && { theme }),
      ...(preset && { preset }),
      ...(variables && { variables }),
    };
    await initFromQR({ ...options, appearance, apiUrl, url, container: '#payment', signal });
    find('#trouble').textContent = '';
  } catch {
    if (mine === turn) find('#trouble').textContent = 'The sandbox does not answer. Is it still running?';
  }
}

/** A new order at the sandbox. @param {string} fixture @returns {Promise<string>} The page's address with its link. */
async function makeLink(fixture) {
  const answer = await fetch('/__sandbox/links', { method: 'POST', body: JSON.stringify({ fixture }) });
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}.`);
  const { sessionId, linkId } = /** @type {Record<string, string>} */ (await answer.json());
  return `${location.origin}/#${new URLSearchParams({ sessionId: `${sessionId}`, linkId: `${linkId}` })}`;
}

/** @returns {Choices} */
function readChoices() {
  const theme = /** @type {Choices['theme']} */ (read('theme'));
  const preset = /** @type {Choices['preset']} */ (read('preset'));
  const locale = read('locale');
  return {
    ...(theme && { theme }),
    ...(preset && { preset }),
    ...(locale && { locale }),
    ...(read('colours') && {
      variables: {
        '--altapay-color-accent': read('accent') ?? '',
        '--altapay-color-on-accent': read('onAccent') ?? '',
        '--altapay-radius': `${read('radius') ?? 0}px`,
      },
    }),
    ...(read('idempotencyKey') && { idempotencyKey: true }),
    ...(read('debug') && { debug: true }),
  };
}

/** What a field says; nothing where it is empty or switched off. @param {string} name */
function read(name) {
  const value = new FormData(form).get(name);
  return typeof value === 'string' && value ? value : undefined;
}

function showCode() {
  const chosen = /** @type {HTMLInputElement} */ (find('#code input:checked'));
  find('pre code').textContent = toCode(/** @type {Variant} */ (chosen.value), readChoices());
  find('#copied').textContent = '';
}

async function copy() {
  const code = find('pre code');
  try {
    await navigator.clipboard.writeText(code.textContent);
    find('#copied').textContent = 'Copied.';
  } catch {
    getSelection()?.selectAllChildren(code);
    find('#copied').textContent = 'Selected: copy it with your keyboard.';
  }
}

/** @param {string} selector @returns {HTMLElement} */
function find(selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`There is no ${selector}.`);
  return element;
}
