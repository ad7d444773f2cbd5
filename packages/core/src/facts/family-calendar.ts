import {
  type CalendarFacts,
  coverName,
  type FamilyCalendar,
  familyCalendar,
  OPEN_PREMIUM_STATES,
  shanghaiDate,
  yearOf,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findBindingsOfPerson } from '../store/binding.store';
import { factsOf, findPersons } from '../store/person.store';
import { findLivePayments, findPaymentsOfPayer, levyName } from '../store/premium.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { isVoiding } from './voiding';

export interface FoundCalendar extends FamilyCalendar {
  readonly people: ReadonlyMap<string, PersonRow>;
}

/** What one person's family has ahead, as of now. The page and the reminders ask here. */
export async function findFamilyCalendar(reader: Reader, deps: CoreDeps, readerId: string): Promise<FoundCalendar> {
  const today = shanghaiDate(deps.now());
  const bindings = (await findBindingsOfPerson(reader, readerId)).filter(({ state }) => state !== 'ended');
  const people = await findPersons(
    reader,
    bindings.flatMap(({ ownerId, relativeId }) => [ownerId, relativeId]),
  );
  const payments = await findPaymentsOfPayer(reader, { personId: readerId });
  const facts: CalendarFacts = {
    readerId,
    today,
    bindings: bindings.map((binding) => ({ ...binding, acceptBy: binding.acceptBy === null ? null : shanghaiDate(binding.acceptBy) })),
    people: new Map([...people].map(([id, row]) => [id, factsOf(row)])),
    payments: payments
      .filter(({ state }) => OPEN_PREMIUM_STATES.includes(state))
      .map((row) => ({
        id: row.id,
        personId: row.person_id,
        year: row.year,
        state: row.state,
        voidableUntil: isVoiding(row) ? null : row.voidable_until,
        askedAgainOn: row.next_check_at === null ? null : shanghaiDate(row.next_check_at),
      })),
    covered: await coveredBy(reader, [...people.values()], yearOf(today)),
    policyOf: ({ regionCode }) => deps.policies.policyFor(regionCode, today),
  };
  return { ...familyCalendar(facts), people };
}

/** Through this system, by whoever: what was paid elsewhere only the tax office knows, and a calendar does not ask it. */
async function coveredBy(reader: Reader, people: readonly PersonRow[], year: number): Promise<ReadonlySet<string>> {
  const places = people.flatMap(({ id, region_code: regionCode }) =>
    [year, year + 1].map((each) => ({ personId: id, year: each, regionCode })),
  );
  const live = await findLivePayments(reader, places);
  return new Set(places.filter((place) => live.has(levyName(place))).map((place) => coverName(place.personId, place.year)));
}
