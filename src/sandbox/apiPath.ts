/** Where the API stands on the gateway's host (mark C). */
export const apiPath = '/checkout/v1/api';
