import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { SCHEME_TEXT } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { BINDING_TONE, relationOfOther } from './binding-text';
import { GrantTermsCards } from './grant-terms';

interface Props {
  readonly bindingId: string;
  readonly onAnswer: () => void;
  readonly onUnbind: () => void;
}

export function RelativeDetail({ bindingId, onAnswer, onUnbind }: Props) {
  const reading = useRead('binding', { path: { bindingId } });
  return (
    <Loaded reading={reading} cards={3}>
      {(binding) => (
        <View>
          <RelativeHead binding={binding} />
          {binding.awaitsMe && (
            <View className="section">
              <Button onTap={onAnswer}>查看邀请并答复</Button>
            </View>
          )}
          <Section title="授权">
            <GrantTermsCards binding={binding} />
          </Section>
          {binding.sharedLimitFen !== null && (
            <Card>
              <Line name="全体亲属共用限额">
                <Amount fen={binding.sharedLimitFen} />
              </Line>
            </Card>
          )}
          <Section title="办理记录">
            <Card flush>
              {binding.history.map((step) => (
                <View key={`${step.at}${step.text}`} className="taprow">
                  <View className="taprow__words">
                    <Text className="taprow__title">{step.text}</Text>
                    <Text className="taprow__note">{`${momentText(step.at)} · ${step.by}`}</Text>
                  </View>
                </View>
              ))}
            </Card>
          </Section>
          {binding.rules.length > 0 && (
            <Section title="为什么有这些限制">
              <Card flush>
                <FoldedRules rules={binding.rules} of="这条绑定的限制" />
              </Card>
            </Section>
          )}
          {binding.state !== 'ended' && (
            <View className="section">
              <Button kind="danger" onTap={onUnbind}>
                解绑
              </Button>
            </View>
          )}
        </View>
      )}
    </Loaded>
  );
}

export const RelativeHead = ({ binding }: { readonly binding: BindingView }) => (
  <Card>
    <Person
      personId={binding.other.personId}
      name={binding.other.maskedName}
      note={relationOfOther(binding)}
      end={<State tone={BINDING_TONE[binding.state]}>{binding.stateText}</State>}
    />
    <Line name="证件号码">{binding.other.maskedCertificate}</Line>
    <Line name="参保">{`${binding.other.regionName} · ${SCHEME_TEXT[binding.other.scheme]}`}</Line>
    <Line name="发起时间">{momentText(binding.createdAt)}</Line>
  </Card>
);
