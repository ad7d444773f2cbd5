import type { CoreDeps } from '@gongji/core';

// A process that dies between two steps, as after kill -9: what it had committed stands, and another process goes on.

export class Killed extends Error {}

/** Dies at the `count`-th statement that holds these words, with whatever transaction it is in. */
export function dyingAt(deps: CoreDeps, words: string, count = 1): CoreDeps {
  let left = count;
  const db = deps.db.withPlugin({
    transformQuery: ({ node }) => {
      const text = JSON.stringify(node, (key, value: unknown) =>
        key === 'values' && Array.isArray(value) && value.length > 50 ? [] : value,
      );
      if (left > 0 && text.includes(words)) left -= 1;
      if (left === 0 && text.includes(words)) throw new Killed(words);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { ...deps, db };
}
