// The tables the house is held to. docs/architecture/modules.md shows the same tables, and a test keeps the two alike.

/** Areas of public business, in order: a module sees only those before it, through their doors. */
export const modules = [
  'register',
  'governance',
  'agreements',
  'partnerships',
  'open-books',
  'places',
  'shared-services',
  'community',
  'gateway',
] as const;

/** What a file in each folder of a module may import: parts of the platform, own folders, packages. */
export const layers: Readonly<Record<string, Layer>> = {
  domain: { platform: ['kernel'], own: ['domain'], earlierModules: false, packages: [] },
  store: { platform: 'any', own: ['domain', 'store'], earlierModules: false, packages: ['kysely'] },
  reference: {
    platform: ['kernel', 'config'],
    own: ['domain', 'store', 'reference'],
    earlierModules: false,
    packages: ['zod'],
  },
  queries: {
    platform: 'any',
    own: ['domain', 'store', 'queries'],
    earlierModules: true,
    packages: ['kysely'],
  },
  actions: {
    platform: 'any',
    own: ['domain', 'store', 'queries', 'actions', 'permissions'],
    earlierModules: true,
    packages: [],
  },
  web: {
    platform: 'any',
    own: ['domain', 'queries', 'actions', 'web', 'permissions'],
    earlierModules: true,
    packages: ['preact', 'zod'],
  },
};

export type Layer = Readonly<{
  platform: 'any' | readonly string[];
  own: readonly string[];
  earlierModules: boolean;
  packages: readonly string[];
}>;

/** What each part of the platform may import of the others. The platform knows no module. */
export const platform: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  config: ['kernel'],
  db: ['kernel', 'config'],
  files: ['kernel', 'config'],
  analytics: ['kernel', 'config'],
  tabular: ['kernel', 'files'],
  record: ['kernel', 'config', 'db'],
  identity: ['kernel', 'config', 'db', 'record'],
  feeds: ['kernel'],
  mail: ['kernel', 'db'],
  follow: ['kernel', 'db', 'record', 'identity', 'feeds', 'mail'],
  reminders: ['kernel', 'db', 'identity', 'mail', 'follow'],
  ui: ['kernel'],
  http: ['kernel', 'config', 'db', 'record', 'identity', 'ui'],
  module: ['kernel', 'config', 'db', 'analytics', 'record', 'identity', 'feeds', 'ui', 'http'],
  drafts: ['kernel', 'db', 'record', 'identity', 'module'],
  web: ['kernel', 'config', 'db', 'record', 'identity', 'ui', 'http', 'module', 'drafts'],
  testing: ['kernel', 'config', 'db', 'analytics', 'record', 'identity', 'ui', 'http', 'module', 'app'],
};

/** Things that only some places may do, and why. */
export const keptTo: readonly KeptTo[] = [
  {
    what: 'counting days with Date',
    pattern: /\.(?:set|get)(?:UTC)?(?:Date|Day|Month|FullYear|Hours)\(/,
    only: ['src/platform/kernel/'],
    why: 'dates are IsoDate, and every count of days explains itself, in platform/kernel',
  },
  {
    what: 'an instant',
    pattern: /\bnew Date\(|\bDate\.(?:now|parse|UTC)\(/,
    only: [
      'src/platform/kernel/',
      'src/platform/db/',
      'src/platform/record/',
      'src/platform/identity/',
      'src/platform/mail/',
      'src/platform/follow/',
      'src/platform/reminders/',
      'src/platform/http/',
      'src/platform/testing/',
      'src/app/',
    ],
    why: 'public business is dated, not timed: take `today` as an argument, and instants from a Clock',
  },
  {
    what: 'SQL',
    pattern: /from 'kysely'|from 'pg'|\bsql`/,
    only: [
      'src/platform/db/',
      'src/platform/record/',
      'src/platform/identity/',
      'src/platform/mail/',
      'src/platform/follow/',
      'src/platform/reminders/',
      'src/platform/drafts/',
      'src/platform/testing/',
      'src/modules/*/store/',
      'src/modules/*/queries/',
    ],
    why: 'SQL lives in the store and the queries of a module, and in the parts of the platform that own tables',
  },
  {
    what: 'the environment',
    pattern: /\bprocess\.env\b/,
    only: [
      'src/platform/config/',
      'src/platform/db/embedded/',
      'src/platform/testing/',
      'src/app/commands/',
      'src/main.ts',
    ],
    why: 'every setting is typed, documented and checked at start by platform/config',
  },
  {
    what: 'the end of the process',
    pattern: /\bprocess\.exit\(/,
    only: ['src/main.ts', 'src/app/', 'src/platform/testing/'],
    why: 'only the outermost layer may end the site; everything else returns or throws',
  },
  {
    what: 'markup that is not escaped',
    pattern: /dangerouslySetInnerHTML/,
    only: ['src/platform/ui/'],
    why: 'pages escape by default; what must not be escaped is a component of platform/ui with a test of its own',
  },
  {
    what: 'an inline style or script',
    pattern: /\sstyle=[{"]|<script(?![^>]*\bsrc=)|\son[a-z]+=["{]/,
    only: [],
    why: 'the content security policy forbids them; use a class or a data-module',
  },
  {
    what: 'Math.random',
    pattern: /\bMath\.random\(/,
    only: ['src/platform/db/'],
    why: 'chance that matters comes from node:crypto; only the wait between two tries may be guessed at',
  },
  {
    what: 'a default export',
    pattern: /^export default\b/m,
    only: [],
    why: 'a thing has one name wherever it is used',
  },
  {
    what: 'a rule of the compiler switched off',
    pattern: /@ts-(?:ignore|nocheck|expect-error)/,
    only: [],
    why: 'the type is wrong or the code is: mend one of them',
  },
];

export type KeptTo = Readonly<{ what: string; pattern: RegExp; only: readonly string[]; why: string }>;

/** Words that never enter the repository: unfinished work, and places that exist on one machine alone. */
export const bannedWords: readonly RegExp[] = [
  /\bTODO\b/,
  /\bFIXME\b/,
  /\bXXX\b/,
  new RegExp(['registry', 'npmjs'].join(String.raw`\.`)),
  /\/(?:home|Users)\/[a-z]/,
];

export const longestFileLines = 400;
