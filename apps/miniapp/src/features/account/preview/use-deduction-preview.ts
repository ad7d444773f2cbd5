import type { DeductionPreview } from '@gongji/contract';
import { type Fen, type FundUse, parseYuan, ZERO } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { useState } from 'react';
import { useQuestion } from '@/shared/bff/use-question';
import type { WriteState } from '@/shared/bff/use-write';
import { say } from '@/shared/text/say';
import { type FieldErrors, useFieldErrors } from '@/shared/ui/use-field-errors';

export interface PreviewDraft {
  readonly personId: string;
  readonly yuan: string;
  readonly use: FundUse;
}

export const AMOUNT_FIELD = 'preview-amount';

export interface DeductionPreviewing extends Pick<FieldErrors, 'errors' | 'errorOf'> {
  readonly draft: PreviewDraft;
  readonly state: WriteState<DeductionPreview>;
  /** What the shown answer was asked for. */
  readonly askedFen: Fen;
  readonly change: (changes: Partial<PreviewDraft>) => void;
  readonly ask: () => void;
}

/** A failure keeps the question. */
export function useDeductionPreview(personId: string): DeductionPreviewing {
  const [draft, setDraft] = useState<PreviewDraft>({ personId, yuan: '', use: 'drug' });
  const { errors, errorOf, tell } = useFieldErrors();
  const question = useQuestion('previewDeduction', draft);
  const amountFen = parseYuan(draft.yuan) ?? ZERO;

  const change = (changes: Partial<PreviewDraft>) => {
    setDraft({ ...draft, ...changes });
    tell([]);
  };
  const ask = () => {
    if (amountFen <= ZERO) return void tell([{ field: AMOUNT_FIELD, text: say(ACCOUNT.preview.amountError) }]);
    question.ask({ personId: draft.personId, amountFen, use: draft.use });
  };
  return { draft, errors, errorOf, state: question.state, askedFen: amountFen, change, ask };
}
