import type { SandboxStatus } from '../sandbox/sandboxStatus.js';
import { build } from './build.js';
import { drawSession, type SessionRow } from './drawSession.js';
import { fill } from './fill.js';
import { formatTime } from './formatTime.js';

const EVERY_MS = 1_000;

/** Every field of this page is a text. */
const text = (form: FormData, name: string): string => form.get(name) as string;

/** Draws what the sandbox holds, once a second while somebody looks, and hands it what is pressed. */
export function startStatusPage(): void {
  const refresh = async (): Promise<void> =>
    draw((await (await ask('GET', 'status')).json()) as SandboxStatus);

  const act = async (done: string, method: string, path: string, body?: unknown): Promise<void> => {
    find('said').textContent = find('failed').textContent = '';
    try {
      await ask(method, path, body);
      find('said').textContent = done;
      await refresh();
    } catch (error) {
      find('failed').textContent = error instanceof Error ? error.message : 'That did not work.';
    }
  };

  const draw = (status: SandboxStatus): void => {
    find('api').textContent = status.api;
    find('clock').textContent = formatTime(status.now);
    find('no-sessions').hidden = status.sessions.length > 0;
    const sessions = status.sessions.map((session) => ({
      key: session.sessionId,
      row: { ...session, over: session.links.map(({ expiresAt }) => expiresAt <= status.now) },
    }));
    fill<SessionRow>(find('sessions'), sessions, (row) =>
      drawSession(row, {
        expireLink: (id) => void act('The link has been ended.', 'POST', `links/${id}/expire`),
        settle: (id, outcome) =>
          void act('The payment has been answered.', 'POST', `payments/${id}`, { outcome }),
        cancel: (id) => void act('The order has been cancelled.', 'POST', `sessions/${id}/cancel`),
      }),
    );
    fill(find('faults'), toRows(status.faults), ({ match, kind, left }) =>
      build('li', {}, `${match}: ${kind}, ${left === 'always' ? 'until switched off' : `${left} more`}`),
    );
    fill(find('callbacks'), toRows(status.callbacks), ({ at, orderId, kind, outcome, status: code, url }) =>
      cells(formatTime(at), orderId, `${kind}: ${outcome}`, code === 0 ? 'none' : String(code), url),
    );
    fill(find('requests'), toRows(status.requests), ({ at, method, path, status: code }) =>
      cells(formatTime(at), `${method} ${path}`, String(code)),
    );
  };

  listen(act);
  void poll(refresh);
}

type Act = (done: string, method: string, path: string, body?: unknown) => Promise<void>;

function listen(act: Act): void {
  onSubmit('make-link', (form) => {
    const url = text(form, 'url');
    return act('The link has been made.', 'POST', 'links', {
      fixture: form.get('fixture'),
      ...(url && { url }),
    });
  });
  onSubmit('add-fault', (form) => {
    const fault = JSON.parse(text(form, 'fault')) as object;
    const times: unknown = JSON.parse(text(form, 'times'));
    return act('The fault has been switched on.', 'POST', 'faults', { ...fault, times });
  });
  for (const button of find('advance').querySelectorAll('button')) {
    const advanceMinutes = Number(button.value);
    button.onclick = () => void act('The clock has been advanced.', 'POST', 'clock', { advanceMinutes });
  }
  find('clear-faults').onclick = () => void act('No faults any more.', 'DELETE', 'faults');
  find('reset').onclick = () => void act('Everything has been forgotten.', 'POST', 'reset');
}

function onSubmit(id: string, send: (form: FormData) => Promise<void>): void {
  const form = find(id) as HTMLFormElement;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(new FormData(form));
  });
}

async function poll(refresh: () => Promise<void>): Promise<never> {
  for (;;) {
    if (!document.hidden) {
      const problem = await refresh().then(
        () => '',
        () => 'The sandbox does not answer. Is it still running?',
      );
      const failed = find('failed');
      if (problem || failed.textContent.startsWith('The sandbox does not')) failed.textContent = problem;
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const response = await fetch(`/__sandbox/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new Error(problem.detail ?? `The sandbox answered ${response.status}.`);
}

// What only ever grows at its end has no key of its own: newest first, the key counts from the other end.
function toRows<Row>(rows: readonly Row[]): { key: string; row: Row }[] {
  return rows.map((row, at) => ({ key: String(rows.length - at), row }));
}

function cells(...texts: string[]): HTMLElement {
  return build('tr', {}, ...texts.map((text) => build('td', {}, text)));
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`There is no #${id} on this page.`);
  return element;
}
