import type { Fen, InsuranceState, Pot, PotBalance } from '@gongji/domain';
import { sql } from 'kysely';
import type { Reader } from './transaction';

/** Somebody with an account, as their own account page needs them: no more columns than that. */
export interface Holder {
  readonly regionCode: string;
  readonly insuranceState: InsuranceState;
  readonly pots: readonly PotBalance[];
  /** Has set a limit for all relatives together. */
  readonly limited: boolean;
}

interface PotRow {
  readonly holder_id: string;
  readonly region_code: string;
  readonly insurance_state: InsuranceState;
  readonly limited: boolean;
  readonly pot: Pot;
  readonly balance: Fen;
  readonly frozen: Fen;
}

/** One statement, so that a person's pots are of one moment; a person who is named twice is read once. Who has no account is not in it. */
export async function findHolders(reader: Reader, personIds: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  const { rows } = await sql<PotRow>`
    select a.holder_id, p.region_code, p.insurance_state, exists (select from shared_limits l where l.holder_id = p.id) limited, a.pot, a.balance, a.frozen
      from unnest(${[...new Set(personIds)]}::uuid[]) asked (id),
           lateral (select * from persons where persons.id = asked.id offset 0) p,
           lateral (select * from accounts where accounts.holder_id = p.id and accounts.kind = 'personal' offset 0) a`.execute(reader);
  const holders = new Map<string, Holder & { readonly pots: PotBalance[] }>();
  for (const { holder_id, region_code, insurance_state, limited, pot, balance, frozen } of rows) {
    const holder = holders.get(holder_id) ?? { regionCode: region_code, insuranceState: insurance_state, limited, pots: [] };
    holder.pots.push({ pot, balanceFen: balance, frozenFen: frozen });
    holders.set(holder_id, holder);
  }
  return holders;
}
