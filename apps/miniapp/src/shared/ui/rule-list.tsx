import type { RuleReference } from '@gongji/contract';
import { addDays } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { copy } from '../platform/copy';
import { dayText } from '../text/moment';
import { Button } from './button';
import { State, type Tone } from './notice';

const CONFIDENCE: Readonly<Record<RuleReference['confidence'], { readonly text: string; readonly tone: Tone }>> = {
  'V-A': { text: '官方文件', tone: 'ok' },
  'V-B': { text: '媒体转述', tone: 'info' },
  'V-C': { text: '可信度低', tone: 'warn' },
  SEED: { text: '项目资料，未核实', tone: 'warn' },
  ASSUMED: { text: '暂定：没有查到公开规定', tone: 'warn' },
};

/** Why this limit: the dated rule with its source. */
export const RuleList = ({ rules }: { readonly rules: readonly RuleReference[] }) => (
  <View>
    {rules.map((rule) => (
      <OneRule key={`${rule.kind}${rule.regionCode}${rule.from}${rule.text}`} rule={rule} />
    ))}
  </View>
);

/** Many rules stay folded: the page's own act comes first, and the way to each source is one tap. */
export function FoldedRules({ rules, of }: { readonly rules: readonly RuleReference[]; readonly of: string }) {
  const [open, setOpen] = useState(false);
  return (
    <View>
      <Button kind="text" inline icon="book" label={`${open ? '收起' : '查看'}依据：${of}`} onTap={() => setOpen(!open)}>
        {open ? '收起依据' : `查看依据（${rules.length} 条）`}
      </Button>
      {open && <RuleList rules={rules} />}
    </View>
  );
}

const OneRule = ({ rule }: { readonly rule: RuleReference }) => (
  <View className="rule">
    <Text className="rule__text">{rule.text}</Text>
    <State tone={CONFIDENCE[rule.confidence].tone}>{CONFIDENCE[rule.confidence].text}</State>
    <Text className="rule__source">{`${rule.regionName} · ${inForceText(rule)}`}</Text>
    {rule.sourceTitle !== '' && <Text className="rule__source">{sourceText(rule)}</Text>}
    {rule.note !== null && <Text className="rule__source">{`说明：${rule.note}`}</Text>}
    {rule.sourceAddress !== '' && (
      <Button kind="text" inline onTap={() => copy(rule.sourceAddress)} label={`复制来源网址：${rule.sourceTitle}`}>
        复制来源网址
      </Button>
    )}
  </View>
);

/** `to` is the first day on which the rule no longer holds; people read the last day on which it does. */
const inForceText = ({ from, to }: RuleReference): string =>
  `${dayText(from)}起${to === null ? '' : `，到 ${dayText(addDays(to, -1))}（含当天）`}`;

/** An assumed rule has no source of its own, only something that it leans on. */
const sourceText = ({ assumed, sourceTitle, sourceDate }: RuleReference): string =>
  `${assumed ? '参考' : '来源'}：${sourceTitle}${sourceDate === '' ? '' : `（${sourceDate}）`}`;
