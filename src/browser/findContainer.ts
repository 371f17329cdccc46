import { PaymentError } from '../errors.js';

/**
 * Finds the element to draw into, once the document is there: a script in the head may start first.
 *
 * @throws PaymentError `container_not_found` when there is none, or it is not on the page.
 */
export async function findContainer(container: string | Element): Promise<Element> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve, { once: true });
    });
  const element = typeof container === 'string' ? select(container) : container;
  if (element instanceof Element && element.isConnected) return element;
  const came = typeof container === 'string' ? `"${container.slice(0, 80)}"` : 'an element';
  throw new PaymentError(
    'container_not_found',
    `Option "container": ${came} is not on the page. Give an element, or a selector of one such as "#payment".`,
  );
}

function select(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
