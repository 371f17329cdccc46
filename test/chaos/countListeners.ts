import { vi } from 'vitest';

/** Counts what is listened to on targets: added, and neither removed nor ended by its signal. */
export function countListeners(...targets: readonly EventTarget[]): () => number {
  const counts = targets.map(countOne);
  return () => counts.reduce((sum, count) => sum + count(), 0);
}

function countOne(target: EventTarget): () => number {
  const open = new Set<{ type: string; listener: unknown; signal: AbortSignal | undefined }>();
  const { addEventListener: add, removeEventListener: remove } = target;
  vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
    open.add({ type, listener, signal: typeof options === 'object' ? options.signal : undefined });
    add.call(target, type, listener, options);
  });
  vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
    for (const entry of open) if (entry.type === type && entry.listener === listener) open.delete(entry);
    remove.call(target, type, listener, options);
  });
  return () => [...open].filter(({ signal }) => !signal?.aborted).length;
}
