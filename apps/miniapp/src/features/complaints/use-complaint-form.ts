import type { ComplaintView } from '@gongji/contract';
import { useState } from 'react';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { useMe } from '@/shared/session/session';
import type { FieldError } from '@/shared/ui/error-summary';
import {
  type ComplaintDraft,
  draftErrors,
  dropDraft,
  emptyDraft,
  keepDraft,
  type KnownBefore,
  openDraft,
  requestOf,
} from './complaint-draft';

export interface ComplaintForm {
  readonly draft: ComplaintDraft;
  /** Words of an earlier time are in it. */
  readonly found: boolean;
  readonly errors: readonly FieldError[];
  readonly state: WriteState<ComplaintView>;
  readonly busy: boolean;
  readonly change: (changes: Partial<ComplaintDraft>) => void;
  readonly startOver: () => void;
  readonly submit: () => void;
}

export function useComplaintForm(known: KnownBefore, onWritten: (complaintId: string) => void): ComplaintForm {
  const { personId } = useMe();
  const [{ draft, found }, setOpened] = useState(() => openDraft(personId, known));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { state, busy, submit, reset } = useWrite('writeComplaint');

  const become = (next: ComplaintDraft, isFound = found) => {
    keepDraft(personId, next);
    setOpened({ draft: next, found: isFound });
  };
  const change = (changes: Partial<ComplaintDraft>) => {
    const next = { ...draft, ...changes };
    become(next);
    // What has been mended is no longer marked; nothing new is marked while somebody is still typing.
    const wrong = draftErrors(next).map(({ field }) => field);
    setErrors((before) => before.filter(({ field }) => wrong.includes(field)));
    if (state.kind === 'refused') reset();
  };
  const startOver = () => {
    setErrors([]);
    become(emptyDraft(known), false);
  };
  const send = async () => {
    const wrong = draftErrors(draft);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const outcome = await submit({ body: requestOf(draft) });
    if (outcome?.kind === 'refused') setErrors(outcome.refusal.fields.map(({ path, text }) => ({ field: path, text })));
    if (outcome?.kind !== 'done') return;
    dropDraft();
    onWritten(outcome.answer.complaintId);
  };
  return { draft, found, errors, state, busy, change, startOver, submit: () => void send() };
}
