import type { Edge } from './edge';

/** What the edge does for a request, in order: statements with their texts, calls of the short-lived store, calls outside. No values, no times. */
export interface Steps {
  /** Carries something out alone, and answers what was done for it. */
  readonly of: (ask: () => Promise<unknown>) => Promise<readonly string[]>;
  readonly stop: () => void;
}

type Asking = { query(text: string, values?: readonly unknown[]): Promise<unknown> };

/** Watches an edge that is open already. */
export function watchSteps(edge: Edge): Steps {
  let steps: string[] = [];
  const note = (step: string): void => void steps.push(step);
  const restore = [watchPool(edge, note), watchStore(edge, note), watchOutside(edge, note)];
  return {
    of: async (ask) => {
      steps = [];
      await ask();
      return steps;
    },
    stop: () => restore.forEach((each) => each()),
  };
}

function watchPool({ pool }: Edge, note: (step: string) => void): () => void {
  const { connect, query } = pool;
  const noting = (asked: Asking['query']): Asking['query'] => {
    return (text, values) => {
      note(text);
      return asked(text, values);
    };
  };
  pool.query = noting(query.bind(pool)) as typeof query;
  pool.connect = async () => {
    const client = await connect.call(pool);
    return { query: noting(client.query.bind(client)) as typeof client.query, release: () => client.release() };
  };
  return () => Object.assign(pool, { connect, query });
}

/** The first word of a key says what is kept there. */
function watchStore({ deps: { store } }: Edge, note: (step: string) => void): () => void {
  const before = { ...store };
  const watched = Object.entries(before).map(([name, run]) => [
    name,
    (...args: [string]) => {
      note(`store ${name} ${args[0]?.split(':')[0] ?? ''}`);
      return (run as (...given: [string]) => unknown)(...args);
    },
  ]);
  Object.assign(store, Object.fromEntries(watched));
  return () => Object.assign(store, before);
}

function watchOutside({ sandboxUrl }: Edge, note: (step: string) => void): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.href.startsWith(sandboxUrl)) note(`outside ${address.pathname}`);
    return fetch(input, init);
  };
  return () => void (globalThis.fetch = fetch);
}
