// `npm run mutation`: changes the rules of deduction and premium one small piece at a time and asks whether a test notices. Half an hour on two cores; not part of
// `npm test`. A part of it: `npm run mutation -- --mutate packages/domain/src/premium/decide-void.ts`; only what changed since the last time: `-- --incremental`.

const OUTPUT = 'test/.output/mutation';

export default {
  testRunner: 'jest',
  jest: { configFile: 'config/mutation/jest.config.mjs' },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/jest-runner', './config/mutation/chinese-sentences.mjs'],
  ignorers: ['chinese-sentences'],
  mutate: ['packages/domain/src/{settlement,account,premium}/*.ts', '!**/*.test.ts'],
  // Only what these tests read is copied.
  ignorePatterns: ['apps', 'docs', '.ci', 'tsconfig.json', 'packages/{core,contract}', 'test/{[!s]*,screens}'],
  tempDirName: `${OUTPUT}/copies`,
  incrementalFile: `${OUTPUT}/incremental.json`,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: `${OUTPUT}/report.json` },
  concurrency: 2,
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 90, break: 90 },
  allowConsoleColors: false,
};
