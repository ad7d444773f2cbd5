import { PrivacyRows } from '@/features/privacy/privacy-rows';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function PrivacyPage() {
  return (
    <Screen title="个人信息和隐私">
      <PrivacyRows onOpen={(page) => goTo(page)} />
    </Screen>
  );
}
