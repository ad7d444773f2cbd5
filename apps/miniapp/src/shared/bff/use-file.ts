import { useRef, useState } from 'react';
import type { Kept } from '../platform/keep-file';
import type { Outcome, Refusal } from './outcome';
import type { ReceivedFile } from './receive';

/** keeping: it has come and is on its way to where the person keeps it. */
export type FileState =
  | { readonly kind: 'idle' | 'fetching' | 'keeping' | 'unreachable' | 'copied' | Kept }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Wanted {
  readonly fetch: () => Promise<Outcome<ReceivedFile>>;
  readonly keep: (file: ReceivedFile) => Promise<Kept | 'copied'>;
}

/** Fetches a file and hands it to the phone, one at a time. Nothing is done that could be done twice: fetching it again is harmless. */
export function useFile() {
  const [state, setState] = useState<FileState>({ kind: 'idle' });
  // State is stale inside a double tap, a ref is not.
  const underWay = useRef(false);
  const save = async ({ fetch, keep }: Wanted): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'fetching' });
    const fetched = await fetch();
    if (fetched.kind === 'done') {
      setState({ kind: 'keeping' });
      // What the phone makes of a file may throw: a file system that is full, a picture that it cannot read.
      setState({ kind: await keep(fetched.answer).catch(() => 'failed' as const) });
    } else setState(fetched.kind === 'refused' ? fetched : { kind: 'unreachable' });
    underWay.current = false;
  };
  return { state, busy: state.kind === 'fetching' || state.kind === 'keeping', save };
}
