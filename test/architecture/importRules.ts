import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

const ENTRY = '^src/(index|global|early)\\.ts$';
// What wires the parts together for both ways in stands beside them.
const STORY =
  '^src/(initFromQR|initiate|connectPage|createPayPhaseLoader|importPayPhase|payPhase|importFurther|further|importQRCode)\\.ts$';
const FLOW = '^src/flow/';
const LAYER = '^src/(api|ui|browser|i18n)/';
const CORE = '^src/core/';
const ERRORS = '^src/errors\\.ts$';
const LAZY_QR = '^src/importQRCode\\.ts$';
const ISLAND = '^src/(qr|load|wallets|fakeWallets|server|sandbox|status|cli)/';
// Puts the whole script on a page, and knows of it by its types alone.
const LOAD = '^src/load/';
// Handlers that a merchant hands to the SDK: they know of it by its types alone.
const WALLETS = '^src/wallets/';
// What puts the SDK into an element or a framework stands upon the entry, as a merchant's own code would.
const BINDING = '^src/(element|react|mount)/';
// Pages of their own beside the picker's: they stand upon the layers as a story does, and nobody stands upon them.
const OWN_PAGE = '^src/(return|embedded)/';
// For a merchant's server: it asks Checkout as the page does, through api, and never comes near a browser's script.
const SERVER = '^src/server/';
const API = '^src/api/';
// What is left at the top: option types, the session's type, and what resolves and keeps them.
const TOP =
  '^src/(?!(?:index|global|early|initFromQR|initiate|connectPage|createPayPhaseLoader|importPayPhase|payPhase|importFurther|further|importQRCode|errors)\\.ts$)[\\w.]+\\.ts$';

const ZOD = '^node_modules/zod/';
const NO_TYPES: NonNullable<IRegularForbiddenRuleType['to']['dependencyTypesNot']> = [
  'type-only',
  'type-import',
];

const rule = (
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({ name, severity: 'error', from, to });

/**
 * Who may import whom: `index|global → initFromQR|initiate → flow → options, api, ui, browser, i18n → core → errors`.
 *
 * A type costs a payer nothing, so a lower layer may name the options' and the session's types; `flow` may name the types of
 * what it is handed.
 */
export const importRules: readonly IRegularForbiddenRuleType[] = [
  rule('errors-import-nothing', { path: ERRORS }, { path: '.' }),
  rule('core-imports-core', { path: CORE }, { pathNot: [CORE, ERRORS, ZOD] }),
  rule('layers-look-down', { path: LAYER }, { path: [ENTRY, STORY, FLOW] }),
  rule('layers-take-types-only', { path: LAYER }, { path: TOP, dependencyTypesNot: NO_TYPES }),
  rule('siblings-are-strangers', { path: LAYER }, { path: LAYER, pathNot: '^src/$1/' }),
  rule('options-look-down', { path: TOP }, { path: [ENTRY, STORY, FLOW] }),
  rule(
    'options-do-nothing',
    { path: TOP },
    { path: LAYER, pathNot: '^src/i18n/', dependencyTypesNot: NO_TYPES },
  ),
  rule('flow-looks-down', { path: FLOW }, { path: [ENTRY, STORY] }),
  rule(
    'flow-is-handed-its-tools',
    { path: FLOW },
    { path: '^src/(api|ui|browser)/', dependencyTypesNot: NO_TYPES },
  ),
  rule('stories-know-no-entry', { path: STORY }, { path: ENTRY }),
  rule(
    'entries-are-apart',
    { path: ENTRY },
    {
      path: '^src/((?:global|early)\\.ts|qr/|load/|wallets/|fakeWallets/|element/|react/|mount/|server/|sandbox/|status/|cli/)',
    },
  ),
  rule(
    'islands-stay-islands',
    { path: ISLAND, pathNot: [SERVER, LOAD, WALLETS, '^src/(cli|status)/'] },
    { path: '^src/', pathNot: ['^src/$1/', CORE, ERRORS] },
  ),
  rule('load-brings-no-sdk', { path: LOAD }, { path: '^src/', pathNot: LOAD, dependencyTypesNot: NO_TYPES }),
  rule(
    'wallets-bring-no-sdk',
    { path: WALLETS },
    { path: '^src/', pathNot: [WALLETS, CORE, ERRORS], dependencyTypesNot: NO_TYPES },
  ),
  rule(
    'bindings-stand-on-the-entry',
    { path: BINDING },
    { path: '^src/', pathNot: [BINDING, '^src/index\\.ts$', '^src/browser/readScriptTag\\.ts$'] },
  ),
  rule(
    'own-pages-stand-on-layers',
    { path: OWN_PAGE },
    {
      path: '^src/',
      pathNot: [OWN_PAGE, '^src/(ui|browser|i18n)/', '^src/api/withinTime\\.ts$', CORE, ERRORS],
      dependencyTypesNot: NO_TYPES,
    },
  ),
  rule('nobody-goes-to-own-pages', { path: '^src/', pathNot: OWN_PAGE }, { path: OWN_PAGE }),
  rule('nobody-goes-to-bindings', { path: '^src/', pathNot: BINDING }, { path: BINDING }),
  rule(
    'react-in-react',
    { path: '^src/', pathNot: '^src/react/' },
    { path: 'node_modules/(@types/)?react(-dom)?/' },
  ),
  // The command serves the sandbox, and the status page reads what it answers.
  rule(
    'cli-serves-the-sandbox',
    { path: '^src/cli/' },
    { path: '^src/', pathNot: ['^src/(cli|sandbox)/', CORE] },
  ),
  rule(
    'status-draws-the-sandbox',
    { path: '^src/status/' },
    { path: '^src/', pathNot: ['^src/status/', '^src/sandbox/sandboxStatus\\.ts$'] },
  ),
  rule('server-asks-by-api', { path: SERVER }, { path: '^src/', pathNot: [SERVER, API, CORE, ERRORS] }),
  // Lazily, and to the code alone.
  rule('nobody-goes-to-islands', { path: '^src/', pathNot: [ISLAND, LAZY_QR] }, { path: ISLAND }),
  rule('the-code-is-lazy', { path: LAZY_QR }, { path: ISLAND, pathNot: '^src/qr/' }),
  rule('ky-in-api', { path: '^src/', pathNot: [API, SERVER] }, { path: '^node_modules/ky/' }),
  rule(
    'zod-in-schema',
    { path: '^src/', pathNot: ['^src/core/schema\\.ts$', SERVER, '^src/sandbox/'] },
    { path: ZOD },
  ),
  rule('zod-is-core', { path: CORE }, { path: ZOD, pathNot: '^node_modules/zod/v4/core/' }),
  rule('qrcode-in-islands', { path: '^src/', pathNot: ISLAND }, { path: 'node_modules/(@types/)?qrcode/' }),
  rule(
    'two-dependencies',
    { path: '^src/', pathNot: ISLAND },
    { path: 'node_modules/', pathNot: ['^node_modules/(ky|zod)/', 'node_modules/(@types/)?(qrcode|react)/'] },
  ),
  rule(
    'no-node-in-browser',
    { path: '^src/', pathNot: '^src/(sandbox|cli)/' },
    { dependencyTypes: ['core'] },
  ),
  rule('no-cycles', { path: '^src/' }, { circular: true }),
  rule('everything-resolves', { path: '^src/' }, { couldNotResolve: true }),
];
