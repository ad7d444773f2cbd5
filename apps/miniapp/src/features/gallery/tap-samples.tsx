import { View } from '@tarojs/components';
import { useState } from 'react';
import { AgreeButton } from '@/shared/ui/agree-button';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { AnyOf, OneOf } from '@/shared/ui/choice';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import { PrivacySheet } from '@/shared/ui/privacy-sheet';
import { ReadAloud } from '@/shared/ui/read-aloud';
import { ShareButton } from '@/shared/ui/share-button';
import { Sheet } from '@/shared/ui/sheet';
import { Switch } from '@/shared/ui/switch';
import { TapRow } from '@/shared/ui/tap-row';
import { Tick } from '@/shared/ui/tick';

const OPTIONS = [
  { value: 'one', label: '看病' },
  { value: 'two', label: '买药', note: '定点药店' },
  { value: 'off', label: '长护险保费', note: '这个地区没有列入', off: true },
] as const;
type Value = (typeof OPTIONS)[number]['value'];
const nothing = () => undefined;

/** What can be tapped: on, off, chosen, busy. */
export const TapSamples = () => (
  <View>
    <Section title="按钮">
      <Card>
        <Button onTap={nothing}>主要操作</Button>
        <Button kind="plain" icon="refresh" onTap={nothing}>
          次要操作
        </Button>
        <Button kind="danger" onTap={nothing}>
          会结束某事的操作
        </Button>
        <Button busyText="正在提交，请不要离开…" onTap={nothing}>
          提交中
        </Button>
        <Button off onTap={nothing}>
          现在不能点
        </Button>
        <Button kind="text" onTap={nothing}>
          文字按钮
        </Button>
        <Button kind="text" inline icon="book" onTap={nothing}>
          行内按钮
        </Button>
        <ShareButton>发给微信好友</ShareButton>
        <AgreeButton ready busyText={false} onTap={nothing}>
          同意并继续
        </AgreeButton>
      </Card>
    </Section>
    <Section title="朗读">
      <ReadAloud text="余额七千九百八十元三角" />
    </Section>
    <Section title="行">
      <Card flush>
        <TapRow icon="doc" title="有说明的行" note="一句说明" onTap={nothing} />
        <TapRow title="有值的行" value="3 条" onTap={nothing} />
      </Card>
    </Section>
    <Choices />
  </View>
);

function Choices() {
  const [one, setOne] = useState<Value | null>('one');
  const [many, setMany] = useState<readonly Value[]>(['two']);
  const [on, setOn] = useState(true);
  const [ticked, setTicked] = useState(false);
  const [sheet, setSheet] = useState<'plain' | 'confirm' | 'privacy'>();
  const close = () => setSheet(undefined);
  return (
    <Section title="选择">
      <Card>
        <OneOf label="选一个" options={OPTIONS} value={one} onChange={setOne} />
        <AnyOf label="选几个" grid options={OPTIONS} values={many} onChange={setMany} />
        <Tick label="我已阅读并同意" on={ticked} onTap={() => setTicked(!ticked)} />
        <Tick label="没有勾选就点了按钮" on={false} error="请先勾选" onTap={nothing} />
        <Switch label="开着的开关" note="说明" on={on} onChange={setOn} />
        <Switch label="现在不能切换" on={false} off onChange={nothing} />
        <Button kind="plain" onTap={() => setSheet('plain')}>
          打开抽屉
        </Button>
        <Button kind="plain" onTap={() => setSheet('privacy')}>
          微信要先问的
        </Button>
        <Button kind="danger" onTap={() => setSheet('confirm')}>
          先问再办
        </Button>
      </Card>
      {sheet === 'privacy' && <PrivacySheet api="setClipboardData" onAgree={close} onDisagree={close} />}
      {sheet === 'plain' && (
        <Sheet
          title="刚才点开的抽屉"
          onBack={close}
          actions={
            <Button kind="plain" onTap={close}>
              关上
            </Button>
          }
        >
          只在有人要看时出现。
        </Sheet>
      )}
      {sheet === 'confirm' && (
        <ConfirmSheet
          title="结束吗？"
          state={{ kind: 'idle' }}
          busy={false}
          act="结束"
          button="结束"
          onConfirm={close}
          keep="不结束"
          onKeep={close}
        >
          先说清楚结束后会怎样。
        </ConfirmSheet>
      )}
    </Section>
  );
}
