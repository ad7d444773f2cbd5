import { DEVICES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { LogOutOthers } from './log-out-others';
import { OnePhone } from './one-phone';
import { type Device, phonesOf } from './phones';
import { RemoveDevice } from './remove-device';

const LIST = DEVICES.list;

/** Every phone that is logged in, has shown codes of mine or may show some without network, and the way to take that from it. */
export function DeviceList() {
  const devices = useRead('devices');
  const sessions = useRead('sessions');
  const [asked, setAsked] = useState<Device | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const reload = () => {
    devices.reload();
    sessions.reload();
  };
  const done = (text: string) => {
    setAsked(null);
    setTold(text);
    reload();
  };
  return (
    <View className="stack">
      {told !== null && (
        <Notice tone="ok" title={told} urgent>
          <Text className="notice__text">{say(LIST.now)}</Text>
        </Notice>
      )}
      <Loaded reading={devices}>
        {(codes) => (
          <Loaded reading={sessions}>
            {(logIns) => {
              const phones = phonesOf(codes.devices, logIns.sessions);
              return phones.length === 0 ? (
                <Empty icon="phone" title={say(LIST.none)} text={say(LIST.noneText)} />
              ) : (
                <View className="stack">
                  {phones.map((phone) => (
                    <OnePhone
                      key={phone.device?.deviceId ?? phone.logIns[0]?.sessionId}
                      phone={phone}
                      onRemove={setAsked}
                      onDone={(name) => done(say(LIST.loggedOut, { device: name }))}
                    />
                  ))}
                  <Text className="block muted">{say(LIST.stranger)}</Text>
                  <LogOutOthers others={logIns.sessions.some(({ current }) => !current)} onDone={() => done(say(LIST.loggedOutOthers))} />
                </View>
              );
            }}
          </Loaded>
        )}
      </Loaded>
      {asked !== null && (
        <RemoveDevice device={asked} onDone={() => done(say(LIST.removed, { device: say(asked.name) }))} onKeep={() => setAsked(null)} />
      )}
    </View>
  );
}
