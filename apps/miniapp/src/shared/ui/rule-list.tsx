import type { RuleReference } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from './button';
import { RuleDetail } from './rule-source';

/** Why these limits: each dated rule with its source. */
export const RuleList = ({ rules }: { readonly rules: readonly RuleReference[] }) => (
  <View>
    {rules.map((rule) => (
      <View key={`${rule.kind}${rule.regionCode}${rule.from}${rule.text}`} className="rule">
        <RuleDetail rule={rule} />
      </View>
    ))}
  </View>
);

/** Many rules stay folded: the page's own act comes first, and the way to each source is one tap. */
export function FoldedRules({ rules, of }: { readonly rules: readonly RuleReference[]; readonly of: string }) {
  const [open, setOpen] = useState(false);
  return (
    <View>
      <Button kind="text" inline icon="book" label={`${open ? '收起' : '查看'}依据：${of}`} expanded={open} onTap={() => setOpen(!open)}>
        {open ? '收起依据' : `查看依据（${rules.length} 条）`}
      </Button>
      {open && <RuleList rules={rules} />}
    </View>
  );
}
