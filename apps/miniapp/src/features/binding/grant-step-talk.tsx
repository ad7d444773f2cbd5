import { Text, View } from '@tarojs/components';
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
      <Unknown
        reference={step.state.reference}
        text="网络没有回应，办理可能已经成功。请先查看现在的状态。"
        button="查看现在的状态"
        onTap={step.reload}
      />
    )}
  </View>
);

function Question({ step: { asked, binding, kind, ask, take } }: { readonly step: GrantStep }) {
  const pausing = asked === 'pause';
  const of = grantTitle(binding.myRole, kind);
  return (
    <View className="question">
      <Text className="block">{pausing ? PAUSE_TEXT[binding.myRole][kind] : WITHDRAW_TEXT}</Text>
      <View className="acts">
        <Button
          kind="plain"
          inline
          label={`${pausing ? '确认暂停' : '确认撤回'}：${of}`}
          onTap={() => take(pausing ? 'pause' : 'withdraw')}
        >
          {pausing ? '确认暂停' : '确认撤回'}
        </Button>
        <Button kind="text" inline label={`取消：${of}`} onTap={() => ask(null)}>
          取消
        </Button>
      </View>
    </View>
  );
}
