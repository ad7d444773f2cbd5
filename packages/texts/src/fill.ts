// A text has named places: "还剩 {days} 天". An English one may decline a word after its number: "{days#day|days} left".

/** The names of a text's places, so that a caller cannot forget one. */
export type PlacesOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | PlacesOf<Rest> : never;

export type Values = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)(?:#([^|}]*)\|([^}]*))?\}/g;

export const fill = (text: string, values: Values): string =>
  text.replace(PLACE, (_, ...[name, one, more]: readonly [name: string, one?: string, more?: string]) => {
    const value = values[name] ?? '';
    return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : more}`;
  });
