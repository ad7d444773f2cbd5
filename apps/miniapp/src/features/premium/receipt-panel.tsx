import type { ReceiptView } from '@gongji/contract';
import { fenText, POT_TEXT } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText, momentText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { codeText, hashText } from './receipt-code';
import { ReceiptFiles } from './receipt-files';
import { STANDING_TONE } from './receipt-text';

interface Props {
  readonly paymentId: string;
  readonly onVerify: (code: string) => void;
}

/** What the paper says, and the paper itself to keep. */
export function ReceiptPanel({ paymentId, onVerify }: Props) {
  const reading = useRead('receipt', { path: { paymentId } });
  return (
    <Loaded reading={reading} cards={3}>
      {(receipt) => (
        <View>
          <Facts receipt={receipt} />
          <View className="section">
            <ReceiptFiles paymentId={paymentId} ourNumber={receipt.ourNumber} />
          </View>
          <Code receipt={receipt} onVerify={() => onVerify(codeText({ number: receipt.ourNumber, hash: receipt.hash }))} />
        </View>
      )}
    </Loaded>
  );
}

const Facts = ({ receipt }: { readonly receipt: ReceiptView }) => (
  <View>
    <Card>
      <View className="center">
        <Text className="lead">城乡居民基本医疗保险费</Text>
        <Text className="block muted">个人账户代缴凭证</Text>
        <Amount fen={receipt.amountFen} huge />
        <Text className="block">{`人民币${receipt.amountInCapitals}`}</Text>
        <State tone={STANDING_TONE[receipt.standing]}>{receipt.standingText}</State>
      </View>
      <Line name="参保人">{receipt.personName}</Line>
      <Line name="证件号码">{receipt.personCertificate}</Line>
      <Line name="参保地">{receipt.regionName}</Line>
      <Line name="参保年度">{`${receipt.year} 年度`}</Line>
      <Line name="人员类别">{receipt.categoryText}</Line>
      <Line name="付款人">{receipt.payerName}</Line>
      {receipt.legs.map(({ payer, pot, amountFen }) => (
        <Line key={`${payer} ${pot}`} name={POT_TEXT[pot]}>
          {fenText(amountFen)}
        </Line>
      ))}
      <Line name="申请时间">{momentText(receipt.appliedAt)}</Line>
      <Line name="缴费时间">{momentText(receipt.paidAt)}</Line>
      <Line name="入库时间">{receipt.postedAt === null ? '尚未入库' : momentText(receipt.postedAt)}</Line>
      <Line name="待遇开始">{dayText(receipt.benefitStartsOn)}</Line>
      <Line name="办理编号">{receipt.ourNumber}</Line>
      <Line name="税务编号">{receipt.taxNumber}</Line>
    </Card>
  </View>
);

const Code = ({ receipt, onVerify }: { readonly receipt: ReceiptView; readonly onVerify: () => void }) => (
  <Section title="校验码">
    <View className="stack">
      <Card>
        <Text className="block">{hashText(receipt.hash)}</Text>
        <Text className="block muted">凭证改动任何一项，就查不到这张凭证。收到凭证的人扫图片上的码，就能查真伪。</Text>
        <Button kind="text" icon="scan" onTap={onVerify}>
          查验这张凭证
        </Button>
      </Card>
      <Notice tone="info" title="这张凭证不能证明">
        不是税务部门的完税证明或电子票据，需要票据的请到税务渠道开具；也不证明一定享受待遇，待遇以参保地医保部门为准。
      </Notice>
    </View>
  </Section>
);
