import type { RuleReference } from '@gongji/contract';
import { fenText, FUND_USE_TEXT, FUND_USES, type RuleKind } from '@gongji/domain';
import { View } from '@tarojs/components';
import { AnyOf } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { RuleSource } from '@/shared/ui/rule-source';
import { SHARED_LABEL } from './add-text';
import type { AddRelative } from './use-add-relative';

/** What my account may pay, up to how much: what my region asks for is asked here, each with its source. */
export function FundTerms({ draft, errors, change, asked, policy, sharedLimit }: AddRelative) {
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  const ruleOf = (asks: RuleKind) => policy.answer?.rules.find(({ kind }) => kind === asks);
  const uses = ruleOf('uses');
  const asks = asked.asks;
  const required = asks?.requiredLimits ?? [];
  const capHint = (limit: 'per-payment' | 'per-month') => (required.includes(limit) ? '您的参保地要求填写' : '不设限额请留空');
  return (
    <View>
      <FieldFrame id="uses" label="可以付什么" error={errorOf('uses')}>
        <AnyOf
          label="可以付什么"
          options={FUND_USES.map((use) => {
            const off = asks !== undefined && !asks.uses.includes(use);
            return { value: use, label: FUND_USE_TEXT[use], off, ...(off ? { note: '您的参保地没有把这一项列入' } : {}) };
          })}
          values={draft.uses}
          onChange={(chosen) => change({ uses: chosen })}
        />
        {uses !== undefined && <RuleSource rule={uses} />}
      </FieldFrame>
      <Field
        id="cap-payment"
        label="单次限额（元）"
        hint={capHint('per-payment')}
        type="digit"
        error={errorOf('cap-payment')}
        value={draft.capPerPayment}
        onChange={(capPerPayment) => change({ capPerPayment })}
      />
      <Field
        id="cap-month"
        label="每月限额（元）"
        hint={capHint('per-month')}
        type="digit"
        error={errorOf('cap-month')}
        value={draft.capPerMonth}
        onChange={(capPerMonth) => change({ capPerMonth })}
      />
      {(required.includes('per-payment') || required.includes('per-month')) && <Source rule={ruleOf('requiredLimits')} />}
      {sharedLimit !== undefined && (sharedLimit.required || sharedLimit.kind !== 'limit') && (
        <View>
          <Field
            id="shared-limit"
            label={`${SHARED_LABEL[sharedLimit.kind]}（元）`}
            hint={`${sharedLimit.text}${sharedLimit.limitFen === null ? '' : `现在是 ${fenText(sharedLimit.limitFen)}，不改请留空。`}`}
            type="digit"
            error={errorOf('shared-limit')}
            value={draft.sharedLimit}
            onChange={(limit) => change({ sharedLimit: limit })}
          />
          {sharedLimit.rules.map((rule) => (
            <Source key={rule.kind} rule={rule} />
          ))}
        </View>
      )}
      {asks?.placeRequired === true && (
        <View>
          <Field
            id="place"
            label="扣款顺位"
            hint="您排在这位家人的第几位共济人：1 表示先扣您的账户，最多 9"
            type="number"
            maxLength={1}
            error={errorOf('place')}
            value={draft.place}
            onChange={(place) => change({ place })}
          />
          <Source rule={ruleOf('deductionOrder')} />
        </View>
      )}
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
