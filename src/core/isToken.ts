/** Whether a value can stand in an `Authorization` header as a bearer token (RFC 6750, b64token). */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.~+/-]{1,8192}=*$/.test(value);
}
