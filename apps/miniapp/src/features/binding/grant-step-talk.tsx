import { GRANT_STEP } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { grantTitle, PAUSE_TEXT, WITHDRAW_TEXT } from './binding-text';
import type { GrantStep } from './use-grant-step';
import './binding.scss';

/** What is asked before a step and said after it, in its place beneath the switch. */
export const GrantStepTalk = ({ step }: { readonly step: GrantStep }) => (
  <View>
    {(step.asked === 'pause' || step.asked === 'withdraw') && <Question step={step} />}
    {step.state.kind === 'refused' && <Refused refusal={step.state.refusal} />}
    {step.state.kind === 'unknown' && (
      <Unknown reference={step.state.reference} text={say(GRANT_STEP.unknown)} button={say(GRANT_STEP.look)} onTap={step.reload} />
    )}
  </View>
);

function Question({ step: { asked, binding, kind, ask, take } }: { readonly step: GrantStep }) {
  const pausing = asked === 'pause';
  const grant = grantTitle(binding.myRole, kind);
  const act = say(pausing ? GRANT_STEP.pause : GRANT_STEP.withdraw);
  return (
    <View className="question">
      <Text className="block">{say(pausing ? PAUSE_TEXT[binding.myRole][kind] : WITHDRAW_TEXT)}</Text>
      <View className="acts">
        <Button kind="plain" inline label={say(GRANT_STEP.of, { act, grant })} onTap={() => take(pausing ? 'pause' : 'withdraw')}>
          {act}
        </Button>
        <Button kind="text" inline label={say(GRANT_STEP.of, { act: say(GRANT_STEP.cancel), grant })} onTap={() => ask(null)}>
          {say(GRANT_STEP.cancel)}
        </Button>
      </View>
    </View>
  );
}
