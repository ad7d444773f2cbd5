import type { BindingView, GrantView } from '@gongji/contract';
import { type Draft, EMPTY_DRAFT } from './draft';
import { NEW_RELATIVE, type Step } from './kept-draft';

/** What the form is for: a new relative, or a switch of one who is bound already. */
export type Subject =
  | { readonly kind: 'new' }
  | { readonly kind: 'open'; readonly binding: BindingView; readonly grant: GrantView['kind'] };

const STEPS: Readonly<Record<Subject['kind'], readonly Step[]>> = {
  new: ['before', 'consent', 'person', 'grants', 'check', 'sign'],
  open: ['consent', 'grants', 'check', 'sign'],
};
export const stepsOf = ({ kind }: Subject): readonly Step[] => STEPS[kind];

/** Names the draft of this subject on the phone. */
export const subjectKey = (subject: Subject): string =>
  subject.kind === 'new' ? NEW_RELATIVE : `${subject.binding.bindingId} ${subject.grant}`;

export const emptyDraft = (subject: Subject): Draft =>
  subject.kind === 'new'
    ? EMPTY_DRAFT
    : { ...EMPTY_DRAFT, showCode: subject.grant === 'show-code', shareFunds: subject.grant === 'share-funds' };
