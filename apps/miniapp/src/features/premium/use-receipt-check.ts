import type { ReceiptCheck } from '@gongji/contract';
import { RECEIPT } from '@gongji/texts';
import { useEffect, useRef, useState } from 'react';
import { useQuestion } from '@/shared/bff/use-question';
import type { WriteState } from '@/shared/bff/use-write';
import { say } from '@/shared/text/say';
import { type FieldErrors, useFieldErrors } from '@/shared/ui/use-field-errors';
import { hashText, isHash, isNumber, parseCode, plainHash, plainNumber } from './receipt-code';

export const NUMBER_FIELD = 'receipt-number';
export const HASH_FIELD = 'receipt-hash';

interface Draft {
  readonly number: string;
  readonly hash: string;
}

export interface ReceiptChecking extends Pick<FieldErrors, 'errors' | 'errorOf'> {
  readonly draft: Draft;
  readonly state: WriteState<ReceiptCheck>;
  readonly change: (changes: Partial<Draft>) => void;
  readonly check: () => void;
  /** What a scanner read. */
  readonly take: (scanned: string) => void;
}

/** `code` comes from the address that the QR code holds: it is checked at once. */
export function useReceiptCheck(code: string): ReceiptChecking {
  const given = parseCode(code);
  const [draft, setDraft] = useState<Draft>({ number: given?.number ?? '', hash: given === undefined ? '' : hashText(given.hash) });
  const { errors, errorOf, tell } = useFieldErrors();
  const { state, ask } = useQuestion('verifyReceipt', draft);
  const askedAtOnce = useRef(false);
  useEffect(() => {
    if (given === undefined || askedAtOnce.current) return;
    askedAtOnce.current = true;
    ask(given);
  }, [given, ask]);

  const change = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    tell([]);
  };
  const check = () => {
    const body = { number: plainNumber(draft.number), hash: plainHash(draft.hash) };
    const isWhole = tell([
      ...(isNumber(body.number) ? [] : [{ field: NUMBER_FIELD, text: say(RECEIPT.verify.wrongNumber) }]),
      ...(isHash(body.hash) ? [] : [{ field: HASH_FIELD, text: say(RECEIPT.verify.wrongHash, { count: body.hash.length }) }]),
    ]);
    if (isWhole) ask(body);
  };
  const take = (scanned: string) => {
    const read = parseCode(scanned);
    if (read === undefined) return void tell([{ field: NUMBER_FIELD, text: say(RECEIPT.verify.wrongScan) }]);
    const next = { number: read.number, hash: hashText(read.hash) };
    setDraft(next);
    tell([]);
    ask(read, next);
  };
  return { draft, errors, errorOf, state, change, check, take };
}
