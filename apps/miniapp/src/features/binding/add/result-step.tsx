import type { BindingView } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Result } from '@/shared/ui/result';
import { GrantStates } from '../grant-states';
import { InvitationCard } from '../invitation-card';

interface Props {
  readonly binding: BindingView;
  readonly onOpen: () => void;
  readonly onLeave: () => void;
}

/** What stands and what waits for the other side. */
export function ResultStep({ binding: answered, onOpen, onLeave }: Props) {
  const [binding, setBinding] = useState(answered);
  const stands = binding.grants.some(({ state }) => state === 'active');
  const waits = binding.grants.some(({ state }) => state === 'proposed');
  const name = binding.other.maskedName;
  return (
    <View className="stack">
      <Result
        tone={waits ? 'warn' : stands ? 'ok' : 'quiet'}
        icon={waits ? 'clock' : stands ? 'check' : 'off'}
        {...wordsOf(binding, name)}
      />
      <Card>
        <GrantStates binding={binding} />
      </Card>
      {waits && <InvitationCard binding={binding} onWithdrawn={setBinding} />}
      <Button onTap={onLeave}>返回亲情账户</Button>
      <Button kind="plain" onTap={onOpen}>
        查看这位家人
      </Button>
    </View>
  );
}

function wordsOf(binding: BindingView, name: string): { readonly title: string; readonly text: string } {
  const stands = binding.grants.some(({ state }) => state === 'active');
  if (!binding.grants.some(({ state }) => state === 'proposed')) {
    return stands
      ? { title: `已绑定 ${name}`, text: '已生效，可以使用了。' }
      : { title: '邀请已撤回', text: '没有生效，需要时可以重新发起。' };
  }
  const until = binding.acceptBy === null ? '' : `请对方在 ${momentText(binding.acceptBy)} 前确认，过期自动失效。`;
  return { title: `等待 ${name} 确认`, text: stands ? `一部分已经生效，一部分要等对方。${until}` : until };
}
