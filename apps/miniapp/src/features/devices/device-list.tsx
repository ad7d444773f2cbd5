import type { DeviceList as Devices } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { deviceId } from '@/shared/platform/new-id';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { RemoveDevice } from './remove-device';

type Device = Devices['devices'][number];

/** Every phone that has shown codes of mine or may show some without network, and the way to take that from it. */
export function DeviceList() {
  const reading = useRead('devices');
  const [asked, setAsked] = useState<Device | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const done = (name: string) => {
    setAsked(null);
    setRemoved(name);
    reading.reload();
  };
  return (
    <View className="stack">
      {removed !== null && (
        <Notice tone="ok" title={`已移除 ${removed}`} urgent>
          <Text className="notice__text">它上面的离线医保码已经作废。</Text>
        </Notice>
      )}
      <Loaded reading={reading}>
        {({ devices }) =>
          devices.length === 0 ? (
            <Empty icon="phone" title="还没有设备" text="用手机出示过医保码以后，这里会列出那台手机。" />
          ) : (
            <View className="stack">
              {devices.map((device) => (
                <OneDevice key={device.deviceId} device={device} onRemove={() => setAsked(device)} />
              ))}
              <Text className="block muted">看到不认识的设备，请马上移除。手机丢了也可以在别的手机上登录后移除。</Text>
            </View>
          )
        }
      </Loaded>
      {asked !== null && <RemoveDevice device={asked} onDone={() => done(asked.name)} onKeep={() => setAsked(null)} />}
    </View>
  );
}

interface DeviceProps {
  readonly device: Device;
  readonly onRemove: () => void;
}

const OneDevice = ({ device, onRemove }: DeviceProps) => (
  <Card>
    <View className="stack">
      <View>
        <Text className="lead">{device.name}</Text>
        {device.deviceId === deviceId() && (
          <State tone="ok" icon="check">
            本机
          </State>
        )}
        <Text className="block muted">{`最近使用：${momentText(device.lastSeenAt)}`}</Text>
      </View>
      {device.offlineKeys.length === 0 ? (
        <Text className="block">没有网络时，不能出示任何人的医保码。</Text>
      ) : (
        device.offlineKeys.map(({ offlineKeyId, person, own, givenAt }) => (
          <Text key={offlineKeyId} className="block">
            {`没有网络时，可以出示${own ? '我' : person}的离线医保码（${momentText(givenAt)}开通）。`}
          </Text>
        ))
      )}
      <Button kind="danger" label={`移除 ${device.name}`} onTap={onRemove}>
        移除这台设备
      </Button>
    </View>
  </Card>
);
