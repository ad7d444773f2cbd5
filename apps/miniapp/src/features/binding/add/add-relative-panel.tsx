import type { ConsentText } from '@gongji/contract';
import { ADD_RELATIVE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { ErrorSummary, type FieldError } from '@/shared/ui/error-summary';
import { Loaded } from '@/shared/ui/loaded';
import { Progress } from '@/shared/ui/progress';
import { useMissing } from '@/shared/ui/use-missing';
import { unticked } from '@/shared/ui/use-tick-first';
import { BeforeStep } from './before-step';
import { CheckStep } from './check-step';
import { ConsentStep } from './consent-step';
import { FoundDraft } from './found-draft';
import { GrantsStep } from './grants-step';
import { PersonStep } from './person-step';
import { ResultStep } from './result-step';
import { SignStep } from './sign-step';
import { Submit } from './submit';
import type { Step, Subject } from './subject';
import { type AddRelative, useAddRelative, type Ways } from './use-add-relative';

interface Props extends Ways {
  readonly subject: Subject;
}

/** Conditions → 告知书 → who → which grants → check → sign → result; one thing on each. */
export function AddRelativePanel({ subject, onOpen, onLeave }: Props) {
  const form = useAddRelative(subject, { onOpen, onLeave });
  const consent = useRead('consent');
  const { state, steps, step } = form;
  if (state.kind === 'done') {
    return <ResultStep binding={state.answer} onOpen={() => onOpen(state.answer.bindingId)} onLeave={onLeave} />;
  }
  return (
    <View>
      <Progress step={steps.indexOf(step)} names={steps.map((each) => say(ADD_RELATIVE.step[each]))} />
      <Text id="step-title" className="title">
        {say(ADD_RELATIVE.step[step])}
      </Text>
      <View className="section__title" />
      <FoundDraft {...form} />
      <ErrorSummary errors={form.errors} />
      <Loaded reading={consent}>{(text) => <OneStep form={form} consent={text} />}</Loaded>
    </View>
  );
}

interface StepProps {
  readonly form: AddRelative;
  readonly consent: ConsentText;
}

function OneStep({ form, consent }: StepProps) {
  const { draft, steps, step, change, next, back } = form;
  const ticked = draft.consentVersion === consent.version;
  const missing = useMissing(missingOn(step, { ticked, signed: draft.signature !== '' }));
  return (
    <View>
      {step === 'before' && <BeforeStep policy={form.policy} />}
      {step === 'consent' && (
        <ConsentStep
          consent={consent}
          ticked={ticked}
          error={missing.errorOf('consent')}
          onTick={(tick) => change({ consentVersion: tick ? consent.version : null })}
        />
      )}
      {step === 'person' && <PersonStep {...form} />}
      {step === 'grants' && <GrantsStep {...form} />}
      {step === 'check' && <CheckStep {...form} />}
      {step === 'sign' && (
        <SignStep signature={draft.signature} error={missing.errorOf('signing')} onChange={(signature) => change({ signature })} />
      )}
      <View className="section stack">
        <ErrorSummary errors={missing.told} />
        {step === 'sign' && <Submit form={form} onSubmit={missing.unlessMissing(form.submit)} />}
        {step !== 'sign' && step !== 'check' && (
          <Button onTap={missing.unlessMissing(next)}>{say(step === 'before' ? ADD_RELATIVE.begin : ADD_RELATIVE.next)}</Button>
        )}
        {step !== steps[0] && (
          <Button kind="text" off={form.state.kind === 'submitting'} onTap={back}>
            {say(ADD_RELATIVE.back)}
          </Button>
        )}
      </View>
    </View>
  );
}

/** What a step asks for that is not a field. */
function missingOn(step: Step, { ticked, signed }: { readonly ticked: boolean; readonly signed: boolean }): readonly FieldError[] {
  if (step === 'consent' && !ticked) return [unticked('consent', say(ADD_RELATIVE.consent.tick))];
  return step === 'sign' && !signed ? [{ field: 'signing', text: say(ADD_RELATIVE.sign.missing) }] : [];
}
