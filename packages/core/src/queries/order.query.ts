import { AppError, shanghaiDate, stands, usableGrant, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { decideEnding } from '../facts/ending';
import { sharedLimitIn } from '../facts/shared-limit';
import { sponsorsInOrder } from '../facts/sponsors';
import { findBindingsOfRelatives, type StoredBinding } from '../store/binding.store';
import { noteLooks } from '../store/look.store';
import { findChosenOrder } from '../store/order.store';
import { cardAsOf, cardOf, factsOf, findPerson, findPersons } from '../store/person.store';
import { findStoredLimits } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { PersonRow } from '../store/tables';
import type { DeductionOrder } from '../views/binding-view';
import { ruleReference } from '../views/rule-reference';

/** Whose account pays for a person after their own, and in which order. */
export async function readDeductionOrder(deps: CoreDeps, personId: string): Promise<DeductionOrder> {
  const person = await findPerson(deps.db, personId);
  if (person === undefined) throw new AppError('PERSON_NOT_ENROLLED');
  const policy = deps.policies.policyFor(person.region_code, shanghaiDate(deps.now()));
  if (policy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const found = await findBindingsOfRelatives(deps.db, [personId]);
  const bindings = sponsorsInOrder(policy, found, await findChosenOrder(deps.db, personId));
  const rule = policy.rule('deductionOrder');
  return {
    sponsors: await sponsorsOf(deps, person, bindings),
    mine: rule?.value === 'set-by-user',
    rule: rule === undefined ? null : ruleReference(rule),
  };
}

async function sponsorsOf(deps: CoreDeps, person: PersonRow, bindings: readonly StoredBinding[]): Promise<DeductionOrder['sponsors']> {
  const on = shanghaiDate(deps.now());
  const ownerIds = bindings.map((binding) => binding.ownerId);
  const people = await findPersons(deps.db, ownerIds);
  const limits = await findStoredLimits(deps.db, ownerIds);
  const spent = await findSpentInMonth(
    deps.db,
    bindings.map((binding) => binding.id),
    on,
  );
  const known = await findKnown(deps.db, deps, [person.id]);
  const looker = { kind: 'person', id: person.id } as const;
  await noteLooks(
    deps,
    bindings.map(({ id, ownerId }) => ({ holderId: ownerId, looker, what: 'card', subjectId: id })),
  );
  return bindings.flatMap((binding) => {
    const sponsor = people.get(binding.ownerId);
    const policy = sponsor === undefined ? undefined : deps.policies.policyFor(sponsor.region_code, on);
    const funds = binding.grants.find((grant) => grant.kind === 'share-funds');
    if (sponsor === undefined || policy === undefined || funds === undefined) return [];
    const limit = sharedLimitIn(policy, limits.get(sponsor.id));
    const isEnding = decideEnding(deps, binding, { owner: sponsor, relative: person }).ok;
    const facts = {
      binding,
      isEnding,
      sponsor: factsOf(sponsor),
      user: factsOf(person),
      on,
      spentThisMonthFen: spent.get(binding.id) ?? ZERO,
    };
    const asked = { ...facts, sharedLimitFen: limit.limitFen, sharedSpentFen: limit.spentFen };
    const usable = funds.uses.some((use) => usableGrant({ ...asked, use }).usable);
    const mark = known.markOf(person.id, sponsor.id);
    const regionCode = binding.ownerRegionCode;
    const card = stands(binding.state) ? cardOf(deps, sponsor, mark) : cardAsOf(deps, sponsor, { mark, regionCode });
    return [{ bindingId: binding.id, sponsor: card, place: funds.place, usable }];
  });
}
