import { type RegionRule, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { PersonRow } from '../store/tables';

/** What the region of the person whose code it is says of codes without network; undefined: it has none. */
export const offlineRuleOf = (deps: CoreDeps, person: Pick<PersonRow, 'region_code'>): RegionRule<'offlineCode'> | undefined =>
  deps.policies.policyFor(person.region_code, shanghaiDate(deps.now()))?.rule('offlineCode');
