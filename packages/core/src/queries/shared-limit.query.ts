import {
  AppError,
  mostSharedLimit,
  needsSharedLimit,
  type RuleKind,
  shanghaiDate,
  sharedLeft,
  type SharedLimitKind,
  sharedLimitKind,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findAvailable } from '../facts/binding-wish';
import { sharedLimitIn } from '../facts/shared-limit';
import { findAccounts } from '../store/ledger.store';
import { findPerson } from '../store/person.store';
import { findStoredLimits } from '../store/shared-limit.store';
import type { SharedLimit } from '../views/binding-view';
import { ruleReference } from '../views/rule-reference';

/** The owner's limit for all relatives together, what was taken of it, and the most that it can be set to now. */
export async function readSharedLimit(deps: CoreDeps, personId: string): Promise<SharedLimit> {
  const person = await findPerson(deps.db, personId);
  if (person === undefined || (await findAccounts(deps.db, [personId])).length === 0) throw new AppError('ACCOUNT_NOT_FOUND');
  const policy = deps.policies.policyFor(person.region_code, shanghaiDate(deps.now()));
  if (policy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const kind = sharedLimitKind(policy);
  const facts = sharedLimitIn(policy, (await findStoredLimits(deps.db, [personId])).get(personId));
  return {
    kind,
    ...facts,
    leftFen: sharedLeft(facts),
    mostFen: mostSharedLimit({ ...facts, policy, availableFen: await findAvailable(deps.db, personId) }),
    required: needsSharedLimit(policy),
    text: KIND_TEXT[kind],
    rules: policy.rules.filter((rule) => RULES.includes(rule.kind)).map(ruleReference),
  };
}

const RULES: readonly RuleKind[] = ['shareable', 'requiredLimits'];

const KIND_TEXT: Readonly<Record<SharedLimitKind, string>> = {
  limit: '全体亲属加起来最多用这么多。钱仍在您的个人账户里，您自己用不受影响。',
  quota: '这部分留给亲属用，您自己暂时不能用。调低额度，或者全部亲属的家庭共济都结束后，没有用掉的部分恢复为您自己可用。',
  pool: '这部分划入家庭共济账户，只给亲属用，划入后不能调低。全部亲属的家庭共济都结束后，没有用掉的部分恢复为您自己可用。',
};
