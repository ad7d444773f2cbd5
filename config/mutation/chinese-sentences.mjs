import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

// A fixed sentence is read by people; a test that repeats it word by word proves nothing. Codes, states and sentences with amounts or dates in them are
// mutated like everything else.

const ignorer = {
  shouldIgnore: (path) => (path.isStringLiteral() && /\p{Script=Han}/u.test(path.node.value) ? 'a fixed sentence' : undefined),
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'chinese-sentences', ignorer)];
