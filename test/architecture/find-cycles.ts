import type { Import } from './read-imports';

/** Files that reach themselves by imports, types included: each knot once, its files sorted. */
export const findCycles = (imports: readonly Import[]): string[][] => {
  const targets = new Map<string, string[]>();
  for (const { from, target } of imports) targets.set(from, [...(targets.get(from) ?? []), target]);
  return [...new Set([...targets.keys()].map((file) => knotOf(file, targets).join(' ↔ ')))]
    .filter(Boolean)
    .map((knot) => knot.split(' ↔ '));
};

/** All files that a file reaches and that reach it; empty when it is in no cycle. */
const knotOf = (file: string, targets: ReadonlyMap<string, readonly string[]>): string[] => {
  const ahead = reach(file, targets);
  return ahead.has(file) ? [...ahead].filter((other) => other === file || reach(other, targets).has(file)).sort() : [];
};

const reach = (file: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> => {
  const seen = new Set<string>();
  const open = [...(targets.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return seen;
};
