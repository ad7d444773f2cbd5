import { ConsentPanel } from '@/features/privacy/consent-panel';
import { Screen } from '@/shared/ui/screen';

export default function PrivacyConsentPage() {
  return (
    <Screen title="个人信息怎么用">
      <ConsentPanel />
    </Screen>
  );
}
