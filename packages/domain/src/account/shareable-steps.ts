import { addFen, atLeastZero, type Fen, fenText, minFen, subtractFen, ZERO } from '../money';
import { POT_TEXT } from '../policy/rule-text';
import { ownPots, type ShareableRequest, shareableOf, sumOfPots } from './shareable';

/** One step from the balance to what relatives may use; what is taken off is below zero. */
export interface ShareableStep {
  readonly text: string;
  readonly amountFen: Fen;
}

export interface StepsRequest extends ShareableRequest {
  /** What is left of a limit to spending for all relatives together; null: none, or what is set aside counts instead. */
  readonly limitLeftFen: Fen | null;
  /** Not normally insured: nobody else may use the account (the share-funds checks refuse it). */
  readonly sealed: boolean;
}

/** From the balance to what relatives can use now, by the rule that decides it. The steps add up to the result; those that take nothing are left out. */
export function shareableSteps(request: StepsRequest): readonly ShareableStep[] {
  const { pots, limitLeftFen, sealed } = request;
  const balance = addFen(...pots.map((pot) => pot.balanceFen));
  const frozen = addFen(...pots.map((pot) => pot.frozenFen));
  const allowed = shareableOf(request).shareableFen;
  const within = limitLeftFen === null ? allowed : minFen(allowed, atLeastZero(limitLeftFen));
  const taken: readonly ShareableStep[] = [
    { text: '正在冻结', amountFen: subtractFen(ZERO, frozen) },
    { text: ruleStepText(request), amountFen: subtractFen(allowed, subtractFen(balance, frozen)) },
    { text: '超出全体亲属共用限额', amountFen: subtractFen(within, allowed) },
    { text: '职工医保不是正常参保，账户已封存', amountFen: sealed ? subtractFen(ZERO, within) : ZERO },
  ];
  return [{ text: '个人账户余额', amountFen: balance }, ...taken.filter(({ amountFen }) => amountFen < 0)];
}

/** What the rule keeps back. */
function ruleStepText({ rule, sharedLeftFen, pots, potOrder }: ShareableRequest): string {
  switch (rule.kind) {
    case 'all':
      return '';
    case 'above-floor':
      return `要留在账户里（最多 ${fenText(rule.floorFen)}）`;
    case 'carried-over-only':
      return `${POT_TEXT.currentYear}的余额不能共济`;
    case 'quota':
    case 'pool': {
      const name = rule.kind === 'quota' ? '共济额度' : '家庭共济账户';
      if (sharedLeftFen === null) return `还没有划入${name}`;
      return sharedLeftFen < sumOfPots(ownPots(pots, potOrder)) ? `没有划入${name}，或已经用掉` : `不在${name}里`;
    }
  }
}

export const sumOfSteps = (steps: readonly ShareableStep[]): Fen => addFen(...steps.map((step) => step.amountFen));
