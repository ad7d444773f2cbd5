import { useRef, useState } from 'react';
import { fetchFile } from '@/shared/bff/fetch-file';
import type { Refusal } from '@/shared/bff/outcome';
import { type Kept, keepDocument, keepPicture } from '@/shared/platform/keep-file';

export type ReceiptFormat = 'png' | 'pdf';

export type FileState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly format: ReceiptFormat }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nothing was done that could be done twice: fetching a file again is harmless. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: Kept; readonly format: ReceiptFormat };

interface Asked {
  readonly paymentId: string;
  readonly ourNumber: string;
}

export function useReceiptFile({ paymentId, ourNumber }: Asked) {
  const [state, setState] = useState<FileState>({ kind: 'idle' });
  const underWay = useRef(false);

  const save = async (format: ReceiptFormat): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ kind: 'busy', format });
    const fetched = await fetchFile(format === 'png' ? 'receiptPicture' : 'receiptDocument', { paymentId });
    if (fetched.kind === 'done') {
      const keep = format === 'png' ? keepPicture : keepDocument;
      setState({ kind: await keep(fetched.answer, `gongji-${ourNumber}.${format}`), format });
    } else setState(fetched.kind === 'refused' ? fetched : { kind: 'unreachable' });
    underWay.current = false;
  };
  return { state, save };
}
