/** What a page of a test's own may run, and reach. */
export type StrictPolicyOptions = {
  /** Sources of scripts, e.g. `'nonce-1'`. Default `'self'`. */
  readonly script?: string;
  /** Sources of styles. Default `'self'`. */
  readonly style?: string;
  /** What may be asked, e.g. the API's origin. Default `'self'`. */
  readonly connect?: string;
  /** Where images come from. Default `https:`, and whatever may be asked. */
  readonly image?: string;
};

/**
 * The strictest policy a merchant may have: nothing runs but what is named, and no text becomes markup or code.
 *
 * @returns The value of a `Content-Security-Policy` header.
 */
export function strictPolicy({
  script = "'self'",
  style = "'self'",
  connect = "'self'",
  image = `https: ${connect}`,
}: StrictPolicyOptions = {}): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    `img-src ${image}`,
    `connect-src ${connect}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const REQUIRED = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};
/** What is named one by one: a nonce, a hash, the page's own origin. */
const NAMED = /^'(?:none|self|nonce-[\w+/=-]+|sha(?:256|384|512)-[\w+/=-]+)'$/;
// What is fetched or shown may be wider: a host that must not be asked has to be within reach for a test to tell.
const REACHES = /^(?:img|connect)-src$|^(?:form-action|frame-ancestors)$/;
/** Whose page may stand in a frame is one gateway, by its origin. */
const ORIGIN = /^https?:\/\/[\w.-]+(?::\d+)?$/;

/**
 * Compares a page's policy with the strictest one.
 *
 * @param policy - The value of the page's header, empty where it has none.
 * @returns What is missing or too wide, in words; nothing where the policy is strict.
 */
export function findLaxities(policy: string): string[] {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // As a browser does: of two directives of one name the first counts.
    if (name && !directives.has(name)) directives.set(name, sources);
  }
  const missing = Object.entries(REQUIRED)
    .filter(([name, value]) => directives.get(name)?.join(' ') !== value)
    .map(([name, value]) => `no ${name} ${value}`);
  const wide = [...directives]
    .filter(([name]) => !REACHES.test(name) && !(name in REQUIRED))
    .flatMap(([name, sources]) =>
      sources
        .filter((source) => !NAMED.test(source) && !(name === 'frame-src' && ORIGIN.test(source)))
        .map((source) => `${name} ${source}`),
    );
  return [...missing, ...wide];
}
