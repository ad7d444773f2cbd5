// What a phone kept was written by another version of this program, or by somebody else. Each reader gives what it can read, or undefined.

export type Reader = (value: unknown) => unknown;

export const text: Reader = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
export const anyText: Reader = (value) => (typeof value === 'string' ? value : undefined);
export const number: Reader = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
export const yesOrNo: Reader = (value) => (typeof value === 'boolean' ? value : undefined);
export const orNull =
  (read: Reader): Reader =>
  (value) =>
    value === null ? null : read(value);

/** All named parts or nothing; others stay. */
export const record =
  (parts: Readonly<Record<string, Reader>>): Reader =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const made: Record<string, unknown> = { ...value };
    for (const name of Object.keys(parts)) {
      const part = parts[name]?.(made[name]);
      if (part === undefined) return undefined;
      made[name] = part;
    }
    return made;
  };

/** Only the members that can be read. */
export const listOf =
  (read: Reader): Reader =>
  (value) =>
    Array.isArray(value) ? value.map(read).filter((each) => each !== undefined) : undefined;

/** Only the members that can be read, by their names. */
export const tableOf =
  (read: Reader): Reader =>
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([, each]) => read(each) !== undefined))
      : undefined;
