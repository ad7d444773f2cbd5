import { PRIVACY } from '@gongji/texts';
import { ConsentPanel } from '@/features/privacy/consent-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function PrivacyConsentPage() {
  return (
    <Screen title={say(PRIVACY.rows.consent)}>
      <ConsentPanel />
    </Screen>
  );
}
