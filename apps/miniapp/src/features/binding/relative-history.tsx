import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/text/moment';
import { Card } from '@/shared/ui/card';
import { grantTitle } from './binding-text';

/** Who changed which switch, and when; both sides read the same steps. */
export const RelativeHistory = ({ binding: { history, myRole } }: { readonly binding: BindingView }) => (
  <Card flush>
    {history.map(({ at, by, kind, text }) => (
      <View key={`${at}${kind}${text}`} className="taprow">
        <View className="taprow__words">
          <Text className="taprow__title">{kind === null ? text : `${text}：${grantTitle(myRole, kind)}`}</Text>
          <Text className="taprow__note">{`${momentText(at)} · ${by}`}</Text>
        </View>
      </View>
    ))}
  </Card>
);
