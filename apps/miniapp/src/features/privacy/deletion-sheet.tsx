import { DELETION_WORDS } from '@gongji/domain';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { leave } from '@/shared/session/session';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import { Field } from '@/shared/ui/field';

interface Props {
  /** What is typed to confirm. */
  readonly words: string;
  readonly onKeep: () => void;
}

/** The typed words stand for the second look. Afterwards nobody is logged in here. */
export function DeletionSheet({ words, onKeep }: Props) {
  const { state, busy, submit } = useWrite('deleteAccount');
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim() === words;
  const remove = async () => {
    const outcome = await submit({ body: { words: DELETION_WORDS } });
    if (outcome?.kind === 'done') leave();
  };
  return (
    <ConfirmSheet
      title="注销账户？"
      state={state}
      busy={busy}
      onKeep={onKeep}
      act="注销"
      button="注销，不能恢复"
      off={!isTyped}
      onConfirm={() => void remove()}
      keep="不注销"
    >
      <Text className="block">注销后不能恢复。以后要用，需要重新登记。</Text>
      <Field id="deletion-words" label={`请输入“${words}”`} value={typed} onChange={setTyped} maxLength={10} />
    </ConfirmSheet>
  );
}
