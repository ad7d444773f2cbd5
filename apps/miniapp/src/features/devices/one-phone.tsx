import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { deviceId } from '@/shared/platform/new-id';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Unreachable } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import type { Device, LogIn, Phone } from './phones';

interface Props {
  readonly phone: Phone;
  readonly onRemove: (device: Device) => void;
  /** Its log-in was ended. */
  readonly onDone: (name: string) => void;
}

export function OnePhone({ phone: { name, lastUsedAt, device, logIns }, onRemove, onDone }: Props) {
  const isThis = logIns.some(({ current }) => current) || device?.deviceId === deviceId();
  return (
    <Card>
      <View className="stack">
        <View>
          <Text className="lead">{name}</Text>
          {isThis && (
            <State tone="ok" icon="check">
              本机
            </State>
          )}
          <Text className="block muted">{`最近使用：${momentText(lastUsedAt)}`}</Text>
        </View>
        {logIns.length === 0 ? (
          <Text className="block">没有登录。</Text>
        ) : (
          logIns.map(({ sessionId, openedAt }) => (
            <Text key={sessionId} className="block">{`登录着，${momentText(openedAt)} 登录的。`}</Text>
          ))
        )}
        {device !== null && <Keys device={device} />}
        {device === null ? (
          !isThis && <LogOutPhone name={name} logIns={logIns} onDone={() => onDone(name)} />
        ) : (
          <Button kind="danger" label={`移除这台设备：${name}`} onTap={() => onRemove(device)}>
            移除这台设备
          </Button>
        )}
      </View>
    </Card>
  );
}

const Keys = ({ device: { offlineKeys } }: { readonly device: Device }) => (
  <View>
    {offlineKeys.length === 0 ? (
      <Text className="block">没有网络时，不能出示任何人的医保码。</Text>
    ) : (
      offlineKeys.map(({ offlineKeyId, person, own, givenAt }) => (
        <Text key={offlineKeyId} className="block">
          {`没有网络时，可以出示${own ? '我' : person}的离线医保码（${momentText(givenAt)}开通）。`}
        </Text>
      ))
    )}
  </View>
);

interface LogOutProps {
  readonly name: string;
  readonly logIns: readonly LogIn[];
  readonly onDone: () => void;
}

/** Ending twice is ending once: a lost answer is simply asked for again. */
function LogOutPhone({ name, logIns, onDone }: LogOutProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'unreachable' | Refusal>('idle');
  const end = async () => {
    setState('busy');
    for (const { sessionId } of logIns) {
      const outcome = await callBff('endSession', { path: { sessionId } });
      if (outcome.kind !== 'done') return setState(outcome.kind === 'refused' ? outcome.refusal : 'unreachable');
    }
    setState('idle');
    onDone();
  };
  return (
    <View className="stack">
      {state === 'unreachable' && <Unreachable />}
      {typeof state === 'object' && <Refused refusal={state} />}
      <Button kind="plain" label={`退出它的登录：${name}`} busyText={state === 'busy' && '正在退出…'} onTap={() => void end()}>
        退出它的登录
      </Button>
    </View>
  );
}
