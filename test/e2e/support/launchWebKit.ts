import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities, error, type WebDriver } from 'selenium-webdriver';
import { DESK_SIZE, PHONE_SIZE } from './deviceOptions.js';
import { createTabs } from './driverTab.js';
import { dressWebKit } from './dressWebKit.js';
import type { EngineContext, EnginePage, EnginePhone } from './enginePage.js';
import type { EngineBrowser, EngineOptions } from './engineTest.js';
import { findWebKit } from './findWebKit.mjs';
import { judgePages } from './judgePages.js';
import { startDisplay, type Display } from './startDisplay.js';
import { collect, watchPages, type PageWatch, type Watched } from './watchPages.js';
import { webDriverPage } from './webDriverPage.js';
import { LostAnswer, within } from './within.js';

/** How long a browser may take to begin and to end, milliseconds. */
const LONGEST_START = 30_000;
const LONGEST_END = 15_000;

/**
 * Starts the driver of the installed WebKitGTK. Each phone is a session of its own, as new as its first: a driver has one at a
 * time, so that a second phone beside it gets a driver of its own.
 *
 * @returns The browser; close it when its tests are over.
 * @throws When no WebKitGTK is installed: `npm run browsers` says what to do.
 */
export async function launchWebKit(): Promise<EngineBrowser> {
  const found = findWebKit();
  if (!found) throw new Error('No WebKitGTK found: run `npm run browsers`');
  const drivers = [{ ...(await startDriver(found)), busy: false }];
  const watch = watchPages();
  return {
    shops: { around: watch.around },
    async open(options) {
      let own = drivers.find(({ busy }) => !busy);
      if (!own) drivers.push((own = { ...(await startDriver(found)), busy: false }));
      const taken = own;
      taken.busy = true;
      const phone = await openPhone(taken, found.browser, watch, options);
      const { close } = phone.context;
      phone.context.close = async () => {
        // One that does not end stays busy, and is ended with its driver.
        await within(LONGEST_END, close())
          .then(() => (taken.busy = false))
          .catch((reason: unknown) => {
            if (!(reason instanceof LostAnswer)) throw reason;
          });
      };
      return phone;
    },
    async close() {
      await Promise.all(drivers.map(endDriver));
    },
  };
}

type WebKit = NonNullable<ReturnType<typeof findWebKit>>;
type Driver = {
  readonly driver: ChildProcess;
  readonly display: Display;
  readonly server: string;
  readonly folder: string;
};

async function endDriver({ driver, display, folder }: Driver): Promise<void> {
  if (driver.exitCode === null) {
    const ended = once(driver, 'exit');
    driver.kill();
    await ended;
  }
  await display.close();
  await rm(folder, { recursive: true, force: true });
}

async function openPhone(
  { server, folder }: Driver,
  binary: string,
  watch: PageWatch,
  { ignoreHTTPSErrors = true, blocks, ...device }: EngineOptions,
): Promise<EnginePhone> {
  const args = ['--automation', '--private', '--full-screen', ...(await dressWebKit(folder, device))];
  if (blocks) args.push(`--content-filter=${await writeFilter(folder, blocks)}`);
  const driver = await startSession(
    server,
    new Capabilities({
      browserName: 'MiniBrowser',
      acceptInsecureCerts: ignoreHTTPSErrors,
      'webkitgtk:browserOptions': { binary, args },
    }),
  );
  const watched = watch.begin();
  const { page, context, pages } = await createContext(driver, watched);
  await page.setViewportSize(device.desk ? DESK_SIZE : PHONE_SIZE);
  return { page, context, ...judgePages(watched.problems, () => collectFrom(pages, watched)) };
}

/** Starts the browser, and again where it has no window yet when the driver asks for it: it first reads its filter. */
async function startSession(server: string, capabilities: Capabilities, attempts = 5): Promise<WebDriver> {
  const builder = new Builder().disableEnvironmentOverrides().usingServer(server);
  try {
    const session: Promise<WebDriver> = builder.withCapabilities(capabilities).build();
    return await within(LONGEST_START, session);
  } catch (reason) {
    if (attempts > 1 && (reason instanceof error.SessionNotCreatedError || reason instanceof LostAnswer))
      return startSession(server, capabilities, attempts - 1);
    throw reason;
  }
}

