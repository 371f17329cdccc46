import { isPlainObject } from '../core/isPlainObject.js';

/** What the gateway's page says of itself. Ours (mark O): AltaPay has published no such messages. */
export type FrameMessage =
  | { readonly type: 'ready' | 'completed' | 'cancelled' }
  | { readonly type: 'height'; readonly height: number };

/** Reads what a frame posted; anything else than the four words of `altapay-frame` is nothing. */
export function toFrameMessage(data: unknown): FrameMessage | undefined {
  if (!isPlainObject(data) || data.source !== 'altapay-frame') return undefined;
  const { type, height } = data;
  if (type === 'ready' || type === 'completed' || type === 'cancelled') return { type };
  return type === 'height' && typeof height === 'number' && Number.isFinite(height)
    ? { type, height }
    : undefined;
}
