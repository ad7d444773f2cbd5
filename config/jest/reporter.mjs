import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// What `npm test` prints last: the counts on one line, and by name what this machine could not run. A test that needs a program the machine
// lacks says so in its title, "(needs redis-server)": see test/support/programs.ts.

const OUTPUT = fileURLToPath(new URL('../../test/.output/', import.meta.url));

export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) => file.testResults.filter((test) => test.status === 'pending'));
    const summary = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests,
      notRun: countByProgram(skipped),
    };
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(`${OUTPUT}summary.json`, JSON.stringify(summary));
  }
}

const countByProgram = (tests) => {
  const counts = {};
  for (const test of tests) {
    const program = /\(needs ([^)]+)\)/.exec(test.fullName)?.[1] ?? 'skipped in the source';
    counts[program] = (counts[program] ?? 0) + 1;
  }
  return counts;
};
