import { DEVICES } from '@gongji/texts';
import { Text } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { deviceId } from '@/shared/platform/new-id';
import { dropKeysOfRemoved } from '@/shared/session/offline-keys';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import { type Device, isOfAnother } from './phones';

const REMOVAL = DEVICES.removal;

interface Props {
  readonly device: Device;
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

export function RemoveDevice({ device, onDone, onKeep }: Props) {
  const { state, busy, submit } = useWrite('removeDevice');
  const { personId } = useMe();
  const name = say(device.name);
  const remove = async () => {
    const outcome = await submit({ path: { deviceId: device.deviceId } });
    if (outcome?.kind !== 'done') return;
    if (device.deviceId === deviceId()) dropKeysOfRemoved(personId);
    onDone();
  };
  return (
    <ConfirmSheet
      title={say(REMOVAL.title, { device: name })}
      state={state}
      busy={busy}
      onKeep={onKeep}
      act={say(REMOVAL.act)}
      button={say(REMOVAL.confirm, { device: name })}
      onConfirm={() => void remove()}
      keep={say(state.kind === 'idle' || busy ? REMOVAL.keep : REMOVAL.back)}
    >
      <Text className="block">{afterwards(device)}</Text>
    </ConfirmSheet>
  );
}

function afterwards(device: Device): string {
  if (isOfAnother(device)) return say(REMOVAL.ofAnother);
  if (device.deviceId === deviceId()) return say(REMOVAL.ofThis);
  return say(REMOVAL.ofOther);
}
