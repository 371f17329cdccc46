import { errors, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { Problem } from './problem.js';

/** What a token allows. The backend's may do all; a payment link's may only read and pay. */
export type Scope = 'SessionRead' | 'SessionUpdate' | 'Payment';

/** Who asks, as their token says. `authId` is the link's, where `sessionId` binds the token to one session. */
export type Access = {
  readonly scopes: readonly string[];
  readonly authId: string;
  /** Names this one token. */
  readonly tokenId: string;
  readonly sessionId?: string;
};

export type Tokens = {
  issueForMerchant(username: string): Promise<string>;
  /** `lastsUntil`: epoch milliseconds. */
  issueForLink(
    link: { readonly authId: string; readonly sessionId: string },
    lastsUntil: number,
  ): Promise<{ token: string; tokenId: string }>;
  /** Throws a 401 {@link Problem} unless the request carries a token of this sandbox that still lasts. */
  verify(request: Request): Promise<Access>;
};

const HOUR = 3_600_000;

// One key pair for all sandboxes of a process, for making one takes a while. Each knows its own tokens by their issuer.
let keyPair: ReturnType<typeof generateKeyPair> | undefined;
const keys = () => (keyPair ??= generateKeyPair('RS256'));

/** RS256 tokens with AltaPay's claims; the key pair is made when the first token is asked for. */
export function createTokens(now: () => number): Tokens {
  const issuer = `altapay-sandbox/${crypto.randomUUID()}`;

  const sign = async (
    claims: Record<string, unknown>,
    lastsUntil: number,
    tokenId = crypto.randomUUID(),
  ): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setJti(tokenId)
      .setIssuedAt(Math.floor(now() / 1000))
      .setExpirationTime(Math.floor(lastsUntil / 1000))
      .sign((await keys()).privateKey);

  return {
    issueForMerchant: (username) =>
      sign(
        { upn: username, groups: ['SessionRead', 'SessionUpdate', 'Payment'], authId: crypto.randomUUID() },
        now() + HOUR,
      ),
    issueForLink: async ({ authId, sessionId }, lastsUntil) => {
      const tokenId = crypto.randomUUID();
      const claims = { upn: 'payer', groups: ['SessionRead', 'Payment'], authId, sessionId };
      return { tokenId, token: await sign(claims, lastsUntil, tokenId) };
    },
    verify: async (request) => {
      const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
      if (!token) throw unauthenticated('TOKEN_MISSING', 'This call wants "Authorization: Bearer <token>".');
      const options = { algorithms: ['RS256'], issuer, currentDate: new Date(now()) };
      try {
        const { payload } = await jwtVerify(token, (await keys()).publicKey, options);
        return toAccess(payload);
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          throw unauthenticated('TOKEN_EXPIRED', 'The token has run out.');
        throw unauthenticated('TOKEN_INVALID', 'The token is not one of this Checkout.');
      }
    },
  };
}

function toAccess(claims: Record<string, unknown>): Access {
  const { groups, authId, jti, sessionId } = claims as {
    groups: string[];
    authId: string;
    jti: string;
    sessionId?: string;
  };
  return { scopes: groups, authId, tokenId: jti, ...(sessionId !== undefined && { sessionId }) };
}

function unauthenticated(code: string, detail: string): Problem {
  return new Problem(401, code, detail, { headers: { 'WWW-Authenticate': 'Bearer' } });
}
