import { fen } from '@gongji/domain';
import { View } from '@tarojs/components';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Fold } from '@/shared/ui/fold';
import { Icon, type IconName } from '@/shared/ui/icon';
import { LegList } from '@/shared/ui/leg-list';
import { Notice, State, type Tone } from '@/shared/ui/notice';
import { Person, PersonBadge } from '@/shared/ui/person-badge';
import { ProxyBanner } from '@/shared/ui/proxy-banner';
import { Timeline } from '@/shared/ui/timeline';
import { Who } from '@/shared/ui/who';
import { HER, LEGS, ME, STEPS } from './samples';

const TONES: Readonly<Record<Tone, string>> = { ok: '已开启', warn: '待确认', danger: '已停用', info: '说明', quiet: '没有勾选' };
const tones = Object.keys(TONES) as Tone[];
const ICONS: readonly IconName[] = ['check', 'warn', 'error', 'info', 'clock', 'code', 'family', 'pay', 'person', 'phone', 'bell', 'book'];
const nothing = () => undefined;
const CHANGE = (
  <Button kind="text" inline onTap={nothing}>
    修改
  </Button>
);

const BOTH = [
  { personId: HER, name: '陈*兰' },
  { personId: ME, name: '陈*雨' },
];

/** What is told: people, sums, states, notices, steps. */
export const FactSamples = () => (
  <View>
    <Section title="人和钱">
      <Card>
        <Person personId={null} name="陈*国" note="还没有登录过的人" />
        <Person personId={ME} name="陈*国" note="职工医保 · 深圳市" end={<PersonBadge personId={HER} name="陈*兰" />} />
        <Who />
        <ProxyBanner people={[{ personId: HER, name: '陈*兰' }]} text="正在代 陈*兰 出示" />
        <ProxyBanner people={BOTH} text="正在代 陈*兰、陈*雨 办理" />
        <Amount fen={fen(798_030)} huge />
        <Line name="付后可共济余额">
          <Amount fen={fen(40_000)} signed />
        </Line>
        <Line name="参保地" change={CHANGE}>
          梅州市
        </Line>
        <LegList legs={LEGS} />
      </Card>
    </Section>
    <Section title="状态">
      <Card>
        <View className="acts">
          {tones.map((tone) => (
            <State key={tone} tone={tone}>
              {TONES[tone]}
            </State>
          ))}
        </View>
        <View className="acts">
          {ICONS.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </View>
      </Card>
    </Section>
    <Section title="提示">
      <View className="stack">
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} title={TONES[tone]}>
            发生了什么，为什么，下一步做什么。
          </Notice>
        ))}
      </View>
    </Section>
    <Section title="步骤">
      <Card>
        <Timeline steps={STEPS} />
      </Card>
    </Section>
    <Section title="长辈版里折起来的">
      <Fold of="不影响决定的内容">
        <Card>不影响决定的内容。</Card>
      </Fold>
      <Fold of="很长的内容" always>
        <Card>到处都折起来的内容。</Card>
      </Fold>
    </Section>
  </View>
);
