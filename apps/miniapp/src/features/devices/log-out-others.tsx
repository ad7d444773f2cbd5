import { DEVICES, MINE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { logOutEverywhere } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Unreachable } from '@/shared/ui/loaded';
import { Refused } from '@/shared/ui/outcome';
import { Sheet } from '@/shared/ui/sheet';

const EVERYWHERE = DEVICES.everywhere;

type State = 'idle' | 'busy' | 'unreachable' | Refusal;

interface Props {
  /** Whether any other phone is logged in. */
  readonly others: boolean;
  readonly onDone: () => void;
}

/** All other phones, or all of them. Ending twice is ending once: a lost answer is simply asked for again. */
export function LogOutOthers({ others, onDone }: Props) {
  const [state, setState] = useState<State>('idle');
  const [asked, setAsked] = useState(false);
  const end = async (which: 'all' | 'others') => {
    setState('busy');
    const outcome = which === 'all' ? await logOutEverywhere() : await callBff('endSessions', { body: { which } });
    if (outcome.kind !== 'done') return setState(outcome.kind === 'refused' ? outcome.refusal : 'unreachable');
    setState('idle');
    if (which === 'others') onDone();
  };
  const trouble = (
    <View>
      {state === 'unreachable' && <Unreachable />}
      {typeof state === 'object' && <Refused refusal={state} />}
    </View>
  );
  return (
    <View className="stack">
      {!asked && trouble}
      {others && (
        <Button kind="plain" icon="exit" busyText={state === 'busy' && !asked && say(MINE.loggingOut)} onTap={() => void end('others')}>
          {say(EVERYWHERE.others)}
        </Button>
      )}
      <Button kind="danger" icon="exit" onTap={() => setAsked(true)}>
        {say(EVERYWHERE.all)}
      </Button>
      {asked && (
        <Sheet
          title={say(EVERYWHERE.title)}
          onBack={() => state === 'busy' || setAsked(false)}
          actions={
            <View>
              <Button kind="danger" busyText={state === 'busy' && say(MINE.loggingOut)} onTap={() => void end('all')}>
                {say(EVERYWHERE.confirm)}
              </Button>
              <Button kind="text" off={state === 'busy'} onTap={() => setAsked(false)}>
                {say(EVERYWHERE.keep)}
              </Button>
            </View>
          }
        >
          <View className="stack">
            {trouble}
            <Text className="block">{say(EVERYWHERE.told)}</Text>
            <Text className="block">{say(EVERYWHERE.offline)}</Text>
          </View>
        </Sheet>
      )}
    </View>
  );
}
