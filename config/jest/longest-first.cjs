const { existsSync } = require('node:fs');
const { join, relative } = require('node:path');
const { default: TestSequencer } = require('@jest/test-sequencer');

/**
 * Test files that take a minute or more, longest first; only the two that draw screens stand apart, so that they do not run side by side. Jest learns how long
 * a file takes from an earlier run. On a machine without one it goes by the size of the files, and the slowest ones are short.
 */
const LONGEST = [
  'test/screens/screens.test.ts',
  'test/durability/kill-bff.test.ts',
  'test/races/binding-races.test.ts',
  'test/screens/weapp-screens.test.ts',
  'test/core/group-commit.test.ts',
  'test/durability/kill.test.ts',
  'test/races/settlement-races.test.ts',
  'test/load/bench.test.ts',
];
const gone = LONGEST.filter((file) => !existsSync(join(__dirname, '../..', file)));
if (gone.length > 0) throw new Error(`longest-first.cjs names what is not there: ${gone.join()}`);

/** The longest files first, so that none of them is all that still runs in the end. */
module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    const places = new Map(tests.map((test) => [test, placeOf(test)]));
    return super.sort(tests).sort((a, b) => places.get(a) - places.get(b));
  }
};

const placeOf = ({ path, context }) => {
  const place = LONGEST.indexOf(relative(context.config.rootDir, path));
  return place < 0 ? LONGEST.length : place;
};
