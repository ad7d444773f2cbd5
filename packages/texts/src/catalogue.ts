/** The English side of a catalogue: the same names, each with a text of its own. */
export type English<T> = { readonly [K in keyof T]: T[K] extends string ? string : English<T[K]> };

/** The English side of a table whose rows are more than their words. */
export type EnglishRows<T, W extends string> = { readonly [K in keyof T]: { readonly [P in W]: string } };
