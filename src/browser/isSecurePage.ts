import { isPrivateHost } from '../core/guardUrl.js';

/** Whether page and API are reached by https; plain http is for literal loopback and private addresses alone. */
export function isSecurePage(apiUrl: URL, page: { protocol: string; hostname: string }): boolean {
  return [apiUrl, page].every(({ protocol, hostname }) => protocol !== 'http:' || isPrivateHost(hostname));
}
