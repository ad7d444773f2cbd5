import type { SettlementView } from '@gongji/contract';
import { settlementNumberText } from '@gongji/domain';
import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { momentText } from '@/shared/text/moment';
import { moveTo, roleOf } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { ReportAbout } from '@/shared/ui/report-problem';
import { Result } from '@/shared/ui/result';

const { scanned: SCANNED } = INSURANCE_CODE;

interface ScannedProps {
  readonly institution: string | null;
  readonly name: string;
  readonly onAgain: () => void;
}

const LATE_MS = 60_000;

/** A counter may let go of the code without a word: after a while nobody is told any more to wait. */
export function ScannedCard({ institution, name, onAgain }: ScannedProps) {
  const [late, setLate] = useState(false);
  useSeenResult();
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Card>
      <View {...roleOf('status')}>
        {late ? (
          <Result tone="warn" icon="clock" title={say(SCANNED.late)} text={say(SCANNED.lateText, { name })} />
        ) : (
          <Result
            tone="info"
            icon="scan"
            title={say(SCANNED.title)}
            text={institution === null ? say(SCANNED.atCounter, { name }) : say(SCANNED.text, { institution, name })}
          />
        )}
      </View>
      <Button kind={late ? 'primary' : 'text'} onTap={onAgain}>
        {say(late ? SCANNED.show : SCANNED.again)}
      </Button>
    </Card>
  );
}

/** It comes by itself, and whoever has moved down to the digits would see the middle of it. */
const useSeenResult = () => useEffect(() => moveTo('result-title'), []);

interface SettledProps {
  readonly settlement: SettlementView;
  readonly onAgain: () => void;
}

export function SettledCard({ settlement, onAgain }: SettledProps) {
  useSeenResult();
  return (
    <Card>
      <View {...roleOf('status')}>
        {settlement.voidedAt === null ? (
          <Result tone="ok" icon="check" title={say(INSURANCE_CODE.settled.title)}>
            <Amount fen={settlement.totalFen} huge />
          </Result>
        ) : (
          <Result tone="info" icon="info" title={say(INSURANCE_CODE.settled.voided)} text={say(INSURANCE_CODE.settled.voidedText)}>
            <Amount fen={settlement.accountFen} huge />
          </Result>
        )}
      </View>
      <Facts settlement={settlement} />
      {settlement.legs.length > 0 && (
        <View className="section">
          <Text className="section__title">
            {say(settlement.voidedAt === null ? INSURANCE_CODE.settled.shares : INSURANCE_CODE.settled.givenBack)}
          </Text>
          <LegList legs={settlement.legs} />
        </View>
      )}
      <Line name={say(INSURANCE_CODE.settled.number)}>{settlementNumberText(settlement.number)}</Line>
      <View className="section">
        <Button kind="plain" onTap={onAgain}>
          {say(INSURANCE_CODE.settled.again)}
        </Button>
        <ReportAbout about="settlement" id={settlement.settlementId} />
      </View>
    </Card>
  );
}

/** The sum stands above; of what was taken back only what came back into accounts does. */
const Facts = ({ settlement }: Pick<SettledProps, 'settlement'>) => (
  <View>
    <Line name={say(INSURANCE_CODE.settled.person)}>{say(settlement.person)}</Line>
    <Line name={say(INSURANCE_CODE.settled.institution)}>{settlement.institution}</Line>
    <Line name={say(INSURANCE_CODE.settled.at)}>{momentText(settlement.at)}</Line>
    {settlement.voidedAt !== null && <Line name={say(INSURANCE_CODE.settled.voidedAt)}>{momentText(settlement.voidedAt)}</Line>}
    {settlement.voidedAt !== null && (
      <Line name={say(INSURANCE_CODE.settled.total)}>
        <Amount fen={settlement.totalFen} />
      </Line>
    )}
    <Line name={say(INSURANCE_CODE.settled.fund)}>
      <Amount fen={settlement.fundFen} />
    </Line>
    <Line name={say(INSURANCE_CODE.settled.account)}>
      <Amount fen={settlement.accountFen} />
    </Line>
    <Line name={say(INSURANCE_CODE.settled.cash)}>
      <Amount fen={settlement.cashFen} />
    </Line>
  </View>
);
