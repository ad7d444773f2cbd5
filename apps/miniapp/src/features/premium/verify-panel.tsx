import type { ReceiptCheck } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { canScan, scanCode } from '@/shared/platform/scan';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field } from '@/shared/ui/field';
import { Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { STANDING_TONE } from './receipt-text';
import { HASH_FIELD, NUMBER_FIELD, type ReceiptChecking, useReceiptCheck } from './use-receipt-check';

/** For whoever holds the paper: no log-in, and never more than stands on it. */
export function VerifyPanel({ code }: { readonly code: string }) {
  const checking = useReceiptCheck(code);
  const { state } = checking;
  return (
    <View>
      {state.kind === 'done' && <Answer answer={state.answer} />}
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && <Unreachable />}
      <View className="section">
        <Form checking={checking} />
      </View>
    </View>
  );
}

function Form({ checking: { draft, errors, state, change, check, take } }: { readonly checking: ReceiptChecking }) {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const scan = () => void scanCode().then((scanned) => scanned !== undefined && take(scanned));
  return (
    <View>
      <ErrorSummary errors={errors} />
      <Card>
        <Field
          id={NUMBER_FIELD}
          label="办理编号"
          hint="凭证上 GJ 开头的编号"
          error={errorOf(NUMBER_FIELD)}
          value={draft.number}
          maxLength={40}
          onChange={(number) => change({ number })}
        />
        <Field
          id={HASH_FIELD}
          label="校验码"
          hint="凭证左下角的 64 位，空格和大小写不影响"
          error={errorOf(HASH_FIELD)}
          value={draft.hash}
          maxLength={120}
          onChange={(hash) => change({ hash })}
        />
      </Card>
      <View className="section stack">
        {canScan && (
          <Button icon="scan" onTap={scan} off={state.kind === 'submitting'}>
            扫凭证上的码
          </Button>
        )}
        <Button kind={canScan ? 'plain' : 'primary'} onTap={check} busyText={state.kind === 'submitting' && '正在查验…'}>
          查验凭证
        </Button>
      </View>
    </View>
  );
}

const TITLE: Readonly<Record<ReceiptCheck['standing'], string>> = {
  paid: '凭证属实',
  posted: '凭证属实',
  refunding: '凭证属实，但正在退费',
  refunded: '凭证属实，但已退费',
  unknown: '查不到这张凭证',
};
const UNKNOWN_TEXT = '请核对编号和校验码。都没有输错的，这张凭证不是这里开出的，或者内容被改动过。';

const Answer = ({ answer: { standing, standingText, checkedAt, demo, receipt } }: { readonly answer: ReceiptCheck }) => (
  <View className="stack" aria-live="polite">
    <Result
      tone={STANDING_TONE[standing]}
      icon={STANDING_TONE[standing] === 'ok' ? 'check' : 'warn'}
      title={TITLE[standing]}
      text={receipt === null ? UNKNOWN_TEXT : standingText}
    />
    {demo && <Notice tone="quiet">演示 · 非官方：凭证、人物和金额均为虚构。</Notice>}
    {receipt !== null && (
      <Card>
        <Text className="block muted">请与凭证逐项核对，有一项不同，凭证就被改动过。</Text>
        <Line name="金额">{fenText(receipt.amountFen)}</Line>
        <Line name="大写">{receipt.amountInCapitals}</Line>
        <Line name="参保人">{receipt.personInitial}</Line>
        <Line name="参保地">{receipt.regionName}</Line>
        <Line name="参保年度">{`${receipt.year} 年度`}</Line>
        <Line name="缴费时间">{momentText(receipt.paidAt)}</Line>
        <Line name="入库时间">{receipt.postedAt === null ? '尚未入库' : momentText(receipt.postedAt)}</Line>
        <Line name="办理编号">{receipt.ourNumber}</Line>
        <Line name="税务编号">{receipt.taxNumber}</Line>
        <Line name="查验时间">{momentText(checkedAt)}</Line>
      </Card>
    )}
  </View>
);
