import { checkFile } from './checkFile.js';

/** What the script puts on the page as `AltaPay`: the same names that the module exports. */
export type AltaPay = typeof import('../index.js');

/** Options of {@link loadAltaPay}. */
export type LoadOptions = {
  /** Address of `altapay.min.js` as you serve it, absolute or relative to the page. Never guessed. */
  src: string | URL;
  /** The hash of that file, from `dist/sri.json`: another file is not run. @default none is compared */
  integrity?: string;
  /** The nonce of the page's policy. @default that of the script which calls this, as browsers hand it on */
  nonce?: string;
  /** How long to wait for the file, in milliseconds. @default 20000 */
  timeoutMs?: number;
};

let loading: Promise<AltaPay> | undefined;
let failed = 0;

/**
 * Loads the script from where you host it, once for the page, for applications that do not bundle the SDK. It comes by
 * `import()`, which a policy with Trusted Types lets pass where a `<script>` made by a script does not.
 *
 * @param options - See {@link LoadOptions}. The first call decides which file is loaded; later ones join it.
 * @returns What the script put on the page; `null` on a server, where there is no page. A script that is on the page
 *   already is taken as it is.
 * @throws TypeError when `src` is no address. Error when the file did not come, was another one than `integrity` says, or
 *   is no such script; its `cause` says more where the browser does. A further call tries again.
 * @example
 * ```ts
 * import { loadAltaPay } from 'altapay-js/load';
 *
 * const altapay = await loadAltaPay({ src: '/altapay/altapay.min.js' });
 * await altapay?.initFromQR({
 *   apiUrl: 'https://testgateway.altapaysecure.com/checkout/v1/api',
 *   container: '#payment',
 * });
 * ```
 */
export async function loadAltaPay(options: LoadOptions): Promise<AltaPay | null> {
  if (typeof document === 'undefined') return null;
  if (globalThis.AltaPay?.version) return globalThis.AltaPay;
  loading ??= load(options).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load({ src, integrity, nonce, timeoutMs = 20_000 }: LoadOptions): Promise<AltaPay> {
  // Not relative to this module, which may lie anywhere once it is bundled.
  const url = new URL(src, document.baseURI);
  // Browsers remember that an address has failed, so each further attempt has another: ten in all, for an import map.
  if (failed) url.searchParams.set('attempt', String(failed % 10));
  try {
    const wanted = { href: url.href, integrity, nonce };
    const file = integrity || nonce ? checkFile(wanted).then(() => run(url.href)) : run(url.href);
    await withinTime(file, timeoutMs);
  } catch (cause) {
    failed += 1;
    throw new Error(`The script ${url.href} could not be loaded.`, { cause });
  }
  if (globalThis.AltaPay?.version) return globalThis.AltaPay;
  failed += 1;
  throw new Error(`The file ${url.href} is not the script of altapay-js.`);
}

// A bundler has to leave the address to the browser.
const run = (href: string): Promise<unknown> => import(/* @vite-ignore */ /* webpackIgnore: true */ href);

function withinTime(file: Promise<unknown>, ms: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came within ${ms} ms.`)), ms);
  });
  return Promise.race([file, over]).finally(() => clearTimeout(timer));
}
