// A short stable name for a set of rules. It tells two sets apart; it is no protection against forgery.

/** The same text whatever the order of an object's keys. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalText(child)}`).join(',')}}`;
}

/** FNV-1a over UTF-16 units, twice with different bases: 64 bits as 16 hex digits. */
export const digest = (text: string): string => fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01234567);

function fnv1a(text: string, basis: number): string {
  let hash = basis;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
