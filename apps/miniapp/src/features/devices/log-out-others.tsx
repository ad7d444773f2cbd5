import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { logOutEverywhere } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Unreachable } from '@/shared/ui/loaded';
import { Refused } from '@/shared/ui/outcome';
import { Sheet } from '@/shared/ui/sheet';

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
        <Button kind="plain" icon="exit" busyText={state === 'busy' && !asked && '正在退出…'} onTap={() => void end('others')}>
          退出其他所有手机的登录
        </Button>
      )}
      <Button kind="danger" icon="exit" onTap={() => setAsked(true)}>
        全部退出，包括这台手机
      </Button>
      {asked && (
        <Sheet
          title="全部退出？"
          actions={
            <View>
              <Button kind="danger" busyText={state === 'busy' && '正在退出…'} onTap={() => void end('all')}>
                全部退出
              </Button>
              <Button kind="text" off={state === 'busy'} onTap={() => setAsked(false)}>
                不退出
              </Button>
            </View>
          }
        >
          <View className="stack">
            {trouble}
            <Text className="block">所有手机马上退出登录，包括这一台。绑定、代缴和余额都不变，再登录就能看到。</Text>
            <Text className="block">离线医保码不会因此作废。手机丢了，请先移除那台设备。</Text>
          </View>
        </Sheet>
      )}
    </View>
  );
}
