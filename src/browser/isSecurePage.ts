import { isPrivateHost } from '../core/guardUrl.js';

/** Whether page and API are reached safely: by https, or plainly from one loopback or private address to another. */
export function isSecurePage(apiUrl: URL, page: { protocol: string; hostname: string }): boolean {
  const plain = ({ protocol, hostname }: typeof page): boolean =>
    protocol === 'http:' && isPrivateHost(hostname);
  // A developer's page may be plain while the API is not; the other way round the page is the merchant's own mistake.
  return apiUrl.protocol === 'https:'
    ? page.protocol !== 'http:' || plain(page)
    : plain(apiUrl) && plain(page);
}
