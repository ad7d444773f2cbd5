import { Socket } from 'node:net';
import type { Pool } from '@gongji/core';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database';

// How statements leave for a PostgreSQL server: each piece that comes there wakes it, and its answer wakes us.

let database: FreshDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = database.openPool(1);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('statements that are asked for at once', () => {
  it('leave in one piece, and each has its own answer', async () => {
    const client = await pool.connect();
    const ask = async (number: number) => (await client.query('select $1::int as number', [number])).rows;
    await ask(0);
    const pieces = jest.spyOn(Socket.prototype, '_writev');
    expect(await Promise.all([1, 2, 3].map(ask))).toEqual([[{ number: 1 }], [{ number: 2 }], [{ number: 3 }]]);
    expect(pieces).toHaveBeenCalledTimes(1);
    pieces.mockRestore();
    client.release();
  });
});
