import { Text, View } from '@tarojs/components';
import { CodePanel } from '@/features/insurance-code/code-panel';
import { OfflinePanel } from '@/features/insurance-code/offline-panel';
import { CODE_TEXT } from '@/features/insurance-code/code-text';
import { goTo } from '@/shared/platform/navigation';
import { setElder, useElder } from '@/shared/session/elder';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Screen } from '@/shared/ui/screen';
import { TapRow } from '@/shared/ui/tap-row';

export default function InsuranceCodePage() {
  const elder = useElder();
  return (
    <Screen title="医保码" tab offline={<OfflinePanel />}>
      <CodePanel />
      <View className="law">{CODE_TEXT.law}</View>
      <View className="section">
        <Text className="section__title">{CODE_TEXT.family}</Text>
        <Card flush>
          <TapRow icon="family" title="出示家人医保码" note="家人同意后代为出示，不动您的钱" onTap={() => goTo('relatives')} />
          <TapRow icon="pay" title="用个人账户帮家人付" note="从您的个人账户付家人的居民医保费" onTap={() => goTo('premium')} />
        </Card>
      </View>
      <Button kind="text" icon="large" onTap={() => setElder(!elder)}>
        {elder ? '切换到标准版' : '切换到长辈版（大字）'}
      </Button>
    </Screen>
  );
}
