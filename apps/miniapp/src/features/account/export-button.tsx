import { View } from '@tarojs/components';
import { inWeChat } from '@/shared/platform/target';
import { Button } from '@/shared/ui/button';
import { Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import type { EntryFilter } from './entry-filter';
import { type ExportState, useExport } from './use-export';

/** Everything that the filter takes, as a file for a spreadsheet; names in it are masked. */
export function ExportButton({ filter }: { readonly filter: EntryFilter }) {
  const { state, save } = useExport(filter);
  return (
    <View className="stack">
      <Told state={state} />
      <Button kind="plain" icon="doc" busyText={state.kind === 'busy' && '正在导出…'} onTap={save}>
        {inWeChat ? '导出表格到聊天' : '导出表格'}
      </Button>
    </View>
  );
}

const KEPT_TITLE = inWeChat ? '已经发到您选的聊天' : '已经下载';
const KEPT_TEXT = `${inWeChat ? '请在电脑上' : '可以'}用 Excel 或 WPS 打开。文件里的姓名已遮盖，请妥善保管。`;

function Told({ state }: { readonly state: ExportState }) {
  switch (state.kind) {
    case 'idle':
    case 'busy':
    case 'given-up':
      return null;
    case 'kept':
      return (
        <Notice tone="ok" title={KEPT_TITLE} urgent>
          {KEPT_TEXT}
        </Notice>
      );
    case 'copied':
      return (
        <Notice tone="ok" title="已经复制" urgent>
          这个版本的微信不能发送文件，内容已复制到剪贴板，可以粘贴到文档里。
        </Notice>
      );
    case 'failed':
    case 'not-allowed':
      return (
        <Notice tone="danger" title="没有保存成功" urgent>
          请再试一次。
        </Notice>
      );
    case 'refused':
      return <Refused refusal={state.refusal} />;
    case 'unreachable':
      return <Unreachable />;
  }
}
