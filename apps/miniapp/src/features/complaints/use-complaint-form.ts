import type { ComplaintView } from '@gongji/contract';
import { useState } from 'react';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { useWhenInFront } from '@/shared/platform/when-in-front';
import { useMe } from '@/shared/session/session';
import { type FieldErrors, useFieldErrors } from '@/shared/ui/use-field-errors';
import {
  type ComplaintDraft,
  draftErrors,
  dropSent,
  emptyDraft,
  isSame,
  keepDraft,
  type KnownBefore,
  openDraft,
  requestOf,
} from './complaint-draft';

export interface ComplaintForm extends Pick<FieldErrors, 'errors' | 'errorOf'> {
  readonly draft: ComplaintDraft;
  /** Words of an earlier time are in it. */
  readonly found: boolean;
  readonly state: WriteState<ComplaintView>;
  readonly busy: boolean;
  /** Still what was sent last. */
  readonly same: boolean;
  readonly change: (changes: Partial<ComplaintDraft>) => void;
  readonly startOver: () => void;
  readonly submit: () => void;
}

export function useComplaintForm(known: KnownBefore, onWritten: (complaintId: string) => void): ComplaintForm {
  const { personId } = useMe();
  const [{ draft, found }, setOpened] = useState(() => openDraft(personId, known));
  const { errors, errorOf, tell, mend } = useFieldErrors();
  const { state, busy, submit, reset } = useWrite('writeComplaint');
  const whenInFront = useWhenInFront();
  const request = requestOf(draft);
  const [sent, setSent] = useState(request);

  const become = (next: ComplaintDraft, isFound = found) => {
    keepDraft(personId, next);
    setOpened({ draft: next, found: isFound });
  };
  const change = (changes: Partial<ComplaintDraft>) => {
    const next = { ...draft, ...changes };
    become(next);
    mend(draftErrors(next));
    if (state.kind === 'refused') reset();
  };
  const startOver = () => {
    tell([]);
    become(emptyDraft(known), false);
  };
  const send = async () => {
    if (!tell(draftErrors(draft))) return;
    setSent(request);
    const outcome = await submit({ body: request });
    if (outcome?.kind === 'refused') tell(outcome.refusal.fields.map(({ path, text }) => ({ field: path, text })));
    if (outcome?.kind !== 'done') return;
    dropSent(personId, request);
    whenInFront(() => onWritten(outcome.answer.complaintId));
  };
  return { draft, found, errors, errorOf, state, busy, same: isSame(request, sent), change, startOver, submit: () => void send() };
}
