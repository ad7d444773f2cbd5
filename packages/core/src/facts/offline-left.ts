import { atLeastZero, type Fen, shanghaiDate, subtractFen, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findOfflineSpent } from '../store/device.store';
import { findPersons } from '../store/person.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { offlineRuleOf } from './offline-rule';

/** Of each person with an offline code among these: what accounts may still pay today on such codes. Nothing where the region has none any more. */
export async function findOfflineLeft(
  reader: Reader,
  deps: CoreDeps,
  codes: readonly InsuranceCodeRow[],
): Promise<ReadonlyMap<string, Fen>> {
  const holderIds = codes.filter((code) => code.offline_key_id !== null).map((code) => code.holder_id);
  if (holderIds.length === 0) return new Map();
  const people = await findPersons(reader, holderIds);
  const spent = await findOfflineSpent(reader, holderIds, shanghaiDate(deps.now()));
  return new Map(
    Array.from(people.values(), (person) => {
      const most = offlineRuleOf(deps, person)?.value.mostFenPerDay ?? ZERO;
      return [person.id, atLeastZero(subtractFen(most, spent.get(person.id) ?? ZERO))];
    }),
  );
}
