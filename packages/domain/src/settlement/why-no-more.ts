import { sumOfPots } from '../account/shareable';
import { addFen, type Fen, fenText } from '../money';
import { type Deduction, type Payer, withinDay } from './deduct';
import { SKIP_TEXT } from './skip-reason';

/** Why each payer who pays does not pay more although more was needed; null where nothing was needed any more, or nothing was paid. In the order of the legs. */
export function whyNoMore(needFen: Fen, payers: readonly Payer[], { legs }: Deduction): readonly (string | null)[] {
  const byId = new Map([...payers].reverse().map((payer) => [payer.payerId, payer]));
  let [paid, shared] = [addFen(), addFen()];
  return legs.map((leg) => {
    paid = addFen(paid, leg.amountFen);
    const payer = byId.get(leg.payerId);
    const before = shared;
    if (!leg.own) shared = addFen(shared, leg.amountFen);
    if (payer === undefined || leg.amountFen <= 0 || paid >= needFen) return null;
    const { capFen } = payer;
    const today = withinDay(payer, before).capFen;
    if (today !== null && today !== capFen && today < sumOfPots(payer.pots)) return SKIP_TEXT['day-limit-used'];
    if (capFen !== null && capFen < sumOfPots(payer.pots)) return `本次最多 ${fenText(capFen)}（单次、本月和共用限额里剩得最少的）`;
    return leg.own ? '本人账户能用的都用了' : '可共济的余额都用了';
  });
}
