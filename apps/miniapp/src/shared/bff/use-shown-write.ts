import type { Answer, RouteName } from '@gongji/contract';
import { addressOf, keepAnswer, presentVisit } from './answers';
import { useWrite, type Write } from './use-write';

type ReadingOf<W extends RouteName> = { readonly [N in RouteName]: Answer<W> extends Answer<N> ? N : never }[RouteName];
type ShownWrite = 'changeTerms' | 'voidPremium' | 'setDeductionOrder' | 'setSharedLimit' | 'setReminders' | 'closeComplaint';

/** The same thing, by the same id in the path. */
const READING: { readonly [W in ShownWrite]: ReadingOf<W> } = {
  changeTerms: 'binding',
  voidPremium: 'premiumPayment',
  setDeductionOrder: 'deductionOrder',
  setSharedLimit: 'sharedLimit',
  setReminders: 'familyCalendar',
  closeComplaint: 'complaint',
};

/** A write that answers what its page shows: shown from then on, also where the page cannot be read again. */
export function useShownWrite<W extends ShownWrite>(name: W): Write<W> {
  const write = useWrite(name);
  const submit: Write<W>['submit'] = async (options = {}) => {
    const askedIn = presentVisit();
    const outcome = await write.submit(options);
    const { path } = options;
    if (outcome?.kind === 'done') keepAnswer(addressOf(READING[name], path === undefined ? {} : { path }), outcome.answer, askedIn);
    return outcome;
  };
  return { ...write, submit };
}
