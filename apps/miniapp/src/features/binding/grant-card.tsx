import type { BindingView, GrantView } from '@gongji/contract';
import { BINDING, GRANT_TERMS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Card, Line } from '@/shared/ui/card';
import { State } from '@/shared/ui/notice';
import {
  capText,
  GRANT_NOTE,
  type GrantKind,
  grantNow,
  grantOf,
  grantTitle,
  placeText,
  untilText,
  usesText,
  whyText,
} from './binding-text';

interface Props {
  readonly binding: BindingView;
  readonly kind: GrantKind;
}

/** One grant with its scope, caps and dates: what, how much, until when. */
export const GrantCard = ({ binding, kind, children }: PropsWithChildren<Props>) => {
  const grant = grantOf(binding, kind);
  const { text, tone, icon } = grantNow(grant);
  return (
    <Card>
      <Text className="lead">{grantTitle(binding.myRole, kind)}</Text>
      {binding.myRole === 'owner' && <Text className="block muted">{say(GRANT_NOTE[kind])}</Text>}
      <Line name={say(BINDING.grantState)}>
        <State tone={tone} icon={icon}>
          {text}
        </State>
        {grant !== undefined && <Text className="block muted">{whyText(grant, binding.myRole)}</Text>}
      </Line>
      {grant !== undefined && grant.state !== 'ended' && <Terms grant={grant} />}
      {children}
    </Card>
  );
};

const Terms = ({ grant }: { readonly grant: GrantView }) => (
  <View>
    {grant.kind === 'share-funds' && <Line name={say(GRANT_TERMS.uses)}>{usesText(grant.uses)}</Line>}
    {grant.kind === 'share-funds' && <Line name={say(GRANT_TERMS.limit)}>{capText(grant)}</Line>}
    {grant.place !== null && <Line name={say(GRANT_TERMS.place)}>{placeText(grant.place)}</Line>}
    <Line name={say(GRANT_TERMS.from)}>{dayText(grant.startsOn)}</Line>
    <Line name={say(GRANT_TERMS.until)}>{untilText(grant.endsOn)}</Line>
  </View>
);
