import { fetchFile } from '@/shared/bff/fetch-file';
import { useFile } from '@/shared/bff/use-file';
import { keepTable } from '@/shared/platform/keep-file';

export type ExportFormat = 'page' | 'file';

const FORMATS = {
  page: { route: 'exportPage', ending: 'html', type: 'text/html' },
  file: { route: 'exportFile', ending: 'json', type: 'application/json' },
} as const;

/** Made when it is asked for: gathered by the server, then given to the person. */
export function usePrivacyExport() {
  const { state, busy, save } = useFile();
  const saveAs = (format: ExportFormat): void => {
    const { route, ending, type } = FORMATS[format];
    void save({ fetch: () => fetchFile(route, {}), keep: (file) => keepTable(file, `gongji-my-data.${ending}`, type) });
  };
  return { state, busy, save: saveAs };
}
