import { RECEIPT } from '@gongji/texts';
import { View } from '@tarojs/components';
import { openAlbumSetting } from '@/shared/platform/keep-file';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { FileOutcome } from '@/shared/ui/file-outcome';
import { Notice } from '@/shared/ui/notice';
import { type ReceiptFormat, useReceiptFile } from './use-receipt-file';

interface Props {
  readonly paymentId: string;
  readonly ourNumber: string;
}

/** The receipt as something to keep or to hand on. */
export function ReceiptFiles(props: Props) {
  const { state, busy, format, save } = useReceiptFile(props);
  const busyWith = (one: ReceiptFormat) => busy && format === one && say(RECEIPT.file.making);
  return (
    <View className="stack">
      <FileOutcome
        state={state}
        kept={{ title: say(KEPT_TEXT[format]), text: say(RECEIPT.file.masked) }}
        failedText={say(RECEIPT.file.failed)}
        notAllowed={<AlbumClosed />}
      />
      <Button icon="doc" onTap={() => void save('png')} busyText={busyWith('png')} off={busy}>
        {say(inWeChat ? RECEIPT.file.pictureToAlbum : RECEIPT.file.picture)}
      </Button>
      <Button kind="plain" icon="doc" onTap={() => void save('pdf')} busyText={busyWith('pdf')} off={busy}>
        {say(inWeChat ? RECEIPT.file.documentOpened : RECEIPT.file.document)}
      </Button>
    </View>
  );
}

const KEPT_TEXT: Readonly<Record<ReceiptFormat, string>> = inWeChat
  ? { png: RECEIPT.kept.pictureInAlbum, pdf: RECEIPT.kept.documentOpen }
  : { png: RECEIPT.kept.picture, pdf: RECEIPT.kept.document };

const AlbumClosed = () => (
  <View className="stack">
    <Notice tone="warn" title={say(RECEIPT.album.closed)} urgent>
      {say(RECEIPT.album.closedText)}
    </Notice>
    <Button kind="plain" onTap={openAlbumSetting}>
      {say(RECEIPT.album.open)}
    </Button>
  </View>
);
