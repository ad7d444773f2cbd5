import type { FormNumber, FormPurpose } from '@gongji/domain';
import { fetchFile } from '@/shared/bff/fetch-file';
import { useFile } from '@/shared/bff/use-file';
import { keepDocument } from '@/shared/platform/keep-file';

/** empty: nothing of anybody on it. */
export type Filling = 'empty' | FormNumber;

interface Asked {
  readonly regionCode: string;
  readonly purpose: FormPurpose;
  readonly filling: Filling;
}

export function useFormFile({ regionCode, purpose, filling }: Asked) {
  const { state, busy, save } = useFile();
  const fetch = () =>
    filling === 'empty'
      ? fetchFile('counterForm', { region: regionCode }, { purpose })
      : fetchFile('ownCounterForm', {}, { purpose, number: filling });
  return { state, busy, save: () => void save({ fetch, keep: (file) => keepDocument(file, `gongji-form-${purpose}.pdf`) }) };
}
