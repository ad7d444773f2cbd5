import type { CoreDeps } from '../deps';

const flights = new WeakMap<CoreDeps, Map<string, Promise<void>>>();

/** One outside call per name at a time in this process: twenty equal requests wait for one answer. Between processes the outside's own keys do that. */
export function singleFlight(deps: CoreDeps, name: string, work: () => Promise<void>): Promise<void> {
  const running = flights.get(deps) ?? new Map<string, Promise<void>>();
  flights.set(deps, running);
  const same = running.get(name);
  if (same !== undefined) return same;
  const flight = work().finally(() => running.delete(name));
  running.set(name, flight);
  return flight;
}
