import type { Tabs } from '../browser/joinTabs.js';
import type { Loading } from './createLoading.js';
import type { Store } from './createStore.js';

/** A tab that pays, or no longer does; one that has just come asks all the others by saying neither. */
type Word = { readonly tab: string; readonly paying?: boolean | undefined };

/** What it takes to hear of other tabs. */
export type TabEffects = {
  joinTabs(sessionId: string, hear: (word: unknown) => void, farewell: () => unknown): Tabs;
  createKey(): string;
};

/**
 * Tells the tabs that have the same session open when this one pays, and this one when another does. Only words: nothing
 * is locked, so nothing can stay locked.
 */
export function warnOtherTabs(store: Store, loading: Loading, { joinTabs, createKey }: TabEffects): void {
  const tab = createKey();
  const payingTabs = new Set<string>();
  let tabs: Tabs | undefined;
  let joined: string | undefined;
  let told = false;

  const isPaying = (): boolean => /^(initiating|handedOff|unclear)$/.test(store.now().state.name);
  const tell = (paying?: boolean): void => tabs?.tell({ tab, paying } satisfies Word);
  const note = (): void => store.dispatch({ type: 'otherTabHeard', paying: payingTabs.size > 0 });

  const hear = (word: unknown): void => {
    if (!isWord(word)) return;
    const { tab, paying } = word;
    const before = payingTabs.size;
    if (paying) payingTabs.add(tab);
    else if (paying === false) payingTabs.delete(tab);
    else {
      // It may be one that paid, and was loaded anew; those that still pay say so again.
      payingTabs.clear();
      if (isPaying()) tell(true);
    }
    if (payingTabs.size === before) return;
    note();
    void loading.refresh();
  };

  const follow = (): void => {
    const { state, answer } = store.now();
    const sessionId = state.name === 'destroyed' ? undefined : (answer?.session.sessionId ?? joined);
    if (sessionId !== joined) {
      if (told) tell((told = false));
      tabs?.leave();
      payingTabs.clear();
      // Whoever is on the way to the gateway is paying still.
      tabs =
        sessionId === undefined
          ? undefined
          : joinTabs(sessionId, hear, () =>
              store.now().state.name === 'handedOff' ? undefined : { tab, paying: false },
            );
      joined = sessionId;
      tell();
    }
    if (told !== isPaying()) tell((told = !told));
    if (payingTabs.size > 0) note();
  };
  store.subscribe(follow);
  follow();
}

function isWord(word: unknown): word is Word {
  const { tab, paying } = (word ?? {}) as Partial<Record<keyof Word, unknown>>;
  return typeof tab === 'string' && tab.length < 40 && /boolean|undefined/.test(typeof paying);
}
