import type { BindingView, GrantView, PolicyView } from '@gongji/contract';
import { useState } from 'react';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { serverToday } from '@/shared/session/session';
import { askToBeTold } from '@/shared/session/subscribe';
import type { FieldError } from '@/shared/ui/error-summary';
import { type Asks, draftOf, requestOf, type TermsDraft, termsErrors } from './terms-draft';

interface Options {
  readonly binding: BindingView;
  readonly grant: GrantView;
  /** The rules of the reader's region; undefined while they are not there. */
  readonly policy: PolicyView | undefined;
  /** Reads the binding again. */
  readonly reload: () => void;
}

export interface TermsForm {
  readonly grant: GrantView;
  readonly asks: Asks | undefined;
  readonly rules: PolicyView['rules'];
  readonly draft: TermsDraft;
  readonly errors: readonly FieldError[];
  readonly changed: boolean;
  readonly state: WriteState<BindingView>;
  readonly busy: boolean;
  readonly change: (changes: Partial<TermsDraft>) => void;
  readonly submit: () => void;
  readonly readAgain: () => void;
}

/** What is typed stays through every failure. */
export function useTerms({ binding, grant, policy, reload }: Options): TermsForm {
  const asks = policy?.asks;
  const [draft, setDraft] = useState(() => draftOf(grant));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const write = useWrite('changeTerms');
  const errorsOf = (of: TermsDraft) => termsErrors({ grant, draft: of, asks, today: serverToday() });

  const change = (changes: Partial<TermsDraft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    // What has been mended is no longer marked; nothing new is marked while somebody is still typing.
    const left = errorsOf(next);
    setErrors((shown) => left.filter(({ field }) => shown.some((each) => each.field === field)));
  };
  const submit = () => {
    const found = errorsOf(draft);
    setErrors(found);
    const body = requestOf(grant, draft);
    if (found.length > 0 || body === null) return;
    askToBeTold(['binding', 'dates']);
    void write.submit({ path: { bindingId: binding.bindingId }, body });
  };
  const readAgain = () => {
    write.reset();
    reload();
  };
  const changed = errorsOf(draft).length > 0 || requestOf(grant, draft) !== null;
  return {
    grant,
    asks,
    rules: policy?.rules ?? [],
    draft,
    errors,
    changed,
    state: write.state,
    busy: write.busy,
    change,
    submit,
    readAgain,
  };
}
