import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// One Jest run, one project per kind of test. The source stays ESM; only Jest compiles it to CommonJS (a third faster than Jest's ESM mode).

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2023' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
// Published as ESM only, loaded by a symlink into the workspaces, or (PGlite) calling import() where Jest's CommonJS has none.
const esmPackages = ['kysely', 'uqr', 'oxc-parser', '@sparticuz/chromium', 'pixelmatch', '@electric-sql', '@gongji'];

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir,
  testEnvironment: path('./jest/one-realm-environment.cjs'),
  runtime: path('./jest/keeping-runtime.cjs'),
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  transform: { '^.+\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/apps/[^/]+/dist/', '<rootDir>/test/.output/', '<rootDir>/\\.data/'],
  ...extra,
});

const postgres = { globalSetup: path('../test/support/postgres.setup.ts'), globalTeardown: path('../test/support/postgres.teardown.ts') };
const embedded = { globalSetup: path('../test/support/embedded.setup.ts') };
const miniapp = path('../apps/miniapp/jest.config.cjs');

export default {
  rootDir,
  maxWorkers: 2,
  testSequencer: path('./jest/longest-first.cjs'),
  reporters: ['default', path('./jest/reporter.mjs')],
  projects: [
    project('unit', ['packages/*/src/**/*.test.ts', 'apps/{bff,sandbox}/src/**/*.test.ts', 'config/run/**/*.test.ts']),
    ...(existsSync(miniapp) ? [miniapp] : []),
    project('core', ['test/core/**/*.test.ts'], postgres),
    project('http', ['test/http/**/*.test.ts'], postgres),
    project('races', ['test/{races,durability}/**/*.test.ts'], postgres),
    // Beside other tests: what is asked is that the bench works, not how quick anything is.
    project('load', ['test/load/**/*.test.ts'], {
      ...postgres,
      setupFilesAfterEnv: [path('./jest/long-tests.cjs')],
    }),
    project('architecture', ['test/architecture/**/*.test.ts']),
    // A browser waits more than it computes: beside other tests, each with a system of its own.
    project('journeys', ['test/journeys/**/*.test.ts'], {
      ...embedded,
      testEnvironment: path('./jest/journey-environment.cjs'),
      setupFilesAfterEnv: [path('./jest/long-tests.cjs')],
    }),
    project('screens', ['test/screens/**/*.test.ts'], {
      ...embedded,
      setupFilesAfterEnv: [path('./jest/long-tests.cjs')],
    }),
  ],
};
