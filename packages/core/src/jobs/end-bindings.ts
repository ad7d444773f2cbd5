import { addMonths, consentAgeIn, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findBinding, lockBindings } from '../store/binding.store';
import { type AskDue, DUE_PAGE, findDueBindingIds, findRegionsOfMinors } from '../store/due-binding.store';
import { inTransaction, type Tx } from '../store/transaction';
import { CLOCK_STEPS } from '../steps/clock-steps';
import { eachApart } from '../request-lists/each-apart';

/**
 * What the clock and the insurance register do to bindings: invitations that nobody answered, grants past their last day, birthdays, and what the rules end
 * when somebody moves, is no longer insured or dies. Each binding by itself, so that one does not hold up the rest.
 */
export async function endBindings(deps: CoreDeps): Promise<number> {
  const now = deps.now();
  const today = shanghaiDate(now);
  const due = { now, today, ofAge: await findAges(deps) };
  const failures: unknown[] = [];
  let changed = 0;
  let page: readonly string[];
  let after: AskDue['after'] = null;
  do {
    page = await findDueBindingIds(deps.db, { ...due, after });
    await eachApart(page, async (id) => {
      const steps = await inTransaction(deps.db, (tx) => stepOne(tx, deps, id));
      changed += steps;
    }).catch((error: unknown) => void failures.push(error));
    after = page[page.length - 1] ?? null;
  } while (page.length === DUE_PAGE);
  if (failures.length > 0) throw failures[0];
  return changed;
}

/** Regions set their own ages, so the day of birth is looked for region by region. */
async function findAges(deps: CoreDeps): Promise<AskDue['ofAge']> {
  const today = shanghaiDate(deps.now());
  return (await findRegionsOfMinors(deps.db)).map((regionCode) => ({
    regionCode,
    bornBy: addMonths(today, -12 * consentAgeIn(deps.policies.policyFor(regionCode, today))),
  }));
}

/** One step after the other, each on the binding as the step before has left it. */
async function stepOne(tx: Tx, deps: CoreDeps, id: string): Promise<number> {
  await lockBindings(tx, [id]);
  let changed = 0;
  for (const take of CLOCK_STEPS) {
    const binding = await findBinding(tx, id);
    if (binding !== undefined && binding.state !== 'ended') changed += (await take(tx, deps, binding)) ? 1 : 0;
  }
  return changed;
}
