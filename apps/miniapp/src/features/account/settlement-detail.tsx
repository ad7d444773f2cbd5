import type { SettlementShare } from '@gongji/contract';
import { addFen, type Fen, settlementNumberText, ZERO } from '@gongji/domain';
import { ACCOUNT, INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Card, Line, Section } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { ReportAbout } from '@/shared/ui/report-problem';

const { settled: FACT } = INSURANCE_CODE;
const { settlement: SETTLEMENT } = ACCOUNT;

/** Where, when, under which number, and who paid what of it, as far as it is the reader's to see. */
export function SettlementDetail({ settlementId }: { readonly settlementId: string }) {
  const reading = useRead('settlement', { path: { settlementId } });
  return (
    <Loaded reading={reading}>
      {(settlement) => (
        <View>
          <Facts settlement={settlement} />
          <Section title={say(settlement.voidedAt === null ? SETTLEMENT.shares : FACT.givenBack)}>
            <Card>
              {settlement.legs.length === 0 ? (
                <Text className="block">{say(SETTLEMENT.noShares)}</Text>
              ) : (
                <LegList legs={settlement.legs} />
              )}
              {!settlement.own && <Text className="block muted">{say(SETTLEMENT.ownShare)}</Text>}
            </Card>
          </Section>
          <ReportAbout about="settlement" id={settlement.settlementId} />
        </View>
      )}
    </Loaded>
  );
}

const Facts = ({ settlement: { totals, legs, ...settlement } }: { readonly settlement: SettlementShare }) => (
  <Card>
    <View className="center">
      <Text className="block muted">{say(totals === null ? SETTLEMENT.yourShare : SETTLEMENT.total)}</Text>
      <Amount fen={totals?.totalFen ?? sumOf(legs)} huge />
      <View>
        <State tone={settlement.voidedAt === null ? 'ok' : 'quiet'}>
          {say(settlement.voidedAt === null ? FACT.title : SETTLEMENT.voided)}
        </State>
      </View>
    </View>
    <Line name={say(FACT.person)}>{say(settlement.person)}</Line>
    <Line name={say(FACT.institution)}>{settlement.institution}</Line>
    <Line name={say(FACT.at)}>{momentText(settlement.at)}</Line>
    {settlement.voidedAt !== null && <Line name={say(FACT.voidedAt)}>{momentText(settlement.voidedAt)}</Line>}
    <Line name={say(FACT.number)}>{settlementNumberText(settlement.number)}</Line>
    {totals !== null && (
      <>
        <Line name={say(FACT.fund)}>
          <Amount fen={totals.fundFen} />
        </Line>
        <Line name={say(FACT.account)}>
          <Amount fen={totals.accountFen} />
        </Line>
        <Line name={say(FACT.cash)}>
          <Amount fen={totals.cashFen} />
        </Line>
      </>
    )}
    {settlement.voidedAt !== null && (
      <View className="card__notice">
        <Notice tone="info" title={say(FACT.voided)}>
          {say(FACT.voidedText)}
        </Notice>
      </View>
    )}
  </Card>
);

const sumOf = (legs: SettlementShare['legs']): Fen => addFen(ZERO, ...legs.map(({ amountFen }) => amountFen));
