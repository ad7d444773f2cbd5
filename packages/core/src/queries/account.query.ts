import {
  addFen,
  decided,
  type Fen,
  fenText,
  type Pot,
  potOrderOf,
  type PotBalance,
  POTS,
  refused,
  type RegionPolicy,
  type RuleValues,
  setAsideFen,
  shanghaiDate,
  shareableOf,
  shareableSteps,
  sharedLeft,
  sharedLimitKind,
  subtractFen,
  sumOfSteps,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { sharedLimitIn } from '../facts/shared-limit';
import { type Command, one } from '../outcome';
import { gatherReads } from '../request-lists/gather';
import { findHolders, type Holder } from '../store/holder.store';
import { findStoredLimits, type StoredLimit } from '../store/shared-limit.store';
import type { AccountView } from '../views/account-view';
import { ruleReference } from '../views/rule-reference';

/** Balances by pot, and what relatives may use of them under the region's rule. ACCOUNT_NOT_FOUND for who has no account. */
export const readAccount = one<string, AccountView>((deps, personIds) => findAccountViews(deps, personIds));

/** Those who wait for the same moment's answers are answered by the same statement, and by a second one where a limit was set. */
const findAccountViews: Command<string, AccountView> = gatherReads(async (deps, personIds) => {
  const holders = await findHolders(deps.db, personIds);
  const limited = personIds.filter((personId) => holders.get(personId)?.limited);
  const limits = await findStoredLimits(deps.db, limited);
  return personIds.map((personId) => {
    const holder = holders.get(personId);
    return holder === undefined ? refused('ACCOUNT_NOT_FOUND') : decided(viewOf(deps, holder, limits.get(personId)));
  });
});

function viewOf(deps: CoreDeps, holder: Holder, limit: StoredLimit | undefined): AccountView {
  const pots = inOrder(holder.pots);
  const policy = deps.policies.policyFor(holder.regionCode, shanghaiDate(deps.now()));
  const rule = policy?.rule('shareable');
  const { steps, text } = policy === undefined || rule === undefined ? UNKNOWN : shareOf({ holder, pots, policy, rule: rule.value, limit });
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
    shareableText: text,
  };
}

interface Share {
  readonly steps: ReturnType<typeof shareableSteps>;
  readonly text: string;
}

const UNKNOWN: Share = { steps: [], text: '没有查到这个地区关于共济余额的规定，暂按不能共济处理。' };

interface Sharing {
  readonly holder: Holder;
  readonly pots: readonly PotBalance[];
  readonly policy: RegionPolicy;
  readonly rule: RuleValues['shareable'];
  readonly limit: StoredLimit | undefined;
}

function shareOf({ holder, pots, policy, rule, limit }: Sharing): Share {
  const facts = sharedLimitIn(policy, limit);
  const shared = { pots, rule, potOrder: potOrderOf(policy), sharedLeftFen: sharedLeft(facts) };
  const limitLeftFen = sharedLimitKind(policy) === 'limit' ? shared.sharedLeftFen : null;
  const { text, shareableFen } = shareableOf(shared);
  const sealed = holder.insuranceState !== 'normal';
  return {
    steps: shareableSteps({ ...shared, limitLeftFen, sealed }),
    // What the rule would allow of it is no help to whoever cannot use any.
    text: sealed ? SEALED_TEXT : text + asideText(setAsideFen(policy, facts)) + limitText(limitLeftFen, shareableFen),
  };
}

const SEALED_TEXT = '职工医保不是正常参保，账户已封存，恢复参保前不能用于家人共济。';

const asideText = (asideFen: Fen): string => (asideFen > 0 ? `其中 ${fenText(asideFen)} 留给亲属，您自己暂时不能用。` : '');

/** Without it the rule would promise more than the sum above it. */
const limitText = (leftFen: Fen | null, shareableFen: Fen): string =>
  leftFen !== null && leftFen < shareableFen ? `全体亲属共用限额还剩 ${fenText(leftFen)}。` : '';

const inOrder = (pots: readonly PotBalance[]): { pot: Pot; balanceFen: Fen; frozenFen: Fen }[] =>
  POTS.flatMap((pot) => pots.filter((each) => each.pot === pot));
