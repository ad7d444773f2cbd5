const OneRealmEnvironment = require('./one-realm-environment.cjs');

/** A journey that fails says what its pages showed at that moment (test/support/pages-shown.ts): on another machine the words of the error are all there is. */
module.exports = class JourneyEnvironment extends OneRealmEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    const { error } = event;
    const { pagesShown } = this.global;
    // Of steps that were not tried there is nothing to say.
    if (typeof error?.stack !== 'string' || pagesShown === undefined || error.message.startsWith('not tried')) return;
    const at = error.stack.search(/^\s+at /m);
    const [head, trace] = at < 0 ? [error.stack, ''] : [error.stack.slice(0, at), error.stack.slice(at)];
    error.stack = `${head.trimEnd()}\n\n${await pagesShown()}\n\n${trace}`;
  }
};
