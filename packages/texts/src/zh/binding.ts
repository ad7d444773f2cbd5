/** What stands between two people: the list of relatives, one relative, terms, order, shared limit. */
export const BINDING = {} as const;
