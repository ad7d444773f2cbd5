import { PRIVACY } from '@gongji/texts';
import { ExportPanel } from '@/features/privacy/export-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function PrivacyExportPage() {
  return (
    <Screen title={say(PRIVACY.rows.export)}>
      <ExportPanel />
    </Screen>
  );
}
