import { ACCOUNT } from '@gongji/texts';
import { View } from '@tarojs/components';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { FileOutcome } from '@/shared/ui/file-outcome';
import type { EntryFilter } from './entry-filter';
import { useExport } from './use-export';

const FILE = ACCOUNT.file;

/** Everything that the filter takes, as a file for a spreadsheet; names in it are masked. */
export function ExportButton({ filter }: { readonly filter: EntryFilter }) {
  const { state, busy, save } = useExport(filter);
  return (
    <View className="stack">
      <FileOutcome
        state={state}
        kept={{ title: say(inWeChat ? FILE.sent : FILE.downloaded), text: say(inWeChat ? FILE.sentText : FILE.downloadedText) }}
        copiedText={say(FILE.copied)}
        failedText={say(FILE.failed)}
      />
      <Button kind="plain" icon="doc" busyText={busy && say(FILE.exporting)} onTap={save}>
        {say(inWeChat ? FILE.toChat : FILE.toDevice)}
      </Button>
    </View>
  );
}
