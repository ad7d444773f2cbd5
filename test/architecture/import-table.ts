import type { Import } from './read-imports';
import { exists, isTest } from './sources';

// Who may import whom (docs/architecture.md), as a table. A file belongs to the first zone whose folder holds it.

export interface Zone {
  readonly name: string;
  readonly folder: RegExp;
  /** Zones it may import; ":types" means types only. */
  readonly zones: readonly string[];
  /** Packages it may import. */
  readonly packages: readonly RegExp[];
  readonly why: string;
}

const NODE = /^node:/;
const KOA = /^(koa($|-)|@koa\/)/;
const REACT = /^(react|react-dom)$/;

export const ZONES: readonly Zone[] = [
  {
    name: 'domain',
    folder: /^packages\/domain\/src\//,
    zones: ['domain'],
    packages: [/^js-sha256$/],
    why: 'it runs in WeChat and in Node',
  },
  {
    name: 'texts',
    folder: /^packages\/texts\/src\//,
    zones: ['texts', 'domain'],
    packages: [],
    why: 'what is said, and the English for what the domain says',
  },
  {
    name: 'contract',
    folder: /^packages\/contract\/src\//,
    zones: ['contract', 'domain'],
    packages: [/^zod$/],
    why: 'the wire, nothing else',
  },
  {
    name: 'core',
    folder: /^packages\/core\/src\//,
    zones: ['core', 'domain'],
    packages: [NODE, /^kysely$/, /^pg($|\/)/, /^@electric-sql\//],
    why: 'it knows no HTTP',
  },
  {
    name: 'bff/routes',
    folder: /^apps\/bff\/src\/routes\//,
    zones: ['bff/routes', 'bff/http', 'bff/deps', 'bff/outside:types', 'core', 'contract', 'domain', 'texts'],
    packages: [KOA, /^zod$/, /^node:crypto$/],
    why: 'a route cannot query',
  },
  {
    name: 'bff/institution',
    folder: /^apps\/bff\/src\/institution\//,
    zones: ['bff/institution', 'bff/http', 'bff/deps', 'bff/outside:types', 'core', 'contract', 'domain'],
    packages: [KOA, /^zod$/, /^node:crypto$/, /^sm-crypto-v2$/],
    why: 'a route cannot query',
  },
  {
    name: 'bff/http',
    folder: /^apps\/bff\/src\/http\//,
    zones: ['bff/http', 'bff/deps', 'bff/outside:types', 'core:types', 'contract', 'domain'],
    packages: [/^csv-stringify$/, NODE, KOA, /^zod$/, /^pino$/, /^@asteasolutions\/zod-to-openapi$/],
    why: 'the edge decides nothing',
  },
  {
    name: 'bff/live',
    folder: /^apps\/bff\/src\/live\//,
    zones: ['bff/live', 'bff/http', 'bff/deps', 'bff/rounds', 'core', 'contract', 'domain'],
    packages: [NODE, /^ws$/, /^pino$/],
    why: 'a connection reads what a route reads',
  },
  {
    name: 'bff/outside',
    folder: /^apps\/bff\/src\/outside\//,
    zones: ['bff/outside', 'bff/deps', 'core', 'contract', 'domain'],
    packages: [
      NODE,
      /^ioredis$/,
      /^rate-limiter-flexible$/,
      /^zod$/,
      /^pino$/,
      /^yaml$/,
      /^ajv(-i18n)?$/,
      /^cockatiel$/,
      /^prom-client$/,
      /^chinese-days\//,
    ],
    why: 'an adapter knows its party and the port that it fills',
  },
  {
    name: 'bff/receipt',
    folder: /^apps\/bff\/src\/receipt\//,
    zones: ['bff/receipt', 'core:types', 'domain', 'texts'],
    packages: [NODE, /^pdfkit$/, /^fontkit$/, /^@napi-rs\/canvas$/, /^uqr$/, /^piscina$/],
    why: 'it draws what it is given',
  },
  {
    name: 'bff/deps',
    folder: /^apps\/bff\/src\/deps\.ts$/,
    zones: ['bff/outside:types', 'bff/receipt:types', 'bff/http:types', 'core:types', 'domain:types'],
    packages: [/^pino$/],
    why: 'types only',
  },
  {
    name: 'bff/rounds',
    folder: /^apps\/bff\/src\/rounds\.ts$/,
    zones: [],
    packages: [],
    why: 'a timer knows nothing of what it calls',
  },
  {
    name: 'bff',
    folder: /^apps\/bff\/src\//,
    zones: [
      'bff',
      'bff/rounds',
      'bff/routes',
      'bff/institution',
      'bff/live',
      'bff/http',
      'bff/outside',
      'bff/receipt',
      'bff/deps',
      'core',
      'contract',
      'domain',
    ],
    packages: [/./],
    why: 'main puts the parts together',
  },
  {
    name: 'sandbox',
    folder: /^apps\/sandbox\/src\//,
    zones: ['sandbox', 'contract', 'domain'],
    packages: [NODE, KOA, /^zod$/, /^esbuild$/, /^jsqr$/, /^@zxing\/library$/],
    why: 'the world outside knows our wire, not our inside',
  },
  {
    name: 'miniapp/shared',
    folder: /^apps\/miniapp\/src\/shared\//,
    zones: ['miniapp/shared', 'contract:types', 'domain', 'texts'],
    packages: [REACT, /^@tarojs\//, /^uqr$/],
    why: 'the only place that calls the platform',
  },
  {
    name: 'miniapp/features',
    folder: /^apps\/miniapp\/src\/features\//,
    zones: ['miniapp/features', 'miniapp/shared', 'contract:types', 'domain', 'texts'],
    packages: [REACT, /^@tarojs\/components$/, /^uqr$/],
    why: 'a feature knows no other feature and no platform',
  },
  {
    name: 'miniapp/pages',
    folder: /^apps\/miniapp\/src\/pages\//,
    zones: ['miniapp/pages', 'miniapp/features', 'miniapp/shared', 'contract:types', 'domain', 'texts'],
    packages: [REACT, /^@tarojs\/components$/],
    why: 'a page only composes features',
  },
  {
    name: 'miniapp',
    folder: /^apps\/miniapp\/src\//,
    zones: ['miniapp', 'miniapp/features', 'miniapp/shared'],
    packages: [REACT, /^@tarojs\//],
    why: 'the app sets up and shows pages',
  },
  { name: 'config', folder: /^(config|apps\/miniapp\/(config|scripts|[^/]+$))/, zones: ['config'], packages: [/./], why: 'tools' },
  {
    name: 'test',
    folder: /^(test|apps\/miniapp\/test)\//,
    zones: [
      'test',
      'config',
      'bff',
      'bff/live',
      'bff/http',
      'bff/outside',
      'bff/receipt',
      'bff/deps',
      'sandbox',
      'core',
      'contract',
      'domain',
      'texts',
      'miniapp/shared',
    ],
    packages: [/./],
    why: 'tests come from outside',
  },
];

/** What core's index gives to main and to tests, and to no route. */
const STORE_NAMES = ['openPglite', 'openPostgres', 'databaseOf', 'migrate', 'Pool', 'PoolClient', 'Database', '*'];

export const zoneOf = (path: string): Zone | undefined => ZONES.find((zone) => zone.folder.test(path));

/** One line for each import that the table forbids. */
export const findForbidden = (imports: readonly Import[]): string[] =>
  imports.flatMap((one) => {
    const reason = forbiddenBecause(one);
    return reason === undefined ? [] : [`${one.from} → ${one.specifier}: ${reason}`];
  });

const forbiddenBecause = (one: Import): string | undefined => {
  const from = zoneOf(one.from);
  if (!from) return 'the file is in no zone of the table';
  if (one.target.endsWith('(no such file)'))
    return isAsset(one.specifier) && exists(one.target.replace(' (no such file)', '')) ? undefined : 'no such file';
  const to = zoneOf(one.target);
  if (!to) return forbiddenPackage(one, from);
  if (crossesFeatures(one)) return 'a feature never imports another feature';
  if (from.name.startsWith('bff/') && to.name === 'core') {
    const taken = one.names.find((name) => STORE_NAMES.includes(name));
    if (taken) return `${taken} opens the store, and only main may`;
  }
  return zoneAllows(one, from, to) ? undefined : `${from.name} may not import ${to.name}: ${from.why}`;
};

const zoneAllows = (one: Import, from: Zone, to: Zone): boolean =>
  from.zones.includes(to.name) || (one.typeOnly && from.zones.includes(`${to.name}:types`)) || (isTest(one.from) && to.name === 'test');

const forbiddenPackage = (one: Import, from: Zone): string | undefined => {
  if (isTest(one.from) || from.packages.some((allowed) => allowed.test(one.specifier))) return undefined;
  return `${from.name} may not import ${one.specifier}: ${from.why}`;
};

const featureOf = (path: string): string | undefined => /^apps\/miniapp\/src\/features\/([^/]+)\//.exec(path)?.[1];

const crossesFeatures = (one: Import): boolean => {
  const [from, to] = [featureOf(one.from), featureOf(one.target)];
  return from !== undefined && to !== undefined && from !== to;
};

const isAsset = (specifier: string): boolean => /\.(scss|css|png|svg|json)$/.test(specifier);
