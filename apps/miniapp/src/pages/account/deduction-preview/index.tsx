import { DeductionPreviewPanel } from '@/features/account/preview/deduction-preview-panel';
import { Screen } from '@/shared/ui/screen';

export default function DeductionPreviewPage() {
  return (
    <Screen title="现在付会扣谁">
      <DeductionPreviewPanel />
    </Screen>
  );
}
