import type { ConsentText } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Loaded } from '@/shared/ui/loaded';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Progress } from '@/shared/ui/progress';
import { STEP_NAMES } from './add-text';
import { BeforeStep } from './before-step';
import { CheckStep } from './check-step';
import { ConsentStep } from './consent-step';
import { GrantsStep } from './grants-step';
import { PersonStep } from './person-step';
import { ResultStep } from './result-step';
import { SignStep } from './sign-step';
import { type AddRelative, STEP, useAddRelative } from './use-add-relative';

interface Props {
  readonly onOpen: (bindingId: string) => void;
  readonly onLeave: () => void;
}

/** 告知书 → who → which grants → check → sign → result; one thing on each. */
export function AddRelativePanel({ onOpen, onLeave }: Props) {
  const me = useMe();
  const form = useAddRelative(me.personId);
  const consent = useRead('consent');
  const { state } = form;
  if (state.kind === 'done') {
    return <ResultStep binding={state.answer} onOpen={() => onOpen(state.answer.bindingId)} onLeave={onLeave} />;
  }
  return (
    <View>
      <Progress step={form.step} names={STEP_NAMES} />
      <Text id="step-title" className="title">
        {STEP_NAMES[form.step]}
      </Text>
      <View className="section__title" />
      <ErrorSummary errors={form.errors} />
      <Loaded reading={consent}>{(text) => <Step form={form} consent={text} name={me.name} />}</Loaded>
    </View>
  );
}

interface StepProps {
  readonly form: AddRelative;
  readonly consent: ConsentText;
  readonly name: string;
}

function Step({ form, consent, name }: StepProps) {
  const { draft, step, change, next, goTo } = form;
  const off = step === STEP.consent && !draft.consentTicked;
  return (
    <View>
      {step === STEP.before && <BeforeStep />}
      {step === STEP.consent && (
        <ConsentStep consent={consent} ticked={draft.consentTicked} onTick={(consentTicked) => change({ consentTicked })} />
      )}
      {step === STEP.person && <PersonStep {...form} />}
      {step === STEP.grants && <GrantsStep {...form} />}
      {step === STEP.check && <CheckStep {...form} />}
      {step === STEP.sign && <SignStep name={name} onChange={(signature) => change({ signature })} />}
      <View className="section stack">
        {step === STEP.sign ? (
          <Submit form={form} consent={consent} />
        ) : (
          <Button off={off} onTap={next}>
            {step === STEP.before ? '开始办理' : step === STEP.check ? '确认无误，去签名' : '下一步'}
          </Button>
        )}
        {step > STEP.before && (
          <Button kind="text" off={form.state.kind === 'submitting'} onTap={() => goTo(step - 1)}>
            上一步
          </Button>
        )}
      </View>
    </View>
  );
}

function Submit({ form, consent }: Omit<StepProps, 'name'>) {
  const { state, draft, submit } = form;
  const send = () => submit(consent);
  if (state.kind === 'unknown') {
    return (
      <Unknown
        reference={state.reference}
        text="网络没有回应，绑定可能已经提交。再次提交同一办理不会重复。"
        button="再次提交并查看结果"
        onTap={send}
      />
    );
  }
  return (
    <View className="stack">
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      <Button off={draft.signature === ''} busyText={state.kind === 'submitting' && '正在提交…'} onTap={send}>
        签名并提交绑定
      </Button>
    </View>
  );
}
