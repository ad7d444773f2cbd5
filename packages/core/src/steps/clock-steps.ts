import { type BindingStep, decideExpiry, decideOfAge, decideRunOut, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { decideEnding } from '../facts/ending';
import type { StoredBinding } from '../store/binding.store';
import { markChecked } from '../store/due-binding.store';
import { stepBinding } from '../store/grant.store';
import { factsOf, findPersons } from '../store/person.store';
import { findOpenPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { BindingAction } from '../texts/binding-notices';
import { tellBothSides } from './tell-both-sides';

/** Answers whether anything changed. The binding is locked. */
type ClockStep = (tx: Tx, deps: CoreDeps, binding: StoredBinding) => Promise<boolean>;

const expireInvitation: ClockStep = async (tx, deps, binding) => {
  const decision = decideExpiry({ binding, acceptBy: binding.acceptBy, now: deps.now() });
  return decision.ok && (await write(tx, deps, { binding, step: decision.value, action: 'binding-expired' }));
};

/** A grant ends after its last day; fund sharing waits for a payment that is under way. */
const endPastGrants: ClockStep = async (tx, deps, binding) => {
  const openPaymentCount = (await findOpenPayments(tx, [binding.id])).length;
  const decision = decideRunOut({ binding, openPaymentCount, today: shanghaiDate(deps.now()) });
  return decision.ok && (await write(tx, deps, { binding, step: decision.value, action: 'binding-ran-out' }));
};

const isPaying = async (tx: Tx, binding: StoredBinding): Promise<boolean> => (await findOpenPayments(tx, [binding.id])).length > 0;

const askOfAge: ClockStep = async (tx, deps, binding) => {
  const relative = (await findPersons(tx, [binding.relativeId])).get(binding.relativeId);
  if (relative === undefined) return false;
  const now = deps.now();
  const relativePolicy = deps.policies.policyFor(relative.region_code, shanghaiDate(now));
  const decision = decideOfAge({ binding, relative: factsOf(relative), relativePolicy, now });
  if (!decision.ok) return false;
  const { acceptBy, ...step } = decision.value;
  return write(tx, deps, { binding, step, acceptBy, action: 'grant-came-of-age' });
};

/** What waits for a payment is looked at again until it is finished. */
const endItself: ClockStep = async (tx, deps, binding) => {
  if (!binding.toCheck) return false;
  const people = await findPersons(tx, [binding.ownerId, binding.relativeId]);
  const [owner, relative] = [people.get(binding.ownerId), people.get(binding.relativeId)];
  if (owner === undefined || relative === undefined) return false;
  const decision = decideEnding(deps, binding, { owner, relative });
  if (decision.ok && (await isPaying(tx, binding))) return false;
  await markChecked(tx, deps, binding.id);
  return decision.ok && write(tx, deps, { binding, step: decision.value, action: 'binding-ended-itself' });
};

interface Written {
  readonly binding: StoredBinding;
  readonly step: BindingStep;
  readonly action: BindingAction;
  readonly acceptBy?: Date;
}

async function write(tx: Tx, deps: CoreDeps, { binding, action, ...taken }: Written): Promise<true> {
  await stepBinding(tx, deps, { binding, ...taken, actorId: null });
  await writeAudit(tx, deps, [{ holderId: binding.ownerId, actor: { kind: 'job' }, action, subjectId: binding.id }]);
  await tellBothSides(tx, deps, { binding, action, actorId: null, kinds: taken.step.grants.map(({ kind }) => kind) });
  return true;
}

/** In this order: what has ended cannot be asked for any more. */
export const CLOCK_STEPS: readonly ClockStep[] = [expireInvitation, endPastGrants, endItself, askOfAge];
