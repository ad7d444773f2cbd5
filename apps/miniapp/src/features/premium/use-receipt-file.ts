import { useState } from 'react';
import { fetchFile } from '@/shared/bff/fetch-file';
import { useFile } from '@/shared/bff/use-file';
import { keepDocument, keepPicture } from '@/shared/platform/keep-file';

export type ReceiptFormat = 'png' | 'pdf';

interface Asked {
  readonly paymentId: string;
  readonly ourNumber: string;
}

/** `format`: which of the two was asked for last. */
export function useReceiptFile({ paymentId, ourNumber }: Asked) {
  const { state, busy, save } = useFile();
  const [format, setFormat] = useState<ReceiptFormat>('png');
  const saveAs = async (wanted: ReceiptFormat): Promise<void> => {
    if (busy) return;
    setFormat(wanted);
    const keep = wanted === 'png' ? keepPicture : keepDocument;
    await save({
      fetch: () => fetchFile(wanted === 'png' ? 'receiptPicture' : 'receiptDocument', { paymentId }),
      keep: (file) => keep(file, `gongji-${ourNumber}.${wanted}`),
    });
  };
  return { state, busy, format, save: saveAs };
}
