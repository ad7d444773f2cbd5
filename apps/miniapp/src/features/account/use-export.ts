import { fetchFile } from '@/shared/bff/fetch-file';
import { useFile } from '@/shared/bff/use-file';
import { keepTable } from '@/shared/platform/keep-file';
import type { EntryFilter } from './entry-filter';

/** The day on the phone and nothing about the person: files are passed on. */
const fileName = (): string => `gongji-entries-${new Date().toISOString().slice(0, 10)}.csv`;

/** What the filter takes, as a file. */
export function useExport(filter: EntryFilter) {
  const { state, busy, save } = useFile();
  const fetch = () => fetchFile('accountEntriesFile', {}, { ...filter });
  return { state, busy, save: () => void save({ fetch, keep: (file) => keepTable(file, fileName()) }) };
}
