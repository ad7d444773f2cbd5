import { INSURANCE_CODE, WORDS } from '@gongji/texts';
import { CodePanel } from '@/features/insurance-code/code-panel';
import { OfflinePanel } from '@/features/insurance-code/offline-panel';
import { setElder, useElder } from '@/shared/session/elder';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Screen } from '@/shared/ui/screen';

export default function InsuranceCodePage() {
  const elder = useElder();
  return (
    <Screen title={say(WORDS.tab['insurance-code'])} tab offline={<OfflinePanel />}>
      <CodePanel />
      <Button kind="text" icon="large" onTap={() => setElder(!elder)}>
        {say(elder ? INSURANCE_CODE.page.toStandard : INSURANCE_CODE.page.toElder)}
      </Button>
    </Screen>
  );
}
