import type { ConsentText } from '@gongji/contract';
import { ADD_RELATIVE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { ErrorSummary, type FieldError } from '@/shared/ui/error-summary';
import { Loaded } from '@/shared/ui/loaded';
import { Progress } from '@/shared/ui/progress';
import { ProxyBanner } from '@/shared/ui/proxy-banner';
import { useMissing } from '@/shared/ui/use-missing';
import { unticked } from '@/shared/ui/use-tick-first';
import { GRANT_TITLE } from '../binding-text';
import { BeforeStep } from './before-step';
import { CheckStep } from './check-step';
import { ConsentStep } from './consent-step';
import { FoundDraft } from './found-draft';
import { GrantsStep } from './grants-step';
import { PersonStep } from './person-step';
import { ResultStep } from './result-step';
import { SignStep } from './sign-step';
import { Submit } from './submit';
import type { Step } from './kept-draft';
import type { Subject } from './subject';
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
      <View className="stack">
        {subject.kind === 'open' && <OpeningFor {...subject} />}
        <Progress step={steps.indexOf(step)} names={steps.map((each) => say(ADD_RELATIVE.step[each]))} />
      </View>
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

/** For whom and which switch, on every step: somebody bound to several must not open one for the wrong relative. */
function OpeningFor({ binding: { other }, grant }: Extract<Subject, { kind: 'open' }>) {
  const name = personName(other);
  const text = say(ADD_RELATIVE.openingFor, { name, grant: say(GRANT_TITLE[grant]) });
  return <ProxyBanner people={[{ personId: other.personId, name }]} text={text} />;
}

interface StepProps {
  readonly form: AddRelative;
  readonly consent: ConsentText;
}

function OneStep({ form, consent }: StepProps) {
  const { draft, steps, step, change, next, back } = form;
  const ticked = draft.consentVersion === consent.version;
  const [typing, setTyping] = useState(false);
  const { name } = useMe();
  const missing = useMissing(missingOn(step, { ticked, signed: draft.signature !== '', typedName: typing ? name : null }));
  const sign = (signature: string) => change({ signature });
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
        <SignStep
          // Sent, or back from it: what was signed stands as signed, and no stroke is added to it.
          key={String(form.unanswered)}
          sent={form.unanswered}
          signature={draft.signature}
          error={missing.errorOf('signing')}
          typing={typing}
          onChange={sign}
          onSwitch={() => {
            setTyping(!typing);
            missing.forget();
            sign('');
          }}
        />
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

interface Given {
  readonly ticked: boolean;
  readonly signed: boolean;
  /** The name that is to be typed; null: it is written by hand. */
  readonly typedName: string | null;
}

/** What a step asks for that is not a field. One text however much is typed: a new one would take the focus from who is typing. */
function missingOn(step: Step, { ticked, signed, typedName }: Given): readonly FieldError[] {
  if (step === 'consent' && !ticked) return [unticked('consent', say(ADD_RELATIVE.consent.tick))];
  if (step !== 'sign' || signed) return [];
  const { missing, missingTyped } = ADD_RELATIVE.sign;
  return [{ field: 'signing', text: typedName === null ? say(missing) : say(missingTyped, { name: typedName }) }];
}
