import type { Pool } from '@gongji/core';
import { type CoreLab, enrol, enrolParent } from '../support/core-lab';
import { bind, quote } from '../support/core-steps';
import { idInTurnSql, idSql, payerSql, type Round } from './rounds';

// Payers with accounts, and quotes that can be applied for: as many as one likes, each like one family that came in through the front door.

export interface Original {
  readonly payerId: string;
  readonly personId: string;
}

/** A pot of a thousand million yuan is never empty, and all of them together are still a bigint. */
const POT_FEN = 100_000_000_000;

/** The family that the others are copies of, with the price it was told. */
export async function makeOriginal(lab: CoreLab): Promise<Original> {
  const [payer, person] = [await enrol(lab), await enrolParent(lab)];
  await bind(lab, payer, person);
  await quote(lab, payer, person);
  return { payerId: payer.personId, personId: person.personId };
}

/** People with two pots each. */
export const copyPayers = (pool: Pool, { payerId }: Original, payers: number): Promise<unknown> =>
  Promise.all([
    inReplica(pool, [
      `insert into persons (${PERSON}) select ${idSql('payer', 'n')}, sha256(('payer' || n)::bytea), ${SAME}
         from persons, generate_series(1, ${payers}) n where id = '${payerId}'`,
    ]),
    inReplica(pool, [
      `insert into accounts (id, holder_id, kind, pot, balance, frozen, version, opened_at)
       select gen_random_uuid(), ${idSql('payer', 'n')}, 'personal', pot, ${POT_FEN}, 0, 0, now()
         from generate_series(1, ${payers}) n, unnest(array['currentYear', 'carriedOver']) pot`,
    ]),
  ]);

/** A relative, a binding with both grants and a quote for each premium of a round. The bindings of the rounds before are gone: families do not grow. */
export const copyQuotes = (pool: Pool, { payerId, personId }: Original, round: Round): Promise<unknown> => {
  const { name, count } = round;
  const bound = `b.holder_id = '${payerId}' and b.relative_id = '${personId}'`;
  return inReplica(pool, [
    `create temporary table copies on commit drop as
       select n, ${idSql('payer', payerSql(round, 'n'))} payer, ${idSql(`${name} person`, 'n')} person, ${idSql(`${name} binding`, 'n')} binding,
              ${idInTurnSql(`${name} quote`, 'n')} quote from generate_series(1::bigint, ${count}) n`,
    `delete from grants g using bindings b where b.id = g.binding_id and not (${bound})`,
    `delete from bindings b where not (${bound})`,
    `insert into persons (${PERSON}) select c.person, sha256(('${name}' || c.n)::bytea), ${SAME} from copies c, persons where id = '${personId}'`,
    `insert into bindings select (jsonb_populate_record(b, jsonb_build_object('id', c.binding, 'holder_id', c.payer, 'relative_id', c.person,
            'accept_by', null, 'invitation_hash', null))).* from copies c, bindings b where ${bound}`,
    `insert into grants select (jsonb_populate_record(g, jsonb_build_object('binding_id', c.binding, 'holder_id', c.payer))).*
       from copies c, grants g join bindings b on b.id = g.binding_id where ${bound}`,
    `insert into premium_quotes (id, holder_id, binding_id, person_id, made_at, expires_at, ${QUOTED})
     select c.quote, c.payer, c.binding, c.person, made_at, made_at + interval '1 day', ${QUOTED}
       from copies c, (select * from premium_quotes where holder_id = '${payerId}' limit 1) q`,
  ]);
};

const SAME = 'certificate_kind, certificate_sealed, name_sealed, birth_date, region_code, scheme, insurance_state, enrolled_at, changed_at';
const PERSON = `id, certificate_index, ${SAME}`;
const QUOTED = 'year, region_code, amount_fen, policy_version, levy, terms';

/** Copies of what the checks of the database have let in once: it need not check them again. */
async function inReplica(pool: Pool, statements: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    for (const statement of ['begin', 'set local session_replication_role = replica', ...statements, 'commit'])
      await client.query(statement);
  } finally {
    client.release();
  }
}
