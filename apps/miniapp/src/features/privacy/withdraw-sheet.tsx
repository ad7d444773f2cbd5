import type { PrivacyText } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { leave } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Lines } from '@/shared/ui/privacy-words';
import { Sheet } from '@/shared/ui/sheet';

interface Props {
  readonly withdrawal: PrivacyText['withdrawal'];
  readonly onKeep: () => void;
}

/** Says what ends and what stays before it ends. Afterwards nobody is logged in here. */
export function WithdrawSheet({ withdrawal, onKeep }: Props) {
  const { state, busy, submit } = useWrite('withdrawConsent');
  const withdraw = async () => {
    const outcome = await submit({ body: {} });
    if (outcome?.kind === 'done') leave();
  };
  const unknown = state.kind === 'unknown' ? state : null;
  return (
    <Sheet
      title="撤回同意？"
      actions={
        <View>
          {unknown === null && (
            <Button kind="danger" busyText={busy && '正在撤回…'} onTap={() => void withdraw()}>
              撤回同意并退出
            </Button>
          )}
          <Button kind="text" off={busy} onTap={onKeep}>
            不撤回
          </Button>
        </View>
      }
    >
      <View className="stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        {unknown !== null && (
          <Unknown
            reference={unknown.reference}
            text="网络没有回应，撤回可能已经成功。再次提交不会重复。"
            button="再次提交并查看结果"
            onTap={() => void withdraw()}
            busyText={busy && '正在撤回…'}
          />
        )}
        <Text className="block strong">马上结束</Text>
        <Lines lines={withdrawal.ends} />
        <Text className="block strong">仍然保留</Text>
        <Lines lines={withdrawal.stays} />
      </View>
    </Sheet>
  );
}