async function createContext(driver: WebDriver, watched: Watched) {
  const tabs = createTabs(driver);
  const pages: EnginePage[] = [];
  const show = (handle: string): EnginePage => {
    const page = webDriverPage(tabs(handle), context, (source) => watched.initScripts.push(source));
    pages.push(page);
    return page;
  };
  const first = await driver.getWindowHandle();
  const context: EngineContext = {
    async newPage() {
      const handle = await tabs(first).act(async () => {
        await driver.switchTo().newWindow('tab');
        const opened = await driver.getWindowHandle();
        await driver.switchTo().window(first);
        return opened;
      });
      return show(handle);
    },
    // The driver cannot cut the connection: the pages are told, and fail, as the browser would have it.
    async setOffline(offline) {
      for (const page of pages) await page.evaluate(tellOffline, offline);
    },
    unrouteAll: () => Promise.reject(new Error('A filter stays until its browser ends.')),
    close: () => driver.quit(),
  };
  return { page: show(first), pages, context };
}

function tellOffline(offline: boolean): void {
  const page = globalThis as typeof globalThis & { isOffline?: boolean };
  if (page.isOffline === undefined) {
    const { fetch } = page;
    page.fetch = (...args) =>
      page.isOffline ? Promise.reject(new TypeError('Load failed')) : fetch.apply(page, args);
    Object.defineProperty(navigator, 'onLine', { get: () => !page.isOffline });
  }
  page.isOffline = offline;
  dispatchEvent(new Event(offline ? 'offline' : 'online'));
}

async function collectFrom(pages: readonly EnginePage[], { problems }: Watched): Promise<void> {
  for (const page of pages)
    for (const problem of await page.evaluate(collect))
      // Told already, unless the page's image is still on its way.
      if (!problems.includes(problem)) problems.push(problem);
}

async function writeFilter(folder: string, blocks: string): Promise<string> {
  const file = join(folder, 'filter.json');
  const pattern = `.*${blocks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  await writeFile(file, JSON.stringify([{ trigger: { 'url-filter': pattern }, action: { type: 'block' } }]));
  return file;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startDriver(found: WebKit, attempts = 5): Promise<Driver> {
  const port = await findFreePort();
  // Its own: of the windows on one, a single one has the focus.
  const display = await startDisplay(found.display);
  const folder = await mkdtemp(join(tmpdir(), 'altapay-webkit-'));
  const driver = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    // Its pages speak the language of the process.
    env: {
      ...process.env,
      DISPLAY: display.name,
      LANG: 'en_GB.UTF-8',
      LANGUAGE: 'en_GB',
      XDG_CONFIG_HOME: folder,
    },
  });
  const server = `http://127.0.0.1:${port}`;
  const ended = new AbortController();
  driver.once('exit', () => ended.abort());
  if (await isListening(server, ended.signal)) return { driver, display, server, folder };
  await display.close();
  await rm(folder, { recursive: true, force: true });
  // It takes no port of its own choice, and somebody else was quicker with this one.
  if (attempts > 1) return startDriver(found, attempts - 1);
  throw new Error('WebKitWebDriver does not start');
}

/** Waits until a driver answers there; `false` when it has ended instead. */
async function isListening(server: string, ended: AbortSignal): Promise<boolean> {
  const end = performance.now() + 60_000;
  while (!ended.aborted) {
    const answer = await fetch(`${server}/status`)
      .then((response) => response.json())
      .catch(() => undefined);
    if ((answer as { value?: { ready?: unknown } } | undefined)?.value?.ready !== undefined)
      return !ended.aborted;
    if (performance.now() > end) throw new Error('WebKitWebDriver does not answer');
    await new Promise((again) => setTimeout(again, 50));
  }
  return false;
}
