import type { PrivacyText } from '@gongji/contract';
import { Text } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { leave } from '@/shared/session/session';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import { Lines } from '@/shared/ui/privacy-words';

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
  return (
    <ConfirmSheet
      title="撤回同意？"
      state={state}
      busy={busy}
      onKeep={onKeep}
      act="撤回"
      button="撤回同意并退出"
      onConfirm={() => void withdraw()}
      keep="不撤回"
    >
      <Text className="block strong">马上结束</Text>
      <Lines lines={withdrawal.ends} />
      <Text className="block strong">仍然保留</Text>
      <Lines lines={withdrawal.stays} />
    </ConfirmSheet>
  );
}
