import { MINE } from '@gongji/texts';
import { PrivacyRows } from '@/features/privacy/privacy-rows';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function PrivacyPage() {
  return (
    <Screen title={say(MINE.rows.privacy)}>
      <PrivacyRows onOpen={(page) => goTo(page)} />
    </Screen>
  );
}
