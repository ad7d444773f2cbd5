import { useRef, useState } from 'react';
import { fetchFile } from '@/shared/bff/fetch-file';
import type { Refusal } from '@/shared/bff/outcome';
import { type Kept, keepTable } from '@/shared/platform/keep-file';

export type ExportFormat = 'page' | 'file';
export type ExportState =
  | { readonly kind: 'idle' | 'gathering' | 'keeping' | 'unreachable' | 'copied' | Kept }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const FORMATS = {
  page: { route: 'exportPage', ending: 'html', type: 'text/html' },
  file: { route: 'exportFile', ending: 'json', type: 'application/json' },
} as const;

/** Made when it is asked for: gathered by the server, then given to the person. */
export function usePrivacyExport() {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  // State is stale inside a double tap, a ref is not.
  const running = useRef(false);
  const gather = async (format: ExportFormat): Promise<ExportState> => {
    const { route, ending, type } = FORMATS[format];
    setState({ kind: 'gathering' });
    const outcome = await fetchFile(route, {});
    if (outcome.kind === 'refused') return outcome;
    if (outcome.kind === 'unknown') return { kind: 'unreachable' };
    setState({ kind: 'keeping' });
    return { kind: await keepTable(outcome.answer, `gongji-my-data.${ending}`, type) };
  };
  const keep = async (format: ExportFormat): Promise<void> => {
    const next = await gather(format);
    running.current = false;
    setState(next);
  };
  const save = (format: ExportFormat): void => {
    if (running.current) return;
    running.current = true;
    void keep(format);
  };
  return { state, save };
}
