import type { FundUse } from './binding/grant';
import type { Refused } from './decision';
import { type ErrorCode, errorNextStep, errorText } from './errors';
import { RULE_KIND_TEXT } from './policy/rule-kinds';
import type { RegionPolicy, RegionRule, RuleKind } from './policy/rules';
import type { SkipReason } from './settlement/skip-reason';

/** One thing that is looked at. The same checks decide (the first refusal counts) and explain (all are told). */
export interface Check<Q, C extends ErrorCode = ErrorCode> {
  /** What is looked at, as a heading. */
  readonly title: string;
  /** The kind of rule it rests on and whose region's; none: it does not depend on the region. */
  readonly rule?: { readonly kind: RuleKind; readonly policy: (question: Q) => RegionPolicy };
  /** Not asked where it does not matter. */
  readonly applies?: (question: Q) => boolean;
  readonly refuse: (question: Q) => Refused<C> | undefined;
  /** Said in an explanation where the catalogue's sentence, which tells a stranger nothing, is too little for the two sides. */
  readonly why?: (question: Q) => Said;
  /** One sentence where nothing stands in the way. */
  readonly ok: (question: Q) => string;
}

export interface Said {
  readonly text: string;
  readonly nextStep: string;
}

export interface CheckResult {
  readonly title: string;
  /** unknown: nobody published the rule; the text says what is done instead. */
  readonly result: 'ok' | 'no' | 'unknown';
  readonly code: ErrorCode | SkipReason | null;
  readonly text: string;
  readonly nextStep: string | null;
  readonly rule: RegionRule | null;
}

/** Before binding: may it be bound, shown, shared. After it: can it be shown, and can each use be paid. */
export type Topic = 'bind' | 'show-code' | 'share-funds' | FundUse;

/** "Why can it be used, why not" for one thing that a person wants to do. */
export interface Explanation {
  readonly about: Topic;
  readonly question: string;
  readonly usable: boolean;
  readonly checks: readonly CheckResult[];
}

export function firstRefusal<Q, C extends ErrorCode>(checks: readonly Check<Q, C>[], question: Q): Refused<C> | undefined {
  for (const check of checks) {
    const refusal = check.applies?.(question) === false ? undefined : check.refuse(question);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

interface Asked<Q> {
  readonly about: Topic;
  readonly question: string;
  readonly checks: readonly Check<Q>[];
}

/** Looks at everything, also behind the first refusal, so that a person mends it all in one go. */
export const lookAt = <Q>(checks: readonly Check<Q>[], asked: Q): readonly CheckResult[] =>
  checks.filter((check) => check.applies?.(asked) !== false).map((check) => resultOf(check, asked));

export function explain<Q>({ about, question, checks }: Asked<Q>, asked: Q): Explanation {
  const results = lookAt(checks, asked);
  return { about, question, usable: results.every(({ result }) => result !== 'no'), checks: results };
}

function resultOf<Q>(check: Check<Q>, asked: Q): CheckResult {
  const { title } = check;
  const rule = check.rule === undefined ? undefined : check.rule.policy(asked).rule(check.rule.kind);
  const refusal = check.refuse(asked);
  if (refusal !== undefined) {
    const { code, facts } = refusal;
    const said = check.why?.(asked) ?? { text: errorText(code, facts), nextStep: errorNextStep(code, facts) };
    return { title, result: 'no', code, ...said, rule: rule ?? null };
  }
  if (check.rule !== undefined && rule === undefined) {
    const text = `未查到公开规定。${RULE_KIND_TEXT[check.rule.kind].whenUnknown}`;
    return { title, result: 'unknown', code: null, text, nextStep: null, rule: null };
  }
  return { title, result: 'ok', code: null, text: check.ok(asked), nextStep: null, rule: rule ?? null };
}
