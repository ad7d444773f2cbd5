import { fetchFile } from '@/shared/bff/fetch-file';
import { useFile } from '@/shared/bff/use-file';
import { keepTable } from '@/shared/platform/keep-file';
import { serverToday } from '@/shared/session/session';
import type { EntryFilter } from './entry-filter';

/** The day and nothing about the person: files are passed on. */
const fileName = (): string => `gongji-entries-${serverToday()}.csv`;

/** What the filter takes, as a file. */
export function useExport(filter: EntryFilter) {
  const { state, busy, save } = useFile();
  const fetch = () => fetchFile('accountEntriesFile', {}, { ...filter });
  return { state, busy, save: () => void save({ fetch, keep: (file) => keepTable(file, fileName()) }) };
}
