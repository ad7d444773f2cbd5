import type { PlainDate } from '@gongji/domain';
import type { Reader } from './transaction';

/** The first day of what a premium bought that was paid here, and is not given back; undefined: none was. */
export async function findBenefitStart(reader: Reader, personId: string, year: number): Promise<PlainDate | undefined> {
  const row = await reader
    .selectFrom('premium_payments')
    .select('benefit_starts_on')
    .where('person_id', '=', personId)
    .where('year', '=', year)
    .where('state', 'in', ['paid', 'posted', 'refunding'])
    .orderBy('benefit_starts_on')
    .limit(1)
    .executeTakeFirst();
  return row?.benefit_starts_on;
}
