import type { BindingView, GrantView } from '@gongji/contract';
import { BINDING } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Section } from '@/shared/ui/card';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { type GrantKind, grantOf, grantTitle } from './binding-text';
import { GrantCard } from './grant-card';
import { RelativeExplanation } from './relative-explanation';
import { TermsFields } from './terms-fields';
import { useTerms } from './use-terms';

interface Props {
  readonly bindingId: string;
  readonly kind: GrantKind;
  readonly onLeave: () => void;
}

/** The terms of one switch, as they stand, to be changed; then the result. */
export function TermsPanel({ bindingId, kind, onLeave }: Props) {
  const reading = useRead('binding', { path: { bindingId } });
  return (
    <Loaded reading={reading}>
      {(binding) => {
        const grant = grantOf(binding, kind);
        return grant === undefined ? (
          <NotNow onLeave={onLeave} />
        ) : (
          <TermsForm binding={binding} grant={grant} reload={reading.reload} onLeave={onLeave} />
        );
      }}
    </Loaded>
  );
}

const NotNow = ({ onLeave }: { readonly onLeave: () => void }) => (
  <View className="stack">
    <Notice tone="warn" title={say(BINDING.terms.notNow)}>
      {say(BINDING.terms.notNowText)}
    </Notice>
    <Button onTap={onLeave}>{say(BINDING.terms.toRelative)}</Button>
  </View>
);

interface FormProps {
  readonly binding: BindingView;
  readonly grant: GrantView;
  readonly reload: () => void;
  readonly onLeave: () => void;
}

function TermsForm({ binding, grant, reload, onLeave }: FormProps) {
  const me = useMe();
  const policy = useRead('policy', { path: { region: me.regionCode } });
  const form = useTerms({ binding, grant, policy: policy.answer, reload });
  const { state, busy, changed } = form;
  if (state.kind === 'done') return <Changed binding={state.answer} kind={grant.kind} onLeave={onLeave} />;
  if (!grant.may.includes('change')) return <NotNow onLeave={onLeave} />;
  return (
    <View className="stack">
      <View className="title">{grantTitle(binding.myRole, grant.kind)}</View>
      <View className="muted">{personName(binding.other)}</View>
      <ErrorSummary errors={form.errors} />
      <TermsFields form={form} />
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text={say(BINDING.terms.unknown)} button={say(BINDING.terms.look)} onTap={form.readAgain} />
      )}
      {!changed && <View className="muted">{say(BINDING.terms.unchanged)}</View>}
      <Button off={!changed || state.kind === 'unknown'} busyText={busy && say(BINDING.saving)} onTap={form.submit}>
        {say(BINDING.terms.save)}
      </Button>
      <Button kind="text" off={busy} onTap={onLeave}>
        {say(BINDING.terms.leave)}
      </Button>
      {state.kind === 'refused' && (
        <Section title={say(BINDING.relative.usableNow)}>
          <RelativeExplanation binding={binding} moveHere={false} />
        </Section>
      )}
    </View>
  );
}

interface ChangedProps {
  readonly binding: BindingView;
  readonly kind: GrantKind;
  readonly onLeave: () => void;
}

const Changed = ({ binding, kind, onLeave }: ChangedProps) => (
  <View className="stack">
    <Result tone="ok" icon="check" title={say(BINDING.terms.done)} text={say(BINDING.terms.doneText)} />
    <GrantCard binding={binding} kind={kind} />
    <Button onTap={onLeave}>{say(BINDING.terms.toRelative)}</Button>
  </View>
);
