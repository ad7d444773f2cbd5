import { randomBytes, randomUUID } from 'node:crypto';
import { type CoreDeps, databaseOf, openPostgres, runDueJobs } from '@gongji/core';
import { taxOfficeAt } from '../../apps/bff/src/outside/tax-office';
import { openRegisterDesk } from '../support/register-desk';
import { shippedPolicyBook } from '../support/rule-pack-files';

// A process that runs what is due at the month's end, and dies by SIGKILL at its n-th statement, before or after that reached the server. One that lives says how many
// statements it sent.

const [url = '', taxUrl = '', now = '', statement = '0', moment = 'before'] = process.argv.slice(2);

const pool = openPostgres({ url, connections: 4 });
const fatal = Number(statement);
let sent = 0;
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('unreachable');
};

const deps: CoreDeps = {
  pool,
  db: databaseOf({
    ...pool,
    connect: async () => {
      const client = await pool.connect();
      return {
        ...client,
        query: async (text, values) => {
          sent += 1;
          if (sent === fatal && moment === 'before') die();
          const answer = client.query(text, values);
          // It has left this process; what becomes of it nobody here hears.
          if (sent === fatal) setImmediate(die);
          return answer as never;
        },
      };
    },
  }),
  now: () => new Date(now),
  newId: randomUUID,
  randomBytes,
  policies: shippedPolicyBook(),
  keys: { certificateKey: Buffer.alloc(32, 1), certificateIndexKey: Buffer.alloc(32, 2), ledgerKey: Buffer.alloc(32, 3) },
  taxOffice: taxOfficeAt(taxUrl),
  insuranceRegister: openRegisterDesk(),
};

await runDueJobs(deps);
await pool.end();
process.stdout.write(String(sent));
