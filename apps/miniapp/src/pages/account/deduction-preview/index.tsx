import { ACCOUNT } from '@gongji/texts';
import { DeductionPreviewPanel } from '@/features/account/preview/deduction-preview-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function DeductionPreviewPage() {
  return (
    <Screen title={say(ACCOUNT.previewTitle)}>
      <DeductionPreviewPanel />
    </Screen>
  );
}
