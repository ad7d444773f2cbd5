import type { RuleReference } from '@gongji/contract';
import { fenText, FUND_USE_TEXT, FUND_USES, type RuleKind } from '@gongji/domain';
import { GRANT_TERMS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { AnyOf } from '@/shared/ui/choice';
import { Field, FieldFrame, spokenLabel } from '@/shared/ui/field';
import { FoldedRules } from '@/shared/ui/rule-list';
import { RuleSource } from '@/shared/ui/rule-source';
import type { AddRelative } from './use-add-relative';

/** What my account may pay, up to how much: what my region asks for is asked here, each with its source. */
export const FundTerms = (form: AddRelative) => (
  <View>
    <Uses {...form} />
    <Caps {...form} />
    <SharedLimitField {...form} />
    <PlaceInOrder {...form} />
  </View>
);

const ruleOf = ({ policy }: AddRelative, asked: RuleKind) => policy.answer?.rules.find(({ kind }) => kind === asked);

function Uses(form: AddRelative) {
  const { draft, change, asked } = form;
  const rule = ruleOf(form, 'uses');
  const label = say(GRANT_TERMS.usesAsk);
  const options = FUND_USES.map((use) => {
    const off = asked.asks !== undefined && !asked.asks.uses.includes(use);
    return { value: use, label: say(FUND_USE_TEXT[use]), off, ...(off ? { note: say(GRANT_TERMS.useNotListed) } : {}) };
  });
  return (
    <FieldFrame id="uses" label={label} required error={form.errorOf('uses')}>
      <AnyOf label={spokenLabel({ label, required: true })} options={options} values={draft.uses} onChange={(uses) => change({ uses })} />
      {rule !== undefined && <RuleSource rule={rule} />}
    </FieldFrame>
  );
}

function Caps(form: AddRelative) {
  const { draft, change, asked } = form;
  const required = asked.asks?.requiredLimits ?? [];
  const hint = (limit: 'per-payment' | 'per-month') =>
    say(required.includes(limit) ? GRANT_TERMS.limitRequired : GRANT_TERMS.limitOptional);
  return (
    <View>
      <Field
        id="cap-payment"
        label={say(GRANT_TERMS.perPayment)}
        hint={hint('per-payment')}
        required={required.includes('per-payment')}
        type="digit"
        error={form.errorOf('cap-payment')}
        value={draft.capPerPayment}
        onChange={(capPerPayment) => change({ capPerPayment })}
      />
      <Field
        id="cap-month"
        label={say(GRANT_TERMS.perMonth)}
        hint={hint('per-month')}
        required={required.includes('per-month')}
        type="digit"
        error={form.errorOf('cap-month')}
        value={draft.capPerMonth}
        onChange={(capPerMonth) => change({ capPerMonth })}
      />
      {required.some((limit) => limit !== 'shared') && <Source rule={ruleOf(form, 'requiredLimits')} />}
    </View>
  );
}

/** Only where the region has such a limit. One that is set already may stay as it is. */
function SharedLimitField(form: AddRelative) {
  const { draft, change, asked, sharedLimit: set } = form;
  if (set === undefined || (!set.required && set.kind === 'limit')) return null;
  const text = say(set.text);
  const label = say(GRANT_TERMS.shared[set.kind]);
  return (
    <View>
      <Field
        id="shared-limit"
        label={say(GRANT_TERMS.sharedYuan, { limit: label })}
        required={asked.sharedLimitMissing !== null}
        hint={set.limitFen === null ? text : say(GRANT_TERMS.sharedNow, { text, amount: fenText(set.limitFen) })}
        type="digit"
        error={form.errorOf('shared-limit')}
        value={draft.sharedLimit}
        onChange={(sharedLimit) => change({ sharedLimit })}
      />
      <Sources rules={set.rules} of={label} />
    </View>
  );
}

function PlaceInOrder(form: AddRelative) {
  if (form.asked.asks?.placeRequired !== true) return null;
  return (
    <View>
      <Field
        id="place"
        label={say(GRANT_TERMS.place)}
        hint={say(GRANT_TERMS.placeHintNew)}
        required
        type="number"
        maxLength={1}
        error={form.errorOf('place')}
        value={form.draft.place}
        onChange={(place) => form.change({ place })}
      />
      <Source rule={ruleOf(form, 'deductionOrder')} />
    </View>
  );
}

/** Close to the field above it. */
const Source = ({ rule }: { readonly rule: RuleReference | undefined }) =>
  rule === undefined ? null : (
    <View className="field__source">
      <RuleSource rule={rule} />
    </View>
  );

/** One button, however many rules stand behind a field: two that say the same cannot be told apart. */
const Sources = ({ rules, of }: { readonly rules: readonly RuleReference[]; readonly of: string }) =>
  rules.length < 2 ? (
    <Source rule={rules[0]} />
  ) : (
    <View className="field__source">
      <FoldedRules rules={rules} of={of} />
    </View>
  );
