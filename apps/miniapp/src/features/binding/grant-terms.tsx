import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { Card, Line } from '@/shared/ui/card';
import { State } from '@/shared/ui/notice';
import { capText, GRANT_NOTE, GRANT_STATE, GRANT_TITLE, GRANT_TITLE_FOR_RELATIVE, untilText, usesText } from './binding-text';

/** Each grant with its scope, caps and dates: what, how much, until when. */
export const GrantTermsCards = ({ binding }: { readonly binding: BindingView }) => (
  <View>
    {binding.grants.map((grant) => (
      <Card key={grant.kind}>
        <Text className="lead">{(binding.myRole === 'owner' ? GRANT_TITLE : GRANT_TITLE_FOR_RELATIVE)[grant.kind]}</Text>
        {binding.myRole === 'owner' && <Text className="block muted">{GRANT_NOTE[grant.kind]}</Text>}
        <Line name="状态">
          <State tone={GRANT_STATE[grant.state].tone}>{GRANT_STATE[grant.state].text}</State>
        </Line>
        {grant.kind === 'share-funds' && <Line name="可以付">{usesText(grant.uses)}</Line>}
        {grant.kind === 'share-funds' && <Line name="限额">{capText(grant)}</Line>}
        <Line name="开始">{dayText(grant.startsOn)}</Line>
        <Line name="截止">{untilText(grant.endsOn)}</Line>
      </Card>
    ))}
  </View>
);
