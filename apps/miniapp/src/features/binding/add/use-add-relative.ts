import type { BindingView, ConsentText } from '@gongji/contract';
import { shanghaiDate } from '@gongji/domain';
import { useState } from 'react';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { moveTo } from '@/shared/platform/a11y';
import { serverNow } from '@/shared/session/session';
import type { FieldError } from '@/shared/ui/error-summary';
import { type Draft, EMPTY_DRAFT, grantErrors, personErrors, requestOf } from './draft';

export const STEP = { before: 0, consent: 1, person: 2, grants: 3, check: 4, sign: 5 } as const;

// Kept while the app runs, in memory only: going away and coming back loses nothing, and no personal data stays on the phone.
let kept: { readonly meId: string; readonly draft: Draft; readonly step: number } | undefined;

export interface AddRelative {
  readonly draft: Draft;
  readonly step: number;
  readonly errors: readonly FieldError[];
  readonly state: WriteState<BindingView>;
  readonly change: (changes: Partial<Draft>) => void;
  readonly goTo: (step: number) => void;
  readonly next: () => void;
  readonly submit: (consent: ConsentText) => void;
}

export function useAddRelative(meId: string): AddRelative {
  const start = kept?.meId === meId ? kept : { meId, draft: EMPTY_DRAFT, step: STEP.before };
  const [{ draft, step }, setState] = useState(start);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const propose = useWrite('proposeBinding');

  const become = (changes: { readonly draft?: Draft; readonly step?: number }) =>
    setState((before) => {
      kept = { ...before, ...changes };
      return kept;
    });
  const goTo = (to: number) => {
    setErrors([]);
    propose.reset();
    become({ step: to });
    moveTo('step-title');
  };
  const next = () => {
    const found = errorsOf(step, draft);
    setErrors(found);
    if (found.length === 0) goTo(step + 1);
  };
  const submit = async (consent: ConsentText) => {
    const body = requestOf(draft, consent.version, shanghaiDate(serverNow()));
    if (body === undefined) return;
    const outcome = await propose.submit({ body });
    if (outcome?.kind === 'done') kept = undefined;
  };
  const change = (changes: Partial<Draft>) => {
    const changed = { ...draft, ...changes };
    become({ draft: changed });
    // What has been mended is no longer marked; nothing new is marked while somebody is still typing.
    const left = errorsOf(step, changed);
    setErrors((shown) => left.filter(({ field }) => shown.some((each) => each.field === field)));
  };
  return { draft, step, errors, state: propose.state, change, goTo, next, submit: (consent) => void submit(consent) };
}

function errorsOf(step: number, draft: Draft): readonly FieldError[] {
  const today = shanghaiDate(serverNow());
  if (step === STEP.person) return personErrors(draft, today);
  return step === STEP.grants ? grantErrors(draft, today) : [];
}
