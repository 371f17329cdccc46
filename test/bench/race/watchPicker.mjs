/**
 * Runs in the page before its own scripts: tells when something of a picker is drawn, and when it can be used. A time is
 * taken after the frame that shows it.
 */
export function watchPicker() {
  const main = () => document.querySelector('#payment');
  const seen = {
    visible: 0,
    usable: 0,
    shift: 0,
    longTasks: /** @type {{ startTime: number, duration: number }[]} */ ([]),
  };
  const page = /** @type {typeof globalThis & { bench: typeof seen, benchDone(text: string): void }} */ (
    globalThis
  );
  page.bench = seen;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });

  const frame = new MessageChannel();
  /** @type {('visible' | 'usable')[]} */
  let waiting = [];
  frame.port1.onmessage = () => {
    for (const mark of waiting) seen[mark] = performance.now();
    waiting = [];
    if (seen.usable) {
      performance.mark('bench-usable');
      page.benchDone('usable');
    } else requestAnimationFrame(look);
  };

  const isShown = (/** @type {Element | null | undefined} */ element) =>
    !!element && element.getClientRects().length > 0;

  function look() {
    const container = main();
    const root = container?.firstElementChild?.shadowRoot ?? container;
    if (!seen.visible && isShown(container?.firstElementChild)) waiting.push('visible');
    const radio = root?.querySelector('input[type=radio]:enabled, [role=radio]:not([aria-disabled=true])');
    const button = root?.querySelector('[part=pay-button], .adyen-checkout__button--pay, form > button');
    if (isShown(radio) && isShown(button)) waiting.push('usable');
    if (waiting.length > 0) frame.port2.postMessage('');
    else requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}
