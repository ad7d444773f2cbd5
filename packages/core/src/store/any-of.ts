import { type RawBuilder, sql } from 'kysely';

/** `= any (…)`: one parameter, so that the statement's text, and with it the server's plan, is the same for every number of ids. */
export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${[...new Set(ids)]}::uuid[])`;

// Where a list is looked up by more than an id, the statements say `lateral (… offset 0)`: one look-up by the index for each row of the list, whatever the
// server believes about the size of the table when it plans. An update from a list names the ids a second time for the same reason.
