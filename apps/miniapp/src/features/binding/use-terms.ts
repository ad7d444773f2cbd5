import type { BindingView, GrantView, PolicyView } from '@gongji/contract';
import { useState } from 'react';
import { useShownWrite } from '@/shared/bff/use-shown-write';
import type { WriteState } from '@/shared/bff/use-write';
import { serverToday } from '@/shared/session/session';
import { askToBeTold } from '@/shared/session/subscribe';
import { type FieldErrors, useFieldErrors } from '@/shared/ui/use-field-errors';
import { type Asks, draftOf, requestOf, type TermsDraft, termsErrors } from './terms-draft';

interface Options {
  readonly binding: BindingView;
  readonly grant: GrantView;
  /** The rules of the reader's region; undefined while they are not there. */
  readonly policy: PolicyView | undefined;
  /** Reads the binding again. */
  readonly reload: () => void;
}

export interface TermsForm extends Pick<FieldErrors, 'errors' | 'errorOf'> {
  readonly grant: GrantView;
  readonly asks: Asks | undefined;
  readonly rules: PolicyView['rules'];
  readonly draft: TermsDraft;
  readonly changed: boolean;
  readonly state: WriteState<BindingView>;
  readonly busy: boolean;
  readonly change: (changes: Partial<TermsDraft>) => void;
  readonly submit: () => void;
  readonly readAgain: () => void;
}

/** What is typed stays through every failure. What nobody touched is as the newest reading says: an older one never comes back by saving. */
export function useTerms({ binding, grant, policy, reload }: Options): TermsForm {
  const asks = policy?.asks;
  const [changes, setChanges] = useState<Partial<TermsDraft>>({});
  const draft = { ...draftOf(grant), ...changes };
  const { errors, errorOf, tell, mend } = useFieldErrors();
  const write = useShownWrite('changeTerms');
  const errorsOf = (of: TermsDraft) => termsErrors({ grant, draft: of, asks, today: serverToday() });

  const change = (more: Partial<TermsDraft>) => {
    setChanges({ ...changes, ...more });
    mend(errorsOf({ ...draft, ...more }));
  };
  const submit = () => {
    const body = requestOf(grant, draft);
    if (!tell(errorsOf(draft)) || body === null) return;
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
    errorOf,
    changed,
    state: write.state,
    busy: write.busy,
    change,
    submit,
    readAgain,
  };
}
