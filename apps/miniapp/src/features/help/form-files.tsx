import type { FormPurpose } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { inWeChat } from '@/shared/platform/target';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf, type Option } from '@/shared/ui/choice';
import { FieldFrame } from '@/shared/ui/field';
import { FileOutcome } from '@/shared/ui/file-outcome';
import { type Filling, useFormFile } from './use-form-file';

const PURPOSES: readonly Option<FormPurpose>[] = [
  { value: 'bind', label: '绑定' },
  { value: 'unbind', label: '解绑' },
];
const FILLINGS: readonly Option<Filling>[] = [
  { value: 'empty', label: '空白表' },
  { value: 'blank', label: '填好我的姓名和参保地', note: '证件号码空着，到窗口再写' },
  { value: 'masked', label: '填好我的姓名、参保地和遮盖的证件号码', note: '便于核对，不会写出完整号码' },
];

/** A paper to print and sign. Of a person on it only what whoever is logged in knows of themselves. */
export function FormFiles({ regionCode }: { readonly regionCode: string }) {
  const { me } = useSession();
  const [purpose, setPurpose] = useState<FormPurpose>('bind');
  const [filling, setFilling] = useState<Filling>('empty');
  const { state, busy, save } = useFormFile({ regionCode, purpose, filling });
  return (
    <Card>
      <FieldFrame id="purpose" label="办什么">
        <OneOf grid="short" label="办什么" options={PURPOSES} value={purpose} onChange={setPurpose} />
      </FieldFrame>
      {me !== null && (
        <FieldFrame id="filling" label="填好多少">
          <OneOf label="填好多少" options={FILLINGS} value={filling} onChange={setFilling} />
        </FieldFrame>
      )}
      <View className="stack">
        <FileOutcome
          state={state}
          kept={{ title: inWeChat ? '申请表已打开，可用右上角菜单保存或转发' : '申请表已下载', text: '用 A4 纸打印，签名后带到窗口。' }}
          failedText="请再试一次，或到窗口领取纸质表格。"
        />
        <Button icon="doc" busyText={busy && '正在生成申请表…'} onTap={save}>
          {inWeChat ? '打开申请表 PDF' : '下载申请表 PDF'}
        </Button>
      </View>
    </Card>
  );
}
