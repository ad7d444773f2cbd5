import { PRIVACY } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { FileOutcome } from '@/shared/ui/file-outcome';
import { Progress } from '@/shared/ui/progress';
import { type ExportFormat, usePrivacyExport } from './use-privacy-export';

const EXPORT = PRIVACY.export;
const FORMATS = [
  { value: 'page', text: EXPORT.page, noteText: EXPORT.pageNote },
  { value: 'file', text: EXPORT.file, noteText: EXPORT.fileNote },
] as const;
const STEPS = [EXPORT.gathering, inWeChat ? EXPORT.sending : EXPORT.downloading, EXPORT.done];

/** Everything that is kept about me, as a file. */
export function ExportPanel() {
  const [format, setFormat] = useState<ExportFormat>('page');
  const { state, busy, save } = usePrivacyExport();
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          <Text className="block">{say(EXPORT.all)}</Text>
          <Text className="block muted">{say(EXPORT.careful)}</Text>
        </View>
      </Card>
      <OneOf
        label={say(EXPORT.format)}
        options={FORMATS.map(({ value, text, noteText }) => ({ value, label: say(text), note: say(noteText) }))}
        value={format}
        onChange={setFormat}
      />
      {busy && <Progress step={state.kind === 'fetching' ? 0 : 1} names={STEPS.map((step) => say(step))} />}
      <FileOutcome
        state={state}
        kept={{ title: say(inWeChat ? EXPORT.sent : EXPORT.downloaded), text: say(EXPORT.keepSafe) }}
        copiedText={say(EXPORT.copied)}
        failedText={say(EXPORT.failed)}
      />
      <Button
        icon="doc"
        busyText={busy && say(state.kind === 'fetching' ? EXPORT.gatheringNow : EXPORT.keepingNow)}
        onTap={() => save(format)}
      >
        {say(inWeChat ? EXPORT.toChat : EXPORT.toDevice)}
      </Button>
    </View>
  );
}
