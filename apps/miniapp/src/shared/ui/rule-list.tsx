import type { RuleReference } from '@gongji/contract';
import { PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { say } from '../text/say';
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
      <Button
        kind="text"
        inline
        icon="book"
        label={say(open ? PIECES.rules.hideOf : PIECES.rules.showOf, { of })}
        expanded={open}
        onTap={() => setOpen(!open)}
      >
        {open ? say(PIECES.rules.hide) : say(PIECES.rules.show, { count: rules.length })}
      </Button>
      {open && <RuleList rules={rules} />}
    </View>
  );
}
