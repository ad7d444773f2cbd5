import type { BindingView, GrantView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { State } from '@/shared/ui/notice';
import { GRANT_ABSENT, GRANT_STATE, GRANT_TITLE, GRANT_TITLE_FOR_RELATIVE } from './binding-text';

const KINDS: readonly GrantView['kind'][] = ['show-code', 'share-funds'];

/** Two switches per relative, always both, so that nobody takes one for the other. */
export const GrantStates = ({ binding }: { readonly binding: BindingView }) => (
  <View>
    {KINDS.map((kind) => {
      const grant = binding.grants.find((each) => each.kind === kind);
      const { text, tone } = grant === undefined ? GRANT_ABSENT : GRANT_STATE[grant.state];
      return (
        <View key={kind} className="line">
          <Text>{(binding.myRole === 'owner' ? GRANT_TITLE : GRANT_TITLE_FOR_RELATIVE)[kind]}</Text>
          <State tone={tone} icon={tone === 'quiet' ? 'off' : tone === 'warn' ? 'clock' : 'check'}>
            {text}
          </State>
        </View>
      );
    })}
  </View>
);
