import { FUND_USE_TEXT, FUND_USES, type RuleKind } from '@gongji/domain';
import { GRANT_TERMS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { AnyOf, OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame, spokenLabel } from '@/shared/ui/field';
import { RuleSource } from '@/shared/ui/rule-source';
import { asksPlace } from './terms-draft';
import type { TermsForm } from './use-terms';

/** Only what this switch has: dates for both, the rest for money. */
export function TermsFields({ form }: { readonly form: TermsForm }) {
  const { grant, draft, change, asks } = form;
  const { errorOf } = form;
  const endless = grant.kind === 'show-code' || asks?.endDateRequired !== true;
  return (
    <View>
      {grant.kind === 'share-funds' && <FundFields form={form} />}
      {endless && (
        <FieldFrame id="until-kind" label={say(GRANT_TERMS.untilAsk)}>
          <OneOf
            label={say(GRANT_TERMS.untilAsk)}
            options={[
              { value: 'open', label: say(GRANT_TERMS.untilOpen) },
              { value: 'date', label: say(GRANT_TERMS.untilDate) },
            ]}
            value={draft.until}
            onChange={(until) => change({ until })}
          />
        </FieldFrame>
      )}
      {(draft.until === 'date' || !endless) && (
        <Field
          id="until"
          label={say(GRANT_TERMS.day)}
          hint={say(GRANT_TERMS.dayHint)}
          required
          error={errorOf('until')}
          value={draft.untilDate}
          onChange={(untilDate) => change({ until: 'date', untilDate })}
        />
      )}
      {!endless && <Why form={form} of="grantEndDate" />}
    </View>
  );
}

function FundFields({ form }: { readonly form: TermsForm }) {
  const { grant, draft, asks, change } = form;
  const { errorOf } = form;
  // A use that the region no longer lists stays visible, so that it can be taken away.
  const uses = FUND_USES.filter((use) => asks === undefined || asks.uses.includes(use) || grant.uses.includes(use));
  const needs = (limit: 'per-payment' | 'per-month') => {
    const required = asks?.requiredLimits.includes(limit) === true;
    return { required, hint: say(required ? GRANT_TERMS.limitRequired : GRANT_TERMS.limitOptional) };
  };
  const usesLabel = say(GRANT_TERMS.usesAsk);
  return (
    <View>
      <FieldFrame id="uses" label={usesLabel} required error={errorOf('uses')}>
        <AnyOf
          label={spokenLabel({ label: usesLabel, required: true })}
          options={uses.map((value) => ({ value, label: say(FUND_USE_TEXT[value]) }))}
          values={draft.uses}
          onChange={(chosen) => change({ uses: chosen })}
        />
        <Why form={form} of="uses" />
      </FieldFrame>
      <Field
        id="cap-payment"
        label={say(GRANT_TERMS.perPayment)}
        {...needs('per-payment')}
        type="digit"
        error={errorOf('cap-payment')}
        value={draft.capPerPayment}
        onChange={(capPerPayment) => change({ capPerPayment })}
      />
      <Field
        id="cap-month"
        label={say(GRANT_TERMS.perMonth)}
        {...needs('per-month')}
        type="digit"
        error={errorOf('cap-month')}
        value={draft.capPerMonth}
        onChange={(capPerMonth) => change({ capPerMonth })}
      />
      {asks?.requiredLimits.some((limit) => limit !== 'shared') && <Why form={form} of="requiredLimits" />}
      {asksPlace(grant, asks) && (
        <View>
          <Field
            id="place"
            label={say(GRANT_TERMS.place)}
            hint={say(GRANT_TERMS.placeHint)}
            required
            type="number"
            maxLength={1}
            error={errorOf('place')}
            value={draft.place}
            onChange={(place) => change({ place })}
          />
          <Why form={form} of="deductionOrder" />
        </View>
      )}
    </View>
  );
}

interface WhyProps {
  readonly form: TermsForm;
  readonly of: RuleKind;
}

/** The rule of the region that makes this be asked. */
const Why = ({ form: { rules }, of }: WhyProps) => {
  const rule = rules.find(({ kind }) => kind === of);
  return rule === undefined ? null : <RuleSource rule={rule} />;
};
