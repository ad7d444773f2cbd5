import { DeviceList } from '@/features/devices/device-list';
import { Screen } from '@/shared/ui/screen';

export default function DevicesPage() {
  return (
    <Screen title="我的设备和登录">
      <DeviceList />
    </Screen>
  );
}
