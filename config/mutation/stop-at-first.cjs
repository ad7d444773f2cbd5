const { TestEnvironment } = require('jest-environment-node');

// One failing test is enough to find a mutant. Jest cannot stop there by itself (bail counts files, and only on the command line), and to describe every
// further failure takes longer than all the rest.

/** The mutant that a test of this process has found. */
let found;

module.exports = class StopAtFirst extends TestEnvironment {
  handleTestEvent({ name, test }) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (name === 'test_done' && test.errors.length > 0) found = mutant;
    if (name === 'test_start' && found === mutant) test.mode = 'skip';
  }
};
