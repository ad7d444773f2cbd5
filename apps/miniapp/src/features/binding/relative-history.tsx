import type { BindingView } from '@gongji/contract';
import { RELATIVES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';
import { Card } from '@/shared/ui/card';
import { grantTitle } from './binding-text';

/** Who changed which switch, and when; both sides read the same steps. */
export const RelativeHistory = ({ binding: { history, myRole } }: { readonly binding: BindingView }) => (
  <Card flush>
    {history.map(({ at, by, kind, text }) => (
      <View key={`${at}${kind}${text}`} className="taprow">
        <View className="taprow__words">
          <Text className="taprow__title">
            {kind === null ? say(text) : say(RELATIVES.act.spoken, { act: say(text), what: grantTitle(myRole, kind) })}
          </Text>
          <Text className="taprow__note">{dotted(momentText(at), say(by))}</Text>
        </View>
      </View>
    ))}
  </Card>
);
