/** What reads pictures is large, and most codes come from a scan gun: it is fetched when it is first needed. */
const ADDRESS = '/counter/reader.js';

export const loadReader = (): Promise<typeof import('./read-picture')> => import(ADDRESS) as Promise<typeof import('./read-picture')>;
