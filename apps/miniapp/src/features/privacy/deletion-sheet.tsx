import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { leave } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Sheet } from '@/shared/ui/sheet';

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
    const outcome = await submit({ body: { words: '注销账户' } });
    if (outcome?.kind === 'done') leave();
  };
  const unknown = state.kind === 'unknown' ? state : null;
  return (
    <Sheet
      title="注销账户？"
      actions={
        <View>
          {unknown === null && (
            <Button kind="danger" off={!isTyped} busyText={busy && '正在注销…'} onTap={() => void remove()}>
              注销，不能恢复
            </Button>
          )}
          <Button kind="text" off={busy} onTap={onKeep}>
            不注销
          </Button>
        </View>
      }
    >
      <View className="stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        {unknown !== null && (
          <Unknown
            reference={unknown.reference}
            text="网络没有回应，注销可能已经成功。再次提交不会重复。"
            button="再次提交并查看结果"
            onTap={() => void remove()}
            busyText={busy && '正在注销…'}
          />
        )}
        <Text className="block">注销后不能恢复。以后要用，需要重新登记。</Text>
        <Field id="deletion-words" label={`请输入“${words}”`} value={typed} onChange={setTyped} maxLength={10} />
      </View>
    </Sheet>
  );
}
