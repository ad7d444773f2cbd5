/** pg's own reading of a JavaScript value into a parameter's text; it ships no types. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
