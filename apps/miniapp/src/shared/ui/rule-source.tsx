import type { RuleReference } from '@gongji/contract';
import { addDays } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { opensPages, openPage } from '../platform/open-page';
import { dayText } from '../text/moment';
import { Button } from './button';
import { State, type Tone } from './notice';

/** How far a sentence can be trusted, in words and a tone. */
export const CONFIDENCE: Readonly<Record<RuleReference['confidence'], { readonly text: string; readonly tone: Tone }>> = {
  'V-A': { text: '官方文件', tone: 'ok' },
  'V-B': { text: '媒体转述', tone: 'info' },
  'V-C': { text: '可信度低', tone: 'warn' },
  SEED: { text: '项目资料，未核实', tone: 'warn' },
  ASSUMED: { text: '暂定：没有查到公开规定', tone: 'warn' },
};

interface Props {
  readonly rule: RuleReference;
  /** The rule's own words already stand beside it. */
  readonly said?: boolean;
}

/** "Why this limit?" beside any limit: one tap unfolds the dated rule, a second one goes to its source. Children stand left of it. */
export function RuleSource({ rule, said = false, children }: PropsWithChildren<Props>) {
  const [open, setOpen] = useState(false);
  return (
    <View className="source">
      <View className="source__line">
        {children !== undefined && <View className="source__words">{children}</View>}
        <Button
          kind="text"
          inline
          icon="book"
          label={`${open ? '收起' : '查看'}依据：${rule.text}`}
          expanded={open}
          onTap={() => setOpen(!open)}
        >
          {open ? '收起' : '依据'}
        </Button>
      </View>
      {open && (
        <View className="source__rule">
          <RuleDetail rule={rule} said={said} />
        </View>
      )}
    </View>
  );
}

/** What the rule says, how far it can be trusted, from when to when, and who says so. */
export const RuleDetail = ({ rule, said = false }: Props) => (
  <View>
    {!said && <Text className="rule__text">{rule.text}</Text>}
    <State tone={CONFIDENCE[rule.confidence].tone}>{CONFIDENCE[rule.confidence].text}</State>
    <Text className="rule__source">{`${rule.regionName} · ${inForceText(rule)}`}</Text>
    {rule.sourceTitle !== '' && <Text className="rule__source">{sourceText(rule)}</Text>}
    {rule.note !== null && <Text className="rule__source">{`说明：${rule.note}`}</Text>}
    {rule.sourceAddress !== '' && (
      <Button kind="text" inline onTap={() => openPage(rule.sourceAddress)} label={`${GO_TO_SOURCE}：${rule.sourceTitle}`}>
        {GO_TO_SOURCE}
      </Button>
    )}
  </View>
);

/** One rule in its own words, with the way to its source. */
export const RuleLine = ({ rule }: { readonly rule: RuleReference }) => (
  <View className="rule">
    <RuleSource rule={rule} said>
      <Text className="rule__text">{rule.text}</Text>
      <AssumedMark rule={rule} />
    </RuleSource>
  </View>
);

/** A rule that stands in for one that nobody published says so before anybody asks. */
export const AssumedMark = ({ rule }: { readonly rule: RuleReference }) =>
  rule.assumed ? <State tone="warn">{CONFIDENCE.ASSUMED.text}</State> : null;

const GO_TO_SOURCE = opensPages ? '打开来源网页' : '复制来源网址';

/** `to` is the first day on which the rule no longer holds; people read the last day on which it does. */
const inForceText = ({ from, to }: RuleReference): string =>
  `${dayText(from)}起${to === null ? '' : `，到 ${dayText(addDays(to, -1))}（含当天）`}`;

/** An assumed rule has no source of its own, only something that it leans on. */
const sourceText = ({ assumed, sourceTitle, sourceDate }: RuleReference): string =>
  `${assumed ? '参考' : '来源'}：${sourceTitle}${sourceDate === '' ? '' : `（${sourceDate}）`}`;
