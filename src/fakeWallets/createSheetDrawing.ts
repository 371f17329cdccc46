import type { FakeCard, FakeSheet, Stage } from './stage.js';

const CSS = `
:host{all:initial;position:fixed;inset:0;z-index:2147483647;display:grid;align-items:end;background:#0008;font:16px/1.4 system-ui,sans-serif;color-scheme:light dark}
section{box-sizing:border-box;inline-size:min(100%,30rem);margin:0 auto;padding:20px;border-radius:16px 16px 0 0;color:light-dark(#17202a,#eef2f5);background:light-dark(#fff,#1c242c)}
p,h2{margin:0 0 8px;font-size:1rem;font-weight:400}
.pretend{padding:6px 12px;border:2px dashed;border-radius:8px;font-weight:600;text-align:center}
.total{font-size:1.5rem;font-weight:700}
button{display:block;inline-size:100%;min-block-size:48px;margin:8px 0 0;font:inherit;font-weight:600;color:inherit;background:none;border:1px solid;border-radius:8px;cursor:pointer}
`;

const WORDS: Readonly<Record<FakeSheet['phase'], string>> = {
  validating: 'Waiting for the shop to say who it is …',
  choosing: 'Choose a card that does not exist.',
  paying: 'Waiting for what becomes of the payment …',
};

/** Draws the pretend wallet's sheet over the page, and says on it what it is. */
export function createSheetDrawing(stage: () => Stage): (sheet: FakeSheet | undefined) => void {
  let host: HTMLElement | undefined;
  return (sheet) => {
    host?.remove();
    host = sheet && draw(sheet, stage());
    if (!host) return;
    document.body.append(host);
    host.shadowRoot?.querySelector('h2')?.focus();
  };
}

function draw({ wallet, label, amount, currency, phase }: FakeSheet, stage: Stage): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(CSS);
  root.adoptedStyleSheets = [style];
  const sheet = document.createElement('section');
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', `Pretend ${wallet}`);
  const heading = text('h2', `Pretend ${wallet}: no money moves`, 'pretend');
  heading.tabIndex = -1;
  sheet.append(
    heading,
    text('p', `Pay ${label}`),
    text('p', `${amount} ${currency}`, 'total'),
    text('p', WORDS[phase]),
  );
  const pay = (card: FakeCard) => () => stage.press((actions) => actions.approve(card), ['choosing']);
  const cancel = (): void => stage.press((actions) => actions.cancel(), ['validating', 'choosing']);
  if (phase === 'choosing')
    sheet.append(
      button('Pay with a card that is approved', pay('approved')),
      button('Pay with a card that is declined', pay('declined')),
    );
  if (phase !== 'paying') sheet.append(button('Cancel', cancel));
  root.append(sheet);
  return host;
}

function text(tag: 'h2' | 'p', words: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}

function button(words: string, onclick: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.onclick = onclick;
  return element;
}
