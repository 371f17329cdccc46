import { networkInterfaces } from 'node:os';

const ANY_ADDRESS = ['0.0.0.0', '::'];
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/**
 * Reads the settings of `npm start` from the environment.
 *
 * @param {Record<string, string | undefined>} environment
 * @throws {Error} When a port is not one; the message names the variable.
 */
export function readSettings(environment) {
  const host = environment.HOST ?? '127.0.0.1';
  const port = readPort(environment, 'PORT', 4170);
  const sandboxPort = readPort(environment, 'SANDBOX_PORT', 4171);
  if (port === sandboxPort)
    throw new Error(`PORT and SANDBOX_PORT are both ${port}: give them two different ports`);

  const address = ANY_ADDRESS.includes(host) ? findPrivateAddress() : host;
  const publicHost = address.includes(':') ? `[${address}]` : address;
  return {
    host,
    port,
    sandboxPort,
    shopUrl: `http://${publicHost}:${port}`,
    sandboxUrl: `http://${publicHost}:${sandboxPort}`,
    sandboxFile: environment.SANDBOX_FILE,
    phoneCanReach: PRIVATE.test(address),
  };
}

/**
 * @param {Record<string, string | undefined>} environment
 * @param {string} variable
 * @param {number} standard
 */
function readPort(environment, variable, standard) {
  const text = environment[variable] ?? String(standard);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`${variable} is "${text}": it must be a whole number from 1 to 65535`);
  }
  return port;
}

/** The address by which a phone in the same network reaches this machine. */
function findPrivateAddress() {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const found = addresses.find(
    ({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address),
  );
  return found?.address ?? '127.0.0.1';
}
