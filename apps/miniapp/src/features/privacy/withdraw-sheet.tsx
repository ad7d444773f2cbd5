import type { PrivacyText } from '@gongji/contract';
import { PRIVACY } from '@gongji/texts';
import { Text } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { leave } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import { Lines } from '@/shared/ui/lines';

const WITHDRAWAL = PRIVACY.withdrawal;

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
      title={say(WITHDRAWAL.title)}
      state={state}
      busy={busy}
      onKeep={onKeep}
      act={say(WITHDRAWAL.act)}
      button={say(WITHDRAWAL.confirm)}
      onConfirm={() => void withdraw()}
      keep={say(WITHDRAWAL.keep)}
    >
      <Text className="block strong">{say(WITHDRAWAL.ends)}</Text>
      <Lines lines={withdrawal.ends} />
      <Text className="block strong">{say(WITHDRAWAL.stays)}</Text>
      <Lines lines={withdrawal.stays} />
    </ConfirmSheet>
  );
}
