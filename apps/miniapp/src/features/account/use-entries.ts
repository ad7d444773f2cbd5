import type { AccountEntry, EntryPage } from '@gongji/contract';
import { type Pages, usePages } from '@/shared/bff/use-pages';
import type { EntryFilter } from './entry-filter';

const LIMIT = 20;

export type Entries = Pages<EntryPage, AccountEntry>;

export const useEntries = (filter: EntryFilter): Entries =>
  usePages('accountEntries', { query: { limit: LIMIT, ...filter }, itemsOf: ({ entries }) => entries });
