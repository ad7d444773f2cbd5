import type { FormNumber, FormPurpose } from '@gongji/domain';
import { useRef, useState } from 'react';
import { fetchFile } from '@/shared/bff/fetch-file';
import type { Refusal } from '@/shared/bff/outcome';
import { type Kept, keepDocument } from '@/shared/platform/keep-file';

/** empty: nothing of anybody on it. */
export type Filling = 'empty' | FormNumber;

export type FormState = { readonly kind: 'idle' | 'busy' | 'unreachable' | Kept } | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Asked {
  readonly regionCode: string;
  readonly purpose: FormPurpose;
  readonly filling: Filling;
}

/** Fetching a form again is harmless. */
export function useFormFile({ regionCode, purpose, filling }: Asked): { readonly state: FormState; readonly save: () => void } {
  const [state, setState] = useState<FormState>({ kind: 'idle' });
  const underWay = useRef(false);
  const save = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'busy' });
    const fetched =
      filling === 'empty'
        ? await fetchFile('counterForm', { region: regionCode }, { purpose })
        : await fetchFile('ownCounterForm', {}, { purpose, number: filling });
    if (fetched.kind === 'done') setState({ kind: await keepDocument(fetched.answer, `gongji-form-${purpose}.pdf`) });
    else setState(fetched.kind === 'refused' ? fetched : { kind: 'unreachable' });
    underWay.current = false;
  };
  return { state, save: () => void save() };
}
