/** Wide, and with a mouse or a touchpad: a computer, whose payer may have a phone at hand. */
const DESK = '(min-width:48em) and (hover:hover) and (pointer:fine)';

export type Desk = {
  /** Whether the page is seen on a computer. */
  isDesk(): boolean;
  stop(): void;
};

/** Tells a computer from a phone, and calls back when a window has become one or the other. */
export function watchDesk(onChange: () => void): Desk {
  const query = matchMedia(DESK);
  query.addEventListener('change', onChange);
  return {
    isDesk: () => query.matches,
    stop: () => query.removeEventListener('change', onChange),
  };
}
