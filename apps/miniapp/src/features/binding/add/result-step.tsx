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
  // It comes back changed only by being withdrawn. What was sent again after a long silence may have been withdrawn in between.
  const withdrawn = binding !== answered || (!stands && !waits);
  return (
    <View className="stack">
      {withdrawn ? (
        <Result
          tone="quiet"
          icon="off"
          title={say(ADD_RELATIVE.result.withdrawn)}
          text={say(stands ? ADD_RELATIVE.result.othersStand : ADD_RELATIVE.result.withdrawnText)}
        />
      ) : (
        <Result tone={waits ? 'warn' : 'ok'} icon={waits ? 'clock' : 'check'} {...wordsOf(binding)} />
      )}
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

function wordsOf(binding: BindingView): { readonly title: string; readonly text: string } {
  const name = personName(binding.other);
  const stands = binding.grants.some(({ state }) => state === 'active');
  if (!binding.grants.some(({ state }) => state === 'proposed')) {
    return { title: say(ADD_RELATIVE.result.bound, { name }), text: say(ADD_RELATIVE.result.boundText) };
  }
  const until = binding.acceptBy === null ? '' : say(ADD_RELATIVE.result.until, { moment: momentText(binding.acceptBy) });
  return { title: say(ADD_RELATIVE.result.waits, { name }), text: stands ? say(ADD_RELATIVE.result.partly, { until }) : until };
}
