import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { LogOutOthers } from './log-out-others';
import { OnePhone } from './one-phone';
import { type Device, phonesOf } from './phones';
import { RemoveDevice } from './remove-device';

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
          <Text className="notice__text">下面是现在的情况。</Text>
        </Notice>
      )}
      <Loaded reading={devices}>
        {(codes) => (
          <Loaded reading={sessions}>
            {(logIns) => {
              const phones = phonesOf(codes.devices, logIns.sessions);
              return phones.length === 0 ? (
                <Empty icon="phone" title="还没有设备" text="用手机登录或者出示过医保码以后，这里会列出那台手机。" />
              ) : (
                <View className="stack">
                  {phones.map((phone) => (
                    <OnePhone
                      key={phone.device?.deviceId ?? phone.logIns[0]?.sessionId}
                      phone={phone}
                      onRemove={setAsked}
                      onDone={(name) => done(`已退出 ${name} 的登录`)}
                    />
                  ))}
                  <Text className="block muted">看到不认识的设备，请马上移除或退出它的登录。手机丢了，也可以在别的手机上登录后处理。</Text>
                  <LogOutOthers others={logIns.sessions.some(({ current }) => !current)} onDone={() => done('已退出其他所有手机的登录')} />
                </View>
              );
            }}
          </Loaded>
        )}
      </Loaded>
      {asked !== null && <RemoveDevice device={asked} onDone={() => done(`已移除 ${asked.name}`)} onKeep={() => setAsked(null)} />}
    </View>
  );
}
