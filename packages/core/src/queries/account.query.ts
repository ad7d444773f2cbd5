import {
  addFen,
  AppError,
  type Fen,
  fenText,
  type Pot,
  potOrderOf,
  type PotBalance,
  setAsideFen,
  shanghaiDate,
  shareableOf,
  shareableSteps,
  sharedLeft,
  sharedLimitKind,
  subtractFen,
  sumOfSteps,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { sharedLimitIn } from '../facts/shared-limit';
import { findAccounts, potsOf } from '../store/ledger.store';
import { findPerson } from '../store/person.store';
import { findStoredLimits } from '../store/shared-limit.store';
import type { AccountView } from '../views/account-view';
import { ruleReference } from '../views/rule-reference';

/** Balances by pot, and what relatives may use of them under the region's rule. */
export async function readAccount(deps: CoreDeps, personId: string): Promise<AccountView> {
  const person = await findPerson(deps.db, personId);
  const accounts = await findAccounts(deps.db, [personId]);
  if (person === undefined || accounts.length === 0) throw new AppError('ACCOUNT_NOT_FOUND');
  const pots = inOrder(potsOf(accounts, personId));
  const policy = deps.policies.policyFor(person.region_code, shanghaiDate(deps.now()));
  const rule = policy?.rule('shareable');

  const facts = policy === undefined ? undefined : sharedLimitIn(policy, (await findStoredLimits(deps.db, [personId])).get(personId));
  const shareable =
    policy === undefined || rule === undefined || facts === undefined
      ? undefined
      : shareableOf({ pots, rule: rule.value, potOrder: potOrderOf(policy), sharedLeftFen: sharedLeft(facts) });
  const steps =
    policy === undefined || rule === undefined || facts === undefined
      ? []
      : shareableSteps({
          pots,
          rule: rule.value,
          potOrder: potOrderOf(policy),
          sharedLeftFen: sharedLeft(facts),
          limitLeftFen: sharedLimitKind(policy) === 'limit' ? sharedLeft(facts) : null,
          sealed: person.insurance_state !== 'normal',
        });
  const asideFen = policy === undefined || facts === undefined ? ZERO : setAsideFen(policy, facts);
  const balanceFen = addFen(...pots.map((pot) => pot.balanceFen));
  const frozenFen = addFen(...pots.map((pot) => pot.frozenFen));
  return {
    pots,
    balanceFen,
    frozenFen,
    availableFen: subtractFen(balanceFen, frozenFen),
    shareableFen: sumOfSteps(steps),
    shareableSteps: [...steps],
    shareableRule: rule === undefined ? null : ruleReference(rule),
    shareableText: shareable === undefined ? UNKNOWN_TEXT : shareable.text + asideText(asideFen),
  };
}

const UNKNOWN_TEXT = '没有查到这个地区关于共济余额的规定，暂按不能共济处理。';

const asideText = (asideFen: Fen): string => (asideFen > 0 ? `其中 ${fenText(asideFen)} 留给亲属，您自己暂时不能用。` : '');

const inOrder = (pots: readonly PotBalance[]): { pot: Pot; balanceFen: Fen; frozenFen: Fen }[] =>
  [...pots].sort((a) => (a.pot === 'currentYear' ? -1 : 1));
