import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { inWeChat } from '@/shared/platform/target';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { FileOutcome } from '@/shared/ui/file-outcome';
import { Progress } from '@/shared/ui/progress';
import { type ExportFormat, usePrivacyExport } from './use-privacy-export';

const FORMATS = [
  { value: 'page', label: '给人看的网页', note: '用电脑或手机的浏览器打开' },
  { value: 'file', label: '给程序读的文件', note: 'JSON 格式，可以交给别的系统' },
] as const;
const STEPS = ['整理您的信息', inWeChat ? '发到您选的聊天' : '下载到这台设备', '完成'];

/** Everything that is kept about me, as a file. */
export function ExportPanel() {
  const [format, setFormat] = useState<ExportFormat>('page');
  const { state, busy, save } = usePrivacyExport();
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          <Text className="block">包含保存的、关于您的全部内容：登记、绑定、账户明细、结算、代缴、出示记录、谁看过、消息和同意记录。</Text>
          <Text className="block muted">您的姓名和证件号码是完整的，别人的已遮盖。请不要转发给别人。</Text>
        </View>
      </Card>
      <OneOf label="导出成什么" options={FORMATS} value={format} onChange={setFormat} />
      {busy && <Progress step={state.kind === 'fetching' ? 0 : 1} names={STEPS} />}
      <FileOutcome
        state={state}
        kept={{ title: inWeChat ? '已经发到您选的聊天' : '已经下载', text: '文件里有您的证件号码，请妥善保管。' }}
        copiedText="这个版本的微信不能发送文件，内容已复制到剪贴板，粘贴后请妥善保管。"
        failedText="请再试一次；也可以到医保经办窗口要一份。"
      />
      <Button
        icon="doc"
        busyText={busy && (state.kind === 'fetching' ? '正在整理，记录多时要等几秒…' : '正在保存…')}
        onTap={() => save(format)}
      >
        {inWeChat ? '导出到聊天' : '导出并下载'}
      </Button>
    </View>
  );
}
