export type Asked = Readonly<Record<string, string | number | undefined>>;

/** As it stands at the end of an address; nothing where nothing is asked. */
export function queryText(asked: Asked = {}): string {
  const pairs = Object.keys(asked)
    .filter((name) => asked[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(String(asked[name]))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
