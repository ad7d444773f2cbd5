import type { BindingView, PolicyView, SharedLimit } from '@gongji/contract';
import { consentAgeIn, guardianSpeaks, type PlainDate, shareFundsConsentIn } from '@gongji/domain';
import { type Reading, useRead } from '@/shared/bff/use-read';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { askToBeTold } from '@/shared/session/subscribe';
import { moveTo } from '@/shared/platform/a11y';
import { useBack } from '@/shared/platform/back';
import { serverToday, useMe } from '@/shared/session/session';
import type { FieldError } from '@/shared/ui/error-summary';
import { type FieldErrors, useFieldErrors } from '@/shared/ui/use-field-errors';
import { ageIn, type Asked, type Draft, grantErrors, openRequestOf, personErrors, requestOf } from './draft';
import type { Step } from './kept-draft';
import { stepsOf, type Subject } from './subject';
import { type DraftOnPhone, useDraft } from './use-draft';

/** Out of the form: to a relative who is bound, or to all of them. */
export interface Ways {
  readonly onOpen: (bindingId: string) => void;
  readonly onLeave: () => void;
}

export interface AddRelative
  extends Ways,
    Pick<DraftOnPhone, 'draft' | 'step' | 'found' | 'foundAt' | 'startOver'>,
    Pick<FieldErrors, 'errors' | 'errorOf'> {
  readonly subject: Subject;
  readonly steps: readonly Step[];
  readonly state: WriteState<BindingView>;
  /** The rules of the place where I am insured. */
  readonly policy: Reading<PolicyView>;
  readonly sharedLimit: SharedLimit | undefined;
  readonly asked: Asked;
  /** The day on which what is asked for would begin. */
  readonly startsOn: PlainDate;
  /** It was sent, and nobody knows whether it arrived: it may be sent again, whatever is found now. */
  readonly unanswered: boolean;
  readonly change: (changes: Partial<Draft>) => void;
  readonly goTo: (step: Step, field?: string) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly submit: () => void;
}

export function useAddRelative(subject: Subject, ways: Ways): AddRelative {
  const me = useMe();
  const kept = useDraft(subject);
  const { step, sentOn, become } = kept;
  const steps = stepsOf(subject);
  const { errors, errorOf, tell, mend } = useFieldErrors();
  const policy = useRead('policy', { path: { region: me.regionCode } });
  const sharedLimit = useRead('sharedLimit').answer;
  const { state, reset, send } = useSend(subject);
  const today = serverToday();
  const startsOn = sentOn ?? today;
  const askedOf = (about: Draft): Asked => ({
    today,
    needsGuardian: needsGuardian(subject, about, { today, asks: policy.answer?.asks }),
    asks: policy.answer?.asks,
    sharedLimitMissing: sharedLimit?.required === true && sharedLimit.limitFen === null ? sharedLimit.kind : null,
  });
  const asked = askedOf(kept.draft);
  // A statement made for another wish is not made for this one.
  const draft = { ...kept.draft, guardian: kept.draft.guardian && asked.needsGuardian };
  const errorsOf = (about: Draft): readonly FieldError[] =>
    step === 'person' ? personErrors(about, askedOf(about)) : step === 'grants' ? grantErrors(about, askedOf(about)) : [];

  const goTo = (to: Step, field = 'step-title') => {
    tell([]);
    reset();
    become({ step: to });
    moveTo(field);
  };
  const walk = (by: 1 | -1) => {
    const to = steps[steps.indexOf(step) + by];
    if (to !== undefined) goTo(to);
  };
  const next = () => {
    if (tell(errorsOf(draft))) walk(1);
  };
  const change = (changes: Partial<Draft>) => mend(errorsOf(kept.change(changes)));
  const submit = async () => {
    askToBeTold(['binding', 'money', 'dates']);
    // On the phone before it leaves: after a restart the same request goes out under the same key.
    become({ sentOn: startsOn, draft });
    const outcome = await send(draft, startsOn);
    if (outcome?.kind === 'done') kept.drop();
    if (outcome?.kind === 'refused') become({ sentOn: null });
  };
  useBack(step !== steps[0] && state.kind !== 'done', () => state.kind === 'submitting' || walk(-1));
  const { found, foundAt, startOver } = kept;
  const asks = { policy, sharedLimit, asked, startsOn, unanswered: sentOn !== null };
  const said = { subject, draft, steps, step, errors, errorOf, state, found, foundAt, ...asks };
  return { ...said, ...ways, change, goTo, next, back: () => walk(-1), submit: () => void submit(), startOver };
}

/** Two routes, one form. */
function useSend(subject: Subject) {
  const propose = useWrite('proposeBinding');
  const open = useWrite('openGrant');
  const send = async (draft: Draft, startsOn: PlainDate) => {
    if (subject.kind === 'new') {
      const body = requestOf(draft, startsOn);
      return body === undefined ? undefined : propose.submit({ body });
    }
    const body = openRequestOf(draft, startsOn);
    return body === undefined ? undefined : open.submit({ path: { bindingId: subject.binding.bindingId }, body });
  };
  const { state, reset } = subject.kind === 'new' ? propose : open;
  return { state, reset, send };
}

/** As the service decides it, by the rules of the place where I am insured; while nobody has heard them, as where nobody published any. */
function needsGuardian(subject: Subject, draft: Draft, { today, asks }: Pick<Asked, 'today' | 'asks'>): boolean {
  const isNew = subject.kind === 'new';
  const age = isNew ? ageIn(draft, today) : subject.binding.other.age;
  return guardianSpeaks({
    relation: isNew ? draft.relation : subject.binding.relation,
    showsCode: draft.showCode,
    uses: draft.shareFunds ? draft.uses : null,
    isMinor: age !== undefined && age < (asks?.consentFromAge ?? consentAgeIn(undefined)),
    shareFundsConsent: asks?.shareFundsConsent ?? shareFundsConsentIn(undefined),
  });
}
