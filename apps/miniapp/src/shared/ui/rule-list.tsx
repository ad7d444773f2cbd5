import type { RuleReference } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { copy } from '../platform/copy';
import { dayText } from '../text/moment';
import { Button } from './button';
import { State } from './notice';

const CONFIDENCE_TEXT: Readonly<Record<RuleReference['confidence'], string>> = {
  'V-A': '官方文件',
  'V-B': '媒体引用主管部门',
  'V-C': '来源待核实',
  SEED: '项目资料',
  ASSUMED: '未找到公开文件，暂按最稳妥的理解',
};

/** Why this limit: the dated rule with its source. */
export const RuleList = ({ rules }: { readonly rules: readonly RuleReference[] }) => (
  <View>
    {rules.map((rule) => (
      <View key={`${rule.kind}${rule.regionCode}${rule.from}${rule.text}`} className="rule">
        <Text className="rule__text">{rule.text}</Text>
        {rule.assumed && <State tone="warn">暂按推定，以主管部门为准</State>}
        <Text className="rule__source">
          {`${rule.regionName} · ${dayText(rule.from)}起${rule.to === null ? '' : `，至 ${dayText(rule.to)}`} · ${CONFIDENCE_TEXT[rule.confidence]}`}
        </Text>
        {rule.sourceTitle !== '' && (
          <Text className="rule__source">{`来源：${rule.sourceTitle}${rule.sourceDate === '' ? '' : `（${rule.sourceDate}）`}`}</Text>
        )}
        {rule.note !== null && <Text className="rule__source">{`说明：${rule.note}`}</Text>}
        {rule.sourceAddress !== '' && (
          <Button kind="text" inline onTap={() => copy(rule.sourceAddress)} label={`复制来源网址：${rule.sourceTitle}`}>
            复制来源网址
          </Button>
        )}
      </View>
    ))}
  </View>
);
