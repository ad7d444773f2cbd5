import type { CoreDeps } from '../deps';

const flights = new WeakMap<CoreDeps, Map<string, Promise<unknown>>>();

/** One outside call per name at a time in this process: twenty equal requests wait for one answer. Between processes the outside's own keys do that. */
export function singleFlight<T>(deps: CoreDeps, name: string, work: () => Promise<T>): Promise<T> {
  const running = flights.get(deps) ?? new Map<string, Promise<unknown>>();
  flights.set(deps, running);
  const same = running.get(name);
  if (same !== undefined) return same as Promise<T>;
  const flight = work().finally(() => running.delete(name));
  running.set(name, flight);
  return flight;
}
