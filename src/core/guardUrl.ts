import { parseUrl } from './parseUrl.js';

/** What a URL may be besides https. */
export type UrlRules = {
  /** Schemes of apps that may be opened, e.g. `'mobilepay'`. Default: none. */
  readonly appSchemes?: readonly string[] | undefined;
  /** When given, the only hosts allowed, with the port where it is not the default: `'pay.example'`, `'pay.example:8443'`. */
  readonly hosts?: readonly string[] | undefined;
  /** Whether plain http to a loopback or private address may pass. Default: `false`. */
  readonly allowPrivateHttp?: boolean | undefined;
};

const MAX_LENGTH = 2_048;
// Never an app's, whoever lists them: they run code, read the disk, or are the web's own.
const NEVER_AN_APP = /^(https?|javascript|data|blob|file):/;

/**
 * Decides whether a URL that came from outside may be asked, shown or navigated to.
 *
 * @param raw - The URL as it came.
 * @param rules - What may pass besides any https host.
 * @returns The parsed URL, to be used as it is (`href`), or `undefined`: not an absolute https URL (or one the rules add), over 2,048
 * characters, with user info, backslashes, blanks or control characters, or to a host that is not listed.
 * @example
 * ```ts
 * guardUrl('https://pay.example/1')?.host; // 'pay.example'
 * guardUrl('javascript:alert(1)'); // undefined
 * ```
 * @see WHATWG URL; `raw` is parsed without a base, because with one `//evil` becomes a valid https URL
 */
export function guardUrl(raw: unknown, rules: UrlRules = {}): URL | undefined {
  if (typeof raw !== 'string' || raw.length > MAX_LENGTH || /[\p{C}\p{Z}\\]/u.test(raw)) return undefined;
  const url = parseUrl(raw);
  if (!url || url.href.length > MAX_LENGTH || url.username || url.password) return undefined;
  return isApp(url, rules) || isAllowedWeb(url, raw, rules) ? url : undefined;
}

function isApp({ protocol }: URL, { appSchemes }: UrlRules): boolean {
  return (
    !NEVER_AN_APP.test(protocol) &&
    (appSchemes ?? []).some((scheme) => scheme.toLowerCase() + ':' === protocol)
  );
}

function isAllowedWeb({ protocol, host, hostname }: URL, raw: string, rules: UrlRules): boolean {
  const isPrivate = protocol === 'http:' && rules.allowPrivateHttp === true && isPrivateHost(hostname);
  return (
    (protocol === 'https:' || isPrivate) &&
    // The parser forgives `https:host` and `https:///host`; whoever writes that is not naming a host in good faith.
    /^https?:\/\/[^/]/i.test(raw) &&
    (rules.hosts?.some((allowed) => allowed.toLowerCase() === host) ?? true)
  );
}

/**
 * Tells whether a host is a literal loopback or private address, where plain http stays inside the machine or its network.
 *
 * @param hostname - As `URL.hostname` gives it: lower case, IPv4 in four parts, IPv6 in brackets.
 * @returns `true` for `localhost`, `127.0.0.0/8`, `[::1]`, `10.0.0.0/8`, `172.16.0.0/12` and `192.168.0.0/16`.
 * @see RFC 1918, RFC 6761
 */
export function isPrivateHost(hostname: string): boolean {
  return /^(localhost|\[::1\]|((127|10)(\.\d+)|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+){2})$/.test(hostname);
}
