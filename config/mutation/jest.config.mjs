import { fileURLToPath } from 'node:url';
import everything from '../jest.config.mjs';

// The tests that state the rules of deduction and premium, one process, nothing of databases. The million cases against the reference stay out: the
// tables have to find a fault by themselves, and each mutant would wait for them.

const { projects, rootDir } = everything;
// Each mutant is asked of code that was read for it.
const { displayName: _name, runtime: _runtime, ...unit } = projects.find((project) => project.displayName === 'unit');

export default {
  ...unit,
  rootDir,
  testEnvironment: fileURLToPath(new URL('./stop-at-first.cjs', import.meta.url)),
  roots: ['<rootDir>/packages/domain/src', '<rootDir>/test/support'],
  // Each look-up of a global goes through the test's own realm and costs as much as ten calls; these are asked for with every amount and every statement.
  sandboxInjectedGlobals: ['Math', 'Number', 'Object', 'Array', 'Buffer', 'Map', 'Set', 'Promise', 'JSON', 'Symbol', 'String', 'Error'],
  testMatch: ['<rootDir>/packages/domain/src/{settlement,account,premium}/*.test.ts'],
  // A mutant that is found is told by its number: no stack is read, so none is traced back to TypeScript.
  transform: Object.fromEntries(
    Object.entries(unit.transform).map(([files, [compiler, options]]) => [files, [compiler, { ...options, sourceMaps: false }]]),
  ),
  testPathIgnorePatterns: ['/node_modules/', 'reference\\.test\\.ts$'],
};
