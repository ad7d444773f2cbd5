import pg from 'pg';

// The books after a round: what was acknowledged is there, and no money came or went.

interface Books {
  readonly balances: string;
  readonly frozen: string;
  readonly open_holds: string;
  readonly payments: number;
  readonly settlements: number;
  readonly settled_fen: string;
  readonly paid_fen: string;
  /** Accounts whose frozen part is not the sum of their open holds. */
  readonly broken: number;
  /** Movements that are not one entry of the account that gives. */
  readonly unbooked: number;
}

const READ = `
  with holds as (select t.* from transfers t where t.kind = 'pending' and not exists (select from transfers r where r.pending_id = t.id)),
       by_account as (select from_account_id id, sum(amount) amount from holds group by 1)
  select (select sum(balance) from accounts where kind = 'personal')::text balances,
         (select sum(frozen) from accounts where kind = 'personal')::text frozen,
         (select coalesce(sum(amount), 0) from holds)::text open_holds,
         (select count(*)::int from premium_payments) payments,
         (select coalesce(sum(amount_fen), 0) from premium_payments)::text paid_fen,
         (select count(*)::int from settlements) settlements,
         (select coalesce(sum(account_fen), 0) from settlements)::text settled_fen,
         (select count(*)::int from by_account h join accounts a using (id) where a.frozen <> h.amount) broken,
         (select count(*)::int from holds h left join entries e on e.transfer_id = h.id and e.account_id = h.from_account_id where e.frozen_delta is distinct from h.amount) unbooked`;

/** How many of each were acknowledged. */
export interface Acknowledged {
  readonly payments?: number;
  readonly settlements?: number;
}

export interface Bookkeeper {
  /** Throws when what happened since the last look is not that many payments and settlements and nothing else. */
  readonly check: (round: string, acknowledged: Acknowledged) => Promise<void>;
}

export async function openBooks(url: string): Promise<Bookkeeper> {
  let before = await readBooks(url);
  return {
    check: async (round, acknowledged) => {
      const after = await readBooks(url);
      const wrong = findWrong(before, after, acknowledged);
      if (wrong.length > 0) throw new Error(`the books do not add up after ${round}: ${wrong.join('; ')}`);
      before = after;
    },
  };
}

function findWrong(before: Books, after: Books, { payments = 0, settlements = 0 }: Acknowledged): string[] {
  const made = { payments: after.payments - before.payments, settlements: after.settlements - before.settlements };
  const settled = BigInt(after.settled_fen) - BigInt(before.settled_fen);
  return [
    BigInt(before.balances) - BigInt(after.balances) === settled
      ? []
      : `the balances were ${before.balances} and are ${after.balances}, ${settled} was settled`,
    after.frozen === after.open_holds ? [] : `${after.frozen} is frozen, ${after.open_holds} is held`,
    after.frozen === after.paid_fen ? [] : `${after.frozen} is frozen for payments of ${after.paid_fen}`,
    made.payments === payments ? [] : `${payments} payments were acknowledged, ${made.payments} were made`,
    made.settlements === settlements ? [] : `${settlements} settlements were acknowledged, ${made.settlements} were made`,
    after.broken === 0 ? [] : `${after.broken} accounts hold something else than their holds`,
    after.unbooked === 0 ? [] : `${after.unbooked} holds have no entry of their amount`,
  ].flat();
}

/** A connection without the core's settings: these statements read whole tables. */
async function readBooks(url: string): Promise<Books> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Books>(READ);
    return rows[0] as Books;
  } finally {
    await client.end();
  }
}
