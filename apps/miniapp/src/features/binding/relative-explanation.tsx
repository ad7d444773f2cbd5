import type { BindingView } from '@gongji/contract';
import { BINDING } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { moveTo } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { Fold } from '@/shared/ui/fold';
import { Loaded } from '@/shared/ui/loaded';
import { ExplanationList } from './explanation-list';
import { tellBound, type Told } from './explanation-standing';

interface Props {
  readonly binding: BindingView;
  readonly moveHere: boolean;
}

/** Why it can be used, and why not, as the server decides it now. A change of the binding asks again. */
export function RelativeExplanation({ binding, moveHere }: Props) {
  const reading = useRead('explainBinding', { path: { bindingId: binding.bindingId } });
  const { answer, reload } = reading;
  const stands = binding.grants.map(({ kind, state }) => kind + state).join();
  const explained = useRef(stands);
  useEffect(() => {
    if (explained.current === stands) return;
    explained.current = stands;
    reload();
  }, [stands, reload]);
  const told = answer !== undefined;
  useEffect(() => {
    if (moveHere && told) moveTo('explanation');
  }, [moveHere, told]);
  return (
    <View className="stack">
      <Text id="explanation" className="block muted">
        {say(BINDING.explanation.lead)}
      </Text>
      <Loaded reading={reading} cards={1}>
        {({ explanations }) => <Sorted told={tellBound(explanations, binding)} />}
      </Loaded>
    </View>
  );
}

/** What cannot be used is read at once; what can is looked up by few. */
function Sorted({ told }: { readonly told: readonly Told[] }) {
  const fine = told.filter(({ word }) => word.tone === 'ok');
  const rest = told.filter(({ word }) => word.tone !== 'ok');
  return (
    <View>
      <ExplanationList told={rest} />
      {fine.length > 0 && (
        <Fold of={say(BINDING.explanation.fine, { count: fine.length })} always>
          <ExplanationList told={fine} />
        </Fold>
      )}
    </View>
  );
}
