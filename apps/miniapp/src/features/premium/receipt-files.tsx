import { View } from '@tarojs/components';
import { openAlbumSetting } from '@/shared/platform/keep-file';
import { inWeChat } from '@/shared/platform/target';
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
  const busyWith = (one: ReceiptFormat) => busy && format === one && '正在生成凭证…';
  return (
    <View className="stack">
      <FileOutcome
        state={state}
        kept={{ title: KEPT_TEXT[format], text: '凭证上的姓名和证件号码已遮盖。' }}
        failedText="请再试一次，或改用另一种格式。"
        notAllowed={<AlbumClosed />}
      />
      <Button icon="doc" onTap={() => void save('png')} busyText={busyWith('png')} off={busy}>
        {inWeChat ? '保存图片到相册' : '下载图片'}
      </Button>
      <Button kind="plain" icon="doc" onTap={() => void save('pdf')} busyText={busyWith('pdf')} off={busy}>
        {inWeChat ? '打开 PDF' : '下载 PDF'}
      </Button>
    </View>
  );
}

const KEPT_TEXT: Readonly<Record<ReceiptFormat, string>> = inWeChat
  ? { png: '已保存到相册', pdf: 'PDF 已打开，可用右上角菜单保存或转发' }
  : { png: '图片已下载', pdf: 'PDF 已下载' };

const AlbumClosed = () => (
  <View className="stack">
    <Notice tone="warn" title="没有保存：微信没有使用相册的权限" urgent>
      可在设置里打开“添加到相册”后再保存，或改用 PDF；不打开也不影响缴费。
    </Notice>
    <Button kind="plain" onTap={openAlbumSetting}>
      去设置里打开
    </Button>
  </View>
);
