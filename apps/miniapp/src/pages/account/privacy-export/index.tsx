import { ExportPanel } from '@/features/privacy/export-panel';
import { Screen } from '@/shared/ui/screen';

export default function PrivacyExportPage() {
  return (
    <Screen title="导出我的信息">
      <ExportPanel />
    </Screen>
  );
}
