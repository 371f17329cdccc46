import type { PaymentMethod } from '../core/session.js';
import type { SessionState } from '../core/sessionState.js';
import type { PaymentError } from '../errors.js';
import type { Settings } from '../options.js';
import type { Snapshot } from './createStore.js';
import { handlerFor } from './offeredMethods.js';
import type { PayDeskParts } from './payPlan.js';

/** A line of the explanation, and when it happened, in milliseconds of the page's own clock. */
type Line = readonly [at: number, text: string];

const MARKS: Readonly<Record<string, string>> = {
  'altapay:link': 'a session begins; its link or token has been read',
  'altapay:activated': 'the order and its methods are here',
  'altapay:ready': 'the methods can be chosen',
  'altapay:initiated': 'a payment has been created',
};

const TYPES = ['mark', 'resource'];

/**
 * Tells a developer in the console what a session does: what has happened before, by the browser's own timeline, and each
 * step from now on. Nothing is sent anywhere, and no token, id of a link or address of a payer's is told; other ids are cut.
 */
export function explainSession({ store, settings }: Pick<PayDeskParts, 'store' | 'settings'>): void {
  const now = store.now();
  const before = TYPES.flatMap((type) => toLines(performance.getEntriesByType(type), settings));
  for (const line of before.sort(([a], [b]) => a - b)) tell(line);
  for (const text of [...stateLines(now, settings), ...methodLines(now, settings)]) tellNow(text);

  const stopListening = listen(settings);
  const stop = store.subscribe((next, last) => {
    if (next.answer && next.answer !== last.answer) methodLines(next, settings).forEach(tellNow);
    if (next.state === last.state) return;
    stateLines(next, settings, last.state).forEach(tellNow);
    if (next.state.name !== 'destroyed') return;
    stop();
    stopListening();
  });
}

function tell([at, text]: Line): void {
  console.info(`altapay ${Math.round(at)} ms: ${text}`);
}

function tellNow(text: string): void {
  tell([performance.now(), text]);
}

/**
 * Steps, and requests to the API with the status of each answer, as the browser has noted them. A template stands for each address:
 * those hold ids.
 */
function toLines(entries: PerformanceEntryList, settings: Settings): Line[] {
  return entries.flatMap((entry): Line[] => {
    const { entryType, name, startTime, duration } = entry;
    const text =
      entryType === 'mark' ? MARKS[name] : requestText(entry as PerformanceResourceTiming, settings);
    return text ? [[startTime + duration, text]] : [];
  });
}

function requestText(
  { name, duration, responseStatus }: PerformanceResourceTiming,
  { apiUrl, apiHosts }: Settings,
): string | undefined {
  const url = new URL(name);
  const template = name.startsWith(apiUrl.href)
    ? url.pathname.slice(apiUrl.pathname.length).replace(/session\/[^/]+/, 'session/…')
    : apiHosts.includes(url.host) && `an address on ${url.host}`;
  // Of another origin's answer most browsers tell no status; a failure's is told with its error.
  const answer = responseStatus ? `answered ${responseStatus}` : 'ended';
  return template ? `${template} ${answer} after ${Math.round(duration)} ms` : undefined;
}

function listen(settings: Settings): () => void {
  if (typeof PerformanceObserver === 'undefined') return () => undefined;
  const observer = new PerformanceObserver((list) => {
    toLines(list.getEntries(), settings).forEach(tell);
  });
  for (const type of TYPES) observer.observe({ type });
  return () => {
    observer.disconnect();
  };
}

function stateLines({ state, answer }: Snapshot, settings: Settings, last?: SessionState): string[] {
  const method = answer?.paymentMethods.find(({ id }) => id === methodOf(state));
  const change = last && last.name !== state.name ? `${last.name} → ${state.name}` : state.name;
  const key = settings.idempotencyKey ? 'with' : 'without';
  const more: Partial<Record<SessionState['name'], string>> = {
    ready: `${state.name === 'ready' && state.notice ? `, ${state.notice.kind}` : ''}${method ? `, chosen: ${naming(method)}` : ''}`,
    initiating: `: confirmed${method ? ` by ${naming(method)}` : ''}; one request for a payment, ${key} an idempotency key`,
    handedOff:
      state.name === 'handedOff'
        ? ` to ${state.url.host}${state.blocked ? ', which the browser has blocked' : ''}`
        : '',
    unclear: state.name === 'unclear' ? `: a second attempt is ${state.retry}` : '',
  };
  const error = errorIn(state);
  return [`${change}${more[state.name] ?? ''}`, ...(error ? [explainError(error)] : [])];
}

function methodOf(state: SessionState): string | undefined {
  return state.name === 'ready' ? state.selectedMethodId : 'methodId' in state ? state.methodId : undefined;
}

function errorIn(state: SessionState): PaymentError | undefined {
  if ('error' in state) return state.error;
  return state.name === 'ready' && state.notice?.kind === 'attemptFailed' ? state.notice.error : undefined;
}

// Its message has been written into the console already.
function explainError({ code, reason, status, correlationId }: PaymentError): string {
  const details = Object.entries({ reason, status, correlationId })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name} ${value}`);
  return `${code}${details.join(',')}; see src/guides/errors.md#${code}`;
}

function methodLines({ answer }: Snapshot, { methodHandlers }: Settings): string[] {
  if (!answer) return [];
  const { paymentMethods, answered = paymentMethods } = answer;
  const leftOut = answered
    .filter(({ id }) => !paymentMethods.some((method) => method.id === id))
    .map((method) =>
      handlerFor(method, methodHandlers)
        ? `left out: ${naming(method)}; canShow of its handler said no, failed or took too long`
        : `left out: ${naming(method)}; it asks for a check that no methodHandlers entry makes`,
    );
  return [`${paymentMethods.length} ways to pay: ${paymentMethods.map(naming).join(', ')}`, ...leftOut];
}

function naming({ type, id }: PaymentMethod): string {
  return `${type || 'a method'} (${id.length > 8 ? `${id.slice(0, 4)}…` : '…'})`;
}
