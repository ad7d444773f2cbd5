import { MINE } from '@gongji/texts';
import { DeviceList } from '@/features/devices/device-list';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function DevicesPage() {
  return (
    <Screen title={say(MINE.rows.devices)}>
      <DeviceList />
    </Screen>
  );
}
