import type { Kysely } from 'kysely';

// Filled in by the schema below.
export interface Tables {}
export type Database = Kysely<Tables>;
