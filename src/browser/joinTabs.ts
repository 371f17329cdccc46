export type Tabs = {
  tell(word: unknown): void;
  leave(): void;
};

/**
 * Joins this page's other tabs on the same origin that have the same session open. Best effort: where the browser has no
 * such channel, nobody hears. What is told must hold no secret; the session's id is hashed into the channel's name.
 *
 * @param sessionId - Whose tabs.
 * @param hear - Called with what another tab tells: anything, for any script of the origin may.
 * @param farewell - What to tell when this page is left; undefined tells nothing.
 */
export function joinTabs(sessionId: string, hear: (word: unknown) => void, farewell: () => unknown): Tabs {
  let channel: BroadcastChannel | undefined;
  const join = (): void => {
    try {
      channel ??= new BroadcastChannel(`altapay-${hash(sessionId)}`);
      channel.onmessage = ({ data }) => hear(data);
    } catch {
      // Old browsers have none, and sandboxed frames may not.
    }
  };
  const part = (): void => {
    channel?.close();
    channel = undefined;
  };
  // An open channel would keep the page out of the back/forward cache.
  const hide = (): void => {
    const word = farewell();
    if (word !== undefined) channel?.postMessage(word);
    part();
  };
  addEventListener('pagehide', hide);
  addEventListener('pageshow', join);
  join();
  return {
    tell: (word) => channel?.postMessage(word),
    leave() {
      part();
      removeEventListener('pagehide', hide);
      removeEventListener('pageshow', join);
    },
  };
}

// FNV-1a, 32 bits: enough to tell a few tabs apart, and no way back to the id.
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(16);
}
