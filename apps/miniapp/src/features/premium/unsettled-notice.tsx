import type { PaymentView } from '@gongji/contract';
import { fenText, TAX_LOCK_MINUTES } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { UNSETTLED } from './premium-text';

interface Props {
  readonly payment: PaymentView;
  /** The page asks again by itself. */
  readonly byItself: boolean;
  readonly onLook: () => void;
}

/** Calm while the tax office is being told, plain where it does not answer; in both cases with the reference and when we shall know. */
export function UnsettledNotice({ payment, byItself, onLook }: Props) {
  if (!UNSETTLED.includes(payment.state)) return null;
  const told = payment.state === 'submitting';
  return (
    <View className="stack">
      <Notice tone={told ? 'info' : 'warn'} title={told ? '请勿重复支付' : '处理中，请勿重复支付'} urgent>
        <Text className="notice__text">
          {told
            ? `${fenText(payment.amountFen)} 已冻结，正在告诉税务部门，一般几秒钟就有结果。`
            : `${fenText(payment.amountFen)} 已冻结，没有重复扣款。${WHY[payment.state === 'locked' ? 'locked' : 'silent']}`}
        </Text>
        <Text className="notice__text">{knownWhen(payment, byItself)}</Text>
        <View className="muted">{`参考编号 ${payment.number}`}</View>
      </Notice>
      {!byItself && (
        <Button kind="plain" icon="refresh" onTap={onLook}>
          现在查看结果
        </Button>
      )}
    </View>
  );
}

/** How long a lock lasts is nowhere published: what stands in says so. */
const WHY = {
  silent: '税务部门还没有答复，我们会一直查到有结果。',
  locked: `税务部门暂时锁定了这笔交易；没有说明多久时，暂按 ${TAX_LOCK_MINUTES} 分钟后再查。`,
} as const;

function knownWhen({ nextCheckAt }: PaymentView, byItself: boolean): string {
  const next = nextCheckAt === null ? '' : `下次查询 ${momentText(nextCheckAt)}。`;
  return byItself ? `本页会自动更新。${next}` : `${next}有结果会通知您，可以先离开本页。`;
}
