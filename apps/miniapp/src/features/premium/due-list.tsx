import type { BindingView, LevyView } from '@gongji/contract';
import { shanghaiDate } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { serverNow } from '@/shared/session/session';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { ASSUMED_TEXT, LEVY_LOOK, premiumYears, windowText } from './premium-text';
import { payableRelatives } from './payable';

interface Props {
  readonly onCheck: (personId: string, year: number) => void;
  readonly onBind: () => void;
  readonly onOpenBinding: (bindingId: string) => void;
  readonly onHistory: () => void;
}

/** Each relative with what is due and until when. */
export function DueList({ onCheck, onBind, onOpenBinding, onHistory }: Props) {
  const bindings = useRead('bindings');
  const years = premiumYears(shanghaiDate(serverNow()));
  const [year, setYear] = useState(String(years[0]));
  return (
    <Loaded reading={bindings} cards={3}>
      {(list) => {
        const relatives = payableRelatives(list);
        if (relatives.length === 0) {
          return (
            <Card>
              <Empty icon="pay" title="还没有可以代缴的家人" text="先绑定家人，并打开“用我的个人账户帮TA付”中的居民医保费。">
                <Button icon="plus" onTap={onBind}>
                  绑定家人
                </Button>
              </Empty>
            </Card>
          );
        }
        return (
          <View>
            <OneOf
              label="参保年度"
              grid
              options={[...years].sort((a, b) => a - b).map((each) => ({ value: String(each), label: `${each} 年度` }))}
              value={year}
              onChange={setYear}
            />
            <View className="section">
              {relatives.map(({ binding, obstacle }) =>
                obstacle === null ? (
                  <DueCard key={binding.bindingId} binding={binding} year={Number(year)} onCheck={onCheck} onHistory={onHistory} />
                ) : (
                  <ObstacleCard
                    key={binding.bindingId}
                    binding={binding}
                    obstacle={obstacle}
                    onOpen={() => onOpenBinding(binding.bindingId)}
                  />
                ),
              )}
            </View>
          </View>
        );
      }}
    </Loaded>
  );
}

interface DueProps {
  readonly binding: BindingView;
  readonly year: number;
  readonly onCheck: Props['onCheck'];
  readonly onHistory: () => void;
}

function DueCard({ binding, year, onCheck, onHistory }: DueProps) {
  const { personId, maskedName } = binding.other;
  const levy = useRead('levy', { query: { personId, year } });
  return (
    <Card>
      <Person
        personId={personId}
        name={maskedName}
        note={`我的${binding.relationText} · ${binding.other.age} 岁 · ${binding.other.regionName}`}
      />
      <View className="card__notice">
        <Loaded reading={levy} cards={1}>
          {(found) => <LevyFacts levy={found} onCheck={() => onCheck(personId, year)} onHistory={onHistory} />}
        </Loaded>
      </View>
    </Card>
  );
}

interface FactsProps {
  readonly levy: LevyView;
  readonly onCheck: () => void;
  readonly onHistory: () => void;
}

const LevyFacts = ({ levy, onCheck, onHistory }: FactsProps) => (
  <View className="stack">
    <View>
      <Line name={`${levy.year} 年度应缴`}>
        <Amount fen={levy.amountFen} />
      </Line>
      <Line name="状态">
        <State {...LEVY_LOOK[levy.state]}>{LEVY_LOOK[levy.state].text}</State>
      </Line>
      {levy.payer !== null && <Line name="付款人">{levy.payer}</Line>}
      <Line name="集中缴费期">{windowText(levy)}</Line>
    </View>
    {levy.amountAssumed && <Notice tone="warn">{ASSUMED_TEXT(levy.year)}</Notice>}
    {levy.refusedText !== null && (
      <Notice tone={levy.state === 'paid' ? 'ok' : 'info'} title={levy.refusedText}>
        <Text className="notice__text">{levy.nextStep}</Text>
      </Notice>
    )}
    {levy.refusedCode === null && levy.state === 'due' && <Button onTap={onCheck}>查看并代缴</Button>}
    {(levy.state === 'applied' || levy.state === 'paid') && (
      <Button kind="plain" onTap={onHistory}>
        查看我的代缴记录
      </Button>
    )}
  </View>
);

interface ObstacleProps {
  readonly binding: BindingView;
  readonly obstacle: string;
  readonly onOpen: () => void;
}

const ObstacleCard = ({ binding, obstacle, onOpen }: ObstacleProps) => (
  <Card>
    <View className="stack">
      <Person personId={binding.other.personId} name={binding.other.maskedName} note={`我的${binding.relationText}`} />
      <Notice tone="quiet" title="现在不能代缴">
        <Text className="notice__text">{`${obstacle}。`}</Text>
      </Notice>
      <Button kind="plain" onTap={onOpen}>
        查看这位家人的授权
      </Button>
    </View>
  </Card>
);
