import type { BindingView } from '@gongji/contract';
import { ADD_RELATIVE, INNER_PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
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
  const name = personName(binding.other);
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
      <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
      <Button kind="plain" onTap={onOpen}>
        {say(ADD_RELATIVE.result.look)}
      </Button>
    </View>
  );
}

function wordsOf(binding: BindingView, name: string): { readonly title: string; readonly text: string } {
  const stands = binding.grants.some(({ state }) => state === 'active');
  if (!binding.grants.some(({ state }) => state === 'proposed')) {
    return stands
      ? { title: say(ADD_RELATIVE.result.bound, { name }), text: say(ADD_RELATIVE.result.boundText) }
      : { title: say(ADD_RELATIVE.result.withdrawn), text: say(ADD_RELATIVE.result.withdrawnText) };
  }
  const until = binding.acceptBy === null ? '' : say(ADD_RELATIVE.result.until, { moment: momentText(binding.acceptBy) });
  return { title: say(ADD_RELATIVE.result.waits, { name }), text: stands ? say(ADD_RELATIVE.result.partly, { until }) : until };
}
