import { createHash } from 'node:crypto';
import { findLaxities } from './strictPolicy.js';

/** Watches pages from their own server, for a browser whose driver tells neither errors nor violations. */
export type PageWatch = {
  /** Forgets what was before. */
  begin(): Watched;
  /** Stands around a server's handler. */
  around(request: Request, answer: () => Promise<Response>): Promise<Response>;
};

/** The pages of one phone. */
export type Watched = {
  /** What went wrong, in words; also on pages that have been left. */
  readonly problems: string[];
  /** Run before any script of a page, after the one that watches. */
  readonly initScripts: string[];
};

const REPORT = '/__problem';

/**
 * Puts a script first into every page: its hash is added to the page's policy, and nothing else is. What it hears it tells
 * by asking for an image, where the page may ask for one; and it keeps it for `collect`.
 */
export function watchPages(): PageWatch {
  let watched: Watched = { problems: [], initScripts: [] };
  return {
    begin: () => (watched = { problems: [], initScripts: [] }),
    async around(request, answer) {
      const { problems, initScripts } = watched;
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === REPORT) {
        problems.push(searchParams.get('text') ?? '');
        return new Response(null, { status: 204 });
      }
      const response = await answer();
      const isPage =
        request.method === 'GET' &&
        (request.headers.get('accept') ?? '').includes('text/html') &&
        (response.headers.get('content-type') ?? '').includes('html');
      if (!isPage) return response;
      const policy = response.headers.get('content-security-policy') ?? '';
      const laxities = findLaxities(policy);
      if (laxities.length > 0) problems.push(`policy: ${request.url} has ${laxities.join(', ')}`);
      const source = [toWatch(reportTarget(policy)), ...initScripts].join('\n');
      const headers = new Headers(response.headers);
      headers.delete('content-length');
      if (policy) headers.set('content-security-policy', allowScript(policy, source));
      const html = await response.text();
      const script = `<script>${source}</script>`;
      return new Response(
        html.replace(/<head[^>]*>|(?=<title>)/, (start) => start + script),
        { status: response.status, headers },
      );
    },
  };
}

/** What the watching script has heard on the page that is open. Runs in the page. */
export const collect = (): string[] => {
  const { heardProblems = [] } = globalThis as unknown as { heardProblems?: string[] };
  return heardProblems;
};

// In the page, by its text.
const toWatch = (target: string | undefined): string =>
  `(${String(watch)})(${JSON.stringify(target ?? null)});`;

function watch(target: string | null): void {
  const heardProblems: string[] = [];
  Object.defineProperty(globalThis, 'heardProblems', { value: heardProblems });
  const tell = (problem: string): void => {
    const text = problem.slice(0, 500);
    heardProblems.push(text);
    if (target !== null) new Image().src = `${target}?text=${encodeURIComponent(text)}`;
  };
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) tell(`uncaught: ${String(event.error)}`);
  });
  addEventListener('unhandledrejection', ({ reason }) => tell(`uncaught: ${String(reason)}`));
  addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI, sample }) => {
      // WebKit asks for an icon by itself, and holds itself to the page's policy.
      if (blockedURI.endsWith('/favicon.ico')) return;
      tell(`csp: ${violatedDirective} ${blockedURI} ${sample}`);
    },
    { capture: true },
  );
  const { error } = console;
  console.error = (...values: unknown[]) => {
    tell(`console: ${values.map(String).join(' ')}`);
    error.apply(console, values);
  };
}

/** Where the page may ask for an image: its own server, or the first that its policy names. */
function reportTarget(policy: string): string | undefined {
  const sources = directive(policy, 'img-src') ?? directive(policy, 'default-src') ?? ['*'];
  if (sources.includes('*') || sources.includes("'self'")) return REPORT;
  const named = sources.find((source) => /^https?:\/\/[^/*]+$/.test(source));
  return named ? named + REPORT : sources.includes('https:') ? REPORT : undefined;
}

function allowScript(policy: string, source: string): string {
  const hash = `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
  if (directive(policy, 'script-src')) return policy.replace(/script-src(?=\s)/, `script-src ${hash}`);
  return `${policy}; script-src ${hash}`;
}

function directive(policy: string, name: string): string[] | undefined {
  const found = policy.split(';').map((part) => part.trim().split(/\s+/));
  return found.find(([first]) => first === name)?.slice(1);
}
