import type { SettlementView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/text/moment';
import { roleOf } from '@/shared/platform/a11y';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { ReportAbout } from '@/shared/ui/report-problem';
import { Result } from '@/shared/ui/result';

interface ScannedProps {
  readonly institution: string | null;
  readonly name: string;
  readonly onAgain: () => void;
}

export const ScannedCard = ({ institution, name, onAgain }: ScannedProps) => (
  <Card>
    <View {...roleOf('status')}>
      <Result
        tone="info"
        icon="scan"
        title="已扫码，正在结算"
        text={`${institution ?? '收费窗口'}已读取${name}的医保码，请稍候，结果会自动出现。`}
      />
    </View>
    <Button kind="text" onTap={onAgain}>
      窗口没有读到？重新出示
    </Button>
  </Card>
);

const VOIDED_TEXT = '个人账户付的钱已退回原来的账户；统筹基金和现金由医药机构处理。';

interface SettledProps {
  readonly settlement: SettlementView;
  readonly onAgain: () => void;
}

export const SettledCard = ({ settlement, onAgain }: SettledProps) => (
  <Card>
    <View {...roleOf('status')}>
      {settlement.voidedAt === null ? (
        <Result tone="ok" icon="check" title="结算完成">
          <Amount fen={settlement.totalFen} huge />
        </Result>
      ) : (
        <Result tone="info" icon="info" title="已撤销，退回各人账户" text={VOIDED_TEXT}>
          <Amount fen={settlement.totalFen} huge />
        </Result>
      )}
    </View>
    <Line name="就医购药人">{settlement.person}</Line>
    <Line name="机构">{settlement.institution}</Line>
    <Line name="时间">{momentText(settlement.at)}</Line>
    {settlement.voidedAt !== null && <Line name="撤销时间">{momentText(settlement.voidedAt)}</Line>}
    <Line name="统筹基金支付">
      <Amount fen={settlement.fundFen} />
    </Line>
    <Line name="个人账户支付">
      <Amount fen={settlement.accountFen} />
    </Line>
    <Line name="现金支付">
      <Amount fen={settlement.cashFen} />
    </Line>
    {settlement.legs.length > 0 && (
      <View className="section">
        <Text className="section__title">{settlement.voidedAt === null ? '个人账户的分摊' : '退回各人账户'}</Text>
        <LegList legs={settlement.legs} />
      </View>
    )}
    <Line name="结算编号">{settlement.settlementId}</Line>
    <Button kind="plain" onTap={onAgain}>
      再次出示医保码
    </Button>
    <ReportAbout about="settlement" id={settlement.settlementId} />
  </Card>
);
