import { type CodeNotices, openListeners } from './code-notices';

/** The embedded default: whoever listens in this process. */
export function openInProcessNotices(): CodeNotices {
  const { tell, subscribe } = openListeners();
  return {
    publish: (codeIds) => setImmediate(() => codeIds.forEach(tell)),
    subscribe,
    close: async () => {},
  };
}
