import { Text } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { deviceId } from '@/shared/platform/new-id';
import { dropKeysOfRemoved } from '@/shared/session/offline-keys';
import { useMe } from '@/shared/session/session';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import type { Device } from './phones';

interface Props {
  readonly device: Device;
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

export function RemoveDevice({ device, onDone, onKeep }: Props) {
  const { state, busy, submit } = useWrite('removeDevice');
  const { personId } = useMe();
  const remove = async () => {
    const outcome = await submit({ path: { deviceId: device.deviceId } });
    if (outcome?.kind !== 'done') return;
    if (device.deviceId === deviceId()) dropKeysOfRemoved(personId);
    onDone();
  };
  return (
    <ConfirmSheet
      title={`移除 ${device.name}？`}
      state={state}
      busy={busy}
      onKeep={onKeep}
      act="移除"
      button={`移除 ${device.name}`}
      onConfirm={() => void remove()}
      keep={state.kind === 'idle' || busy ? '保留这台设备' : '返回设备列表'}
    >
      <Text className="block">{afterwards(device)}</Text>
    </ConfirmSheet>
  );
}

/** Somebody else's phone is listed by the key that it holds. */
const isOfAnother = ({ deviceId: id, offlineKeys }: Device): boolean => offlineKeys.some(({ offlineKeyId }) => offlineKeyId === id);

function afterwards(device: Device): string {
  if (isOfAnother(device))
    return '移除后，它没有网络时不能再出示您的医保码。联网时能不能代您出示，仍由“出示TA的医保码”决定，可以到亲情账户里关闭。';
  if (device.deviceId === deviceId()) return '这是您正在用的手机。移除后，离线医保码立即作废，重新登录前不再开通；联网时仍可出示医保码。';
  return '移除后，它上面的离线医保码和正在显示的医保码立即作废，它的登录也马上退出。';
}
