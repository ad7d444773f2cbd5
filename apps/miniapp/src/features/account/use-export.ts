import { useRef, useState } from 'react';
import { fetchFile } from '@/shared/bff/fetch-file';
import type { Refusal } from '@/shared/bff/outcome';
import { type Kept, keepTable } from '@/shared/platform/keep-file';
import type { EntryFilter } from './entry-filter';

export type ExportState =
  | { readonly kind: 'idle' | 'busy' | 'unreachable' | 'copied' | Kept }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The day on the phone and nothing about the person: files are passed on. */
const fileName = (): string => `gongji-entries-${new Date().toISOString().slice(0, 10)}.csv`;

/** Fetches what the filter takes and hands it to the phone. Fetching it again is harmless. */
export function useExport(filter: EntryFilter): { readonly state: ExportState; readonly save: () => void } {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const underWay = useRef(false);
  const save = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'busy' });
    const fetched = await fetchFile('accountEntriesFile', {}, { ...filter });
    if (fetched.kind === 'done') setState({ kind: await keepTable(fetched.answer, fileName()) });
    else setState(fetched.kind === 'refused' ? fetched : { kind: 'unreachable' });
    underWay.current = false;
  };
  return { state, save: () => void save() };
}
