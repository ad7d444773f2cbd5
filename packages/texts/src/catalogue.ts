/** The English side of a catalogue: the same names, each with a text of its own. */
export type English<T> = { readonly [K in keyof T]: T[K] extends string ? string : English<T[K]> };
