/** A JavaScript value as PostgreSQL reads it in text form, by the same rules as pg; null stays null. */
export function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(elementText).join(',')}}`;
  if (typeof value === 'object') return JSON.stringify(value);
  return `${value as string | number | bigint | boolean}`;
}

const elementText = (element: unknown): string => {
  const text = parameterText(element);
  if (text === null) return 'NULL';
  return PLAIN.test(text) ? text : `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
};

/** Ids and numbers stand in a list as they are; the word null would be none. */
const PLAIN = /^(?!null$)[\w-]+$/i;
