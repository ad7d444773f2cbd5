import type { BindingView } from '@gongji/contract';
import { GRANT_KINDS } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { State } from '@/shared/ui/notice';
import { type GrantKind, grantNow, grantOf, grantTitle } from './binding-text';

/** Two switches per relative, always both, so that nobody takes one for the other. */
export const GrantStates = ({ binding }: { readonly binding: BindingView }) => (
  <View>
    {GRANT_KINDS.map((kind) => (
      <GrantStateLine key={kind} binding={binding} kind={kind} />
    ))}
  </View>
);

export const GrantStateLine = ({ binding, kind }: { readonly binding: BindingView; readonly kind: GrantKind }) => {
  const { text, tone, icon } = grantNow(grantOf(binding, kind));
  return (
    <View className="line">
      <Text>{grantTitle(binding.myRole, kind)}</Text>
      <State tone={tone} icon={icon}>
        {text}
      </State>
    </View>
  );
};
