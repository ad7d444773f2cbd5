import { FUND_USE_TEXT, FUND_USES, type RuleKind } from '@gongji/domain';
import { View } from '@tarojs/components';
import { AnyOf, OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { RuleSource } from '@/shared/ui/rule-source';
import { asksPlace } from './terms-draft';
import type { TermsForm } from './use-terms';

/** Only what this switch has: dates for both, the rest for money. */
export function TermsFields({ form }: { readonly form: TermsForm }) {
  const { grant, draft, change, asks } = form;
  const errorOf = errorIn(form);
  const endless = grant.kind === 'show-code' || asks?.endDateRequired !== true;
  return (
    <View>
      {grant.kind === 'share-funds' && <FundFields form={form} />}
      {endless && (
        <FieldFrame id="until-kind" label="到什么时候">
          <OneOf label="到什么时候" options={UNTIL_OPTIONS} value={draft.until} onChange={(until) => change({ until })} />
        </FieldFrame>
      )}
      {(draft.until === 'date' || !endless) && (
        <Field
          id="until"
          label="截止日期"
          hint="年-月-日，如 2027-12-31，含当天"
          error={errorOf('until')}
          value={draft.untilDate}
          maxLength={10}
          onChange={(untilDate) => change({ until: 'date', untilDate })}
        />
      )}
      {!endless && <Why form={form} of="grantEndDate" />}
    </View>
  );
}

function FundFields({ form }: { readonly form: TermsForm }) {
  const { grant, draft, asks, change } = form;
  const errorOf = errorIn(form);
  // A use that the region no longer lists stays visible, so that it can be taken away.
  const uses = FUND_USES.filter((use) => asks === undefined || asks.uses.includes(use) || grant.uses.includes(use));
  const needs = (limit: 'per-payment' | 'per-month') => (asks?.requiredLimits.includes(limit) ? '必填' : '不设限额请留空');
  return (
    <View>
      <FieldFrame id="uses" label="可以付什么" error={errorOf('uses')}>
        <AnyOf
          label="可以付什么"
          options={uses.map((value) => ({ value, label: FUND_USE_TEXT[value] }))}
          values={draft.uses}
          onChange={(chosen) => change({ uses: chosen })}
        />
        <Why form={form} of="uses" />
      </FieldFrame>
      <Field
        id="cap-payment"
        label="单次限额（元）"
        hint={needs('per-payment')}
        type="digit"
        error={errorOf('cap-payment')}
        value={draft.capPerPayment}
        onChange={(capPerPayment) => change({ capPerPayment })}
      />
      <Field
        id="cap-month"
        label="每月限额（元）"
        hint={needs('per-month')}
        type="digit"
        error={errorOf('cap-month')}
        value={draft.capPerMonth}
        onChange={(capPerMonth) => change({ capPerMonth })}
      />
      {asks !== undefined && asks.requiredLimits.length > 0 && <Why form={form} of="requiredLimits" />}
      {asksPlace(grant, asks) && (
        <View>
          <Field
            id="place"
            label="扣款顺位"
            hint="有几位家人帮TA付时先扣谁：1 表示先扣您的账户"
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

const UNTIL_OPTIONS = [
  { value: 'open', label: '长期' },
  { value: 'date', label: '到指定日期' },
] as const;

const errorIn =
  ({ errors }: TermsForm) =>
  (field: string): string | undefined =>
    errors.find((each) => each.field === field)?.text;
