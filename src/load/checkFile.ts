/**
 * Fetches a script under a hash or a nonce, which `import()` itself cannot be given. What has passed stays in the page's
 * module map, so the import that follows gets the very bytes that were compared.
 *
 * Browsers without `modulepreload` (Safari before 17, Firefox before 115) run it as a script element at once. They have no
 * Trusted Types either, which would refuse that.
 *
 * @returns When the file is there and right.
 * @throws Error when it did not come, or is another one.
 */
export async function checkFile(file: {
  readonly href: string;
  readonly integrity: string | undefined;
  readonly nonce: string | undefined;
}): Promise<void> {
  const { href, integrity = '', nonce = '' } = file;
  const preload = document.createElement('link');
  const knowsPreload = preload.relList.supports('modulepreload');
  const element = knowsPreload
    ? Object.assign(preload, { rel: 'modulepreload', href })
    : Object.assign(document.createElement('script'), { type: 'module', src: href });
  Object.assign(element, { integrity, nonce, crossOrigin: 'anonymous' });
  await new Promise((resolve, reject) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', () =>
      reject(new Error('Not fetched, or not the file that was named.')),
    );
    document.head.append(element);
  }).finally(() => element.remove());
}
