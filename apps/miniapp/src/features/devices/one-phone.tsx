import { DEVICES, MINE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { deviceId } from '@/shared/platform/new-id';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Unreachable } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { type Device, isOfAnother, type LogIn, type Phone } from './phones';

const PHONE = DEVICES.phone;

interface Props {
  readonly phone: Phone;
  readonly onRemove: (device: Device) => void;
  /** Its log-in was ended. */
  readonly onDone: (name: string) => void;
}

export function OnePhone({ phone, onRemove, onDone }: Props) {
  const { name, lastUsedAt, device, logIns } = phone;
  const isMine = device === null || !isOfAnother(device);
  const isThis = logIns.some(({ current }) => current) || device?.deviceId === deviceId();
  return (
    <Card>
      <View className="stack">
        <View>
          <Text className="lead">{name}</Text>
          {isThis && (
            <State tone="ok" icon="check">
              {say(PHONE.thisOne)}
            </State>
          )}
          {isMine && <Text className="block muted">{say(PHONE.lastUsed, { at: momentText(lastUsedAt) })}</Text>}
        </View>
        {isMine && <LogIns logIns={logIns} />}
        {device !== null && <Keys device={device} />}
        {device === null ? (
          !isThis && <LogOutPhone name={name} logIns={logIns} onDone={() => onDone(name)} />
        ) : (
          <Button kind="danger" label={say(PHONE.removeSpoken, { device: name })} onTap={() => onRemove(device)}>
            {say(PHONE.remove)}
          </Button>
        )}
      </View>
    </Card>
  );
}

const LogIns = ({ logIns }: Pick<Phone, 'logIns'>) => (
  <View>
    {logIns.length === 0 ? (
      <Text className="block">{say(PHONE.noLogIn)}</Text>
    ) : (
      logIns.map(({ sessionId, openedAt }) => (
        <Text key={sessionId} className="block">
          {say(PHONE.logIn, { at: momentText(openedAt) })}
        </Text>
      ))
    )}
  </View>
);

const Keys = ({ device: { offlineKeys } }: { readonly device: Device }) => (
  <View>
    {offlineKeys.length === 0 ? (
      <Text className="block">{say(PHONE.noKeys)}</Text>
    ) : (
      offlineKeys.map(({ offlineKeyId, person, own, givenAt }) => (
        <Text key={offlineKeyId} className="block">
          {own ? say(PHONE.ownKey, { at: momentText(givenAt) }) : say(PHONE.key, { person: say(person), at: momentText(givenAt) })}
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
      <Button
        kind="plain"
        label={say(PHONE.logOutSpoken, { device: name })}
        busyText={state === 'busy' && say(MINE.loggingOut)}
        onTap={() => void end()}
      >
        {say(PHONE.logOut)}
      </Button>
    </View>
  );
}
