import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { goTo } from '@/shared/platform/navigation';
import { weChatAgrees } from '@/shared/platform/privacy';
import { AgreeButton } from '@/shared/ui/agree-button';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/choice';
import { Loaded } from '@/shared/ui/loaded';
import { PrivacyWords } from '@/shared/ui/privacy-words';
import { TapRow } from '@/shared/ui/tap-row';

interface Props {
  readonly busy: boolean;
  readonly onAgree: (version: string) => void;
  readonly onBack: () => void;
}

/** Before the first log-in, and where the text has changed: read, tick, agree. Whoever does not has somewhere to go. */
export function ConsentStep({ busy, onAgree, onBack }: Props) {
  const reading = useRead('privacyText');
  const [ticked, setTicked] = useState(false);
  const [declined, setDeclined] = useState(false);
  const agree = async (version: string) => {
    if (await weChatAgrees()) onAgree(version);
  };
  if (declined) return <Declined onBack={() => setDeclined(false)} />;
  return (
    <Loaded reading={reading} cards={3}>
      {(text) => (
        <View className="stack">
          <Text className="title">{text.title}</Text>
          <PrivacyWords text={text} />
          <Tick on={ticked} onTap={() => setTicked(!ticked)} label="我看过了，同意这样使用我的信息" />
          <AgreeButton off={!ticked} busyText={busy && '正在登录…'} onTap={() => void agree(text.version)}>
            同意并登录
          </AgreeButton>
          <Button kind="plain" off={busy} onTap={() => setDeclined(true)}>
            不同意
          </Button>
          <Button kind="text" off={busy} onTap={onBack}>
            返回
          </Button>
        </View>
      )}
    </Loaded>
  );
}

const Declined = ({ onBack }: { readonly onBack: () => void }) => (
  <View className="stack">
    <Text className="title">没有登录，也没有保存您的信息</Text>
    <Text className="block">不同意也可以：</Text>
    <Card flush>
      <TapRow icon="book" title="查地区规则" note="不用登录，看各地怎么规定" onTap={() => goTo('policy')} />
    </Card>
    <Card>
      <Text className="block strong">到窗口办理</Text>
      <Text className="block">带身份证或社保卡到医保经办窗口，绑定、解绑、代缴和查余额都能办；看病买药用实体社保卡也可以。</Text>
    </Card>
    <Button kind="plain" onTap={onBack}>
      回去再看看
    </Button>
  </View>
);
