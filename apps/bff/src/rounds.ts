/** Calls `round` every so often. One that takes longer is not overtaken. Answers how to stop, which waits for the round under way. `round` never throws. */
export function inRounds(everyMs: number, round: () => Promise<unknown>): () => Promise<void> {
  let underWay: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    underWay ??= round().finally(() => {
      underWay = null;
    });
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
