import { sql } from 'kysely';
import type { Pool } from './pool';
import { databaseOf, inTransaction } from './transaction';

describe('a transaction', () => {
  it('refuses a statement that nobody waited for, which would run outside of it', async () => {
    const sent: string[] = [];
    const query = async (text: string) => {
      sent.push(text);
      return { rows: [], rowCount: 0, command: '' };
    };
    const db = databaseOf({ connect: async () => ({ query, release: () => undefined }) } as unknown as Pool);
    const late = await inTransaction(db, async (tx) => () => sql`select 1`.execute(tx));
    await expect(late()).rejects.toThrow('after the end of its transaction');
    expect(sent).not.toContain('select 1');
  });
});
