import { View } from '@tarojs/components';
import { inWeChat } from '@/shared/platform/target';
import { Button } from '@/shared/ui/button';
import { FileOutcome } from '@/shared/ui/file-outcome';
import type { EntryFilter } from './entry-filter';
import { useExport } from './use-export';

/** Everything that the filter takes, as a file for a spreadsheet; names in it are masked. */
export function ExportButton({ filter }: { readonly filter: EntryFilter }) {
  const { state, busy, save } = useExport(filter);
  return (
    <View className="stack">
      <FileOutcome
        state={state}
        kept={{ title: KEPT_TITLE, text: KEPT_TEXT }}
        copiedText="这个版本的微信不能发送文件，内容已复制到剪贴板，可以粘贴到文档里。"
        failedText="请再试一次。"
      />
      <Button kind="plain" icon="doc" busyText={busy && '正在导出…'} onTap={save}>
        {inWeChat ? '导出表格到聊天' : '导出表格'}
      </Button>
    </View>
  );
}

const KEPT_TITLE = inWeChat ? '已经发到您选的聊天' : '已经下载';
const KEPT_TEXT = `${inWeChat ? '请在电脑上' : '可以'}用 Excel 或 WPS 打开。文件里的姓名已遮盖，请妥善保管。`;
