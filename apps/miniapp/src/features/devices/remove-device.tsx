import { Text, View } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { deviceId } from '@/shared/platform/new-id';
import { forget } from '@/shared/platform/storage';
import { Button } from '@/shared/ui/button';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Sheet } from '@/shared/ui/sheet';

interface Props {
  readonly device: { readonly deviceId: string; readonly name: string };
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

/** Asks first and tells the outcome where it was asked. A lost answer is asked for again under the same key. */
export function RemoveDevice({ device, onDone, onKeep }: Props) {
  const { state, busy, submit } = useWrite('removeDevice');
  const own = device.deviceId === deviceId();
  const remove = async () => {
    const outcome = await submit({ path: { deviceId: device.deviceId } });
    if (outcome?.kind !== 'done') return;
    if (own) forget('offlineKeys');
    onDone();
  };
  const unknown = state.kind === 'unknown' ? state : null;
  return (
    <Sheet
      title={`移除 ${device.name}？`}
      actions={
        <View>
          {unknown === null && (
            <Button kind="danger" busyText={busy && '正在移除…'} onTap={() => void remove()}>
              {`移除 ${device.name}`}
            </Button>
          )}
          <Button kind="text" off={busy} onTap={onKeep}>
            {state.kind === 'idle' || busy ? '保留这台设备' : '返回设备列表'}
          </Button>
        </View>
      }
    >
      <View className="stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        {unknown !== null && (
          <Unknown
            reference={unknown.reference}
            text="网络没有回应，移除可能已经成功。再次提交不会重复。"
            button="再次提交并查看结果"
            onTap={() => void remove()}
            busyText={busy && '正在移除…'}
          />
        )}
        <Text className="block">{`移除后，它上面的离线医保码立即作废，不能再扫。${own ? '这是您正在用的手机：联网时仍可出示医保码。' : ''}`}</Text>
      </View>
    </Sheet>
  );
}
