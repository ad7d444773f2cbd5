import type { Pool } from '@gongji/core';
import type { CoreLab, Person } from './core-lab';

// What the runs through all accounts leave behind, for tests.

export interface Pots {
  readonly currentYear: number;
  readonly carriedOver: number;
  readonly frozen: number;
}

export async function potsIn(pool: Pool, { personId }: Person): Promise<Pots> {
  const { rows } = await pool.query<Pots>(
    `select coalesce(sum(balance) filter (where pot = 'currentYear'), 0)::bigint "currentYear",
            coalesce(sum(balance) filter (where pot = 'carriedOver'), 0)::bigint "carriedOver", coalesce(sum(frozen), 0)::bigint frozen
       from accounts where holder_id = $1`,
    [personId],
  );
  return rows[0] ?? { currentYear: -1, carriedOver: -1, frozen: -1 };
}

export async function runsIn({ pool }: CoreLab): Promise<readonly string[]> {
  const { rows } = await pool.query<{ run: string }>(
    `select concat_ws(' ', kind, period, done_count, passed_count, amount, case when finished_at is null then 'under way' else 'finished' end) run
       from account_runs order by kind, period`,
  );
  return rows.map(({ run }) => run);
}

export async function countOf({ pool }: CoreLab, what: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int n from ${what}`);
  return rows[0]?.n ?? -1;
}
