import type { SandboxMerchant, SandboxMethod } from './methods.js';
import type { SessionBody } from './sessionBody.js';

export type Amount = { readonly value: number; readonly currency: string };

/** Where the sandbox keeps its orders beyond its own life, as one text. */
export type SandboxStorage = {
  /** The text last saved; `undefined` where there is none yet. */
  load(): Promise<string | undefined>;
  save(text: string): Promise<void>;
};

/** What the merchant's backend sent, and what became of it. Times are epoch milliseconds on the sandbox's clock. */
export type SessionRecord = {
  readonly id: string;
  readonly createdAt: number;
  body: SessionBody;
  settled?: 'PAID' | 'CANCELLED';
  /** A fixture's own, in place of the sandbox's. */
  readonly methods?: readonly SandboxMethod[];
  readonly merchant?: SandboxMerchant;
};

export type LinkRecord = {
  /** The secret in the payment link: whoever knows it may open it. */
  readonly id: string;
  /** Names the link in its tokens without giving the secret away. */
  readonly authId: string;
  readonly sessionId: string;
  readonly url?: string;
  readonly createdAt: number;
  /** Shortened where the link is ended before its time. */
  validityMs: number;
  readonly activationMs: number;
  activatedAt?: number;
  /** The amount each of its pages was last told, by the page's token, so that another one is never paid unseen. */
  amountsShown: Record<string, string>;
};

/** `NEW` is open in a gateway page (or on its way there), `ABANDONED` is one the payer walked away from. */
export type PaymentStatus = 'NEW' | 'ABANDONED' | 'SUCCEEDED' | 'DECLINED' | 'CANCELLED';

export type PaymentRecord = {
  readonly id: string;
  readonly sessionId: string;
  readonly methodId: string;
  /** What the order came to when the payment was started: that is what the payer approves, whatever it becomes. */
  readonly amount: Amount;
  readonly externalId: string;
  readonly createdAt: number;
  status: PaymentStatus;
  /** Gateway pages that show it now: a reload opens the new one before the old one says goodbye. */
  openViews: string[];
};

/** The definite answer that was given under an idempotency key. */
export type KeptAnswer = {
  readonly key: string;
  readonly sessionId: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
};

export type Counts = { arrivals: number; keys: string[]; paymentsCreated: number; paymentsFinalised: number };

/** Everything the sandbox remembers. Maps, because ids come from requests: `__proto__` must be no id. */
export type State = {
  clockOffset: number;
  counts: Counts;
  readonly sessions: Map<string, SessionRecord>;
  readonly links: Map<string, LinkRecord>;
  readonly payments: Map<string, PaymentRecord>;
  readonly keys: Map<string, KeptAnswer>;
  /** What belongs to a session, found without looking through all others. */
  readonly linksOf: Map<string, LinkRecord[]>;
  readonly paymentsOf: Map<string, PaymentRecord[]>;
};

type Saved = {
  readonly version: 1;
  readonly clockOffset: number;
  readonly counts: Counts;
  readonly sessions: readonly SessionRecord[];
  readonly links: readonly LinkRecord[];
  readonly payments: readonly PaymentRecord[];
  readonly keys: readonly KeptAnswer[];
};

export type Store = {
  readonly state: State;
  /** Reads what was saved, once. */
  load(): Promise<void>;
  /** Saves if anything changed; resolves when it is safe. */
  save(): Promise<void>;
  reset(): void;
};

/** One object for all state, so that it can be written down and read back. Without `storage` it lives in memory. */
export function createStore(storage?: SandboxStorage): Store {
  let state = toState();
  let loading: Promise<void> | undefined;
  let saving: Promise<void> = Promise.resolve();
  let savedText = '';

  const read = async (): Promise<void> => {
    const text = await storage?.load();
    if (text !== undefined) state = toState(parseSaved((savedText = text)));
  };
  const write = async (): Promise<void> => {
    const text = JSON.stringify(toSaved(state));
    if (text === savedText) return;
    await storage?.save(text);
    savedText = text;
  };

  return {
    get state() {
      return state;
    },
    load: () => (loading ??= read()),
    save: () => (storage ? (saving = saving.then(write, write)) : saving),
    reset: () => {
      state = toState();
    },
  };
}

export function addLink(state: State, link: LinkRecord): void {
  state.links.set(link.id, link);
  addTo(state.linksOf, link);
}

export function addPayment(state: State, payment: PaymentRecord): void {
  state.payments.set(payment.id, payment);
  addTo(state.paymentsOf, payment);
}

function addTo<T extends { readonly sessionId: string }>(
  groups: Map<string, T[]>,
  record: T,
): Map<string, T[]> {
  const group = groups.get(record.sessionId);
  if (group) group.push(record);
  else groups.set(record.sessionId, [record]);
  return groups;
}

function parseSaved(text: string): Saved {
  const saved = JSON.parse(text) as Partial<Saved>;
  if (saved.version !== 1)
    throw new Error('The stored sandbox state is of another version; delete it to start afresh.');
  return saved as Saved;
}

function toState(saved?: Saved): State {
  const byId = <T extends { readonly id: string }>(records: readonly T[] = []): Map<string, T> =>
    new Map(records.map((record) => [record.id, record]));
  const bySession = <T extends { readonly sessionId: string }>(
    records: readonly T[] = [],
  ): Map<string, T[]> => records.reduce(addTo, new Map<string, T[]>());
  return {
    clockOffset: saved?.clockOffset ?? 0,
    counts: saved?.counts ?? { arrivals: 0, keys: [], paymentsCreated: 0, paymentsFinalised: 0 },
    sessions: byId(saved?.sessions),
    links: byId(saved?.links),
    payments: byId(saved?.payments),
    keys: new Map(saved?.keys.map((answer) => [answer.key, answer])),
    linksOf: bySession(saved?.links),
    paymentsOf: bySession(saved?.payments),
  };
}

function toSaved(state: State): Saved {
  return {
    version: 1,
    clockOffset: state.clockOffset,
    counts: state.counts,
    sessions: [...state.sessions.values()],
    links: [...state.links.values()],
    payments: [...state.payments.values()],
    keys: [...state.keys.values()],
  };
}
