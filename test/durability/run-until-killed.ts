import { randomBytes, randomUUID } from 'node:crypto';
import { type CoreDeps, databaseOf, enrolPeople, migrate, openPglite, runDueJobs } from '@gongji/core';
import { fen } from '@gongji/domain';
import { runsIn } from '../support/account-runs';
import { brokenAccounts, describePerson, MONDAY, totalOfEverything } from '../support/core-lab';
import { openRegisterDesk } from '../support/register-desk';
import { shippedPolicyBook } from '../support/rule-pack-files';
import { openTaxDesk } from '../support/tax-desk';

// A process that goes through all accounts of a durable PGlite folder, and is killed in the middle: `prepare` enrols, `run` credits and switches.

const [folder = '', mode = '', count = '0'] = process.argv.slice(2);
const NEW_YEAR = new Date('2027-01-01T02:00:00Z');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const pool = await openPglite({ folder, durable: true });
await migrate(pool);
const register = openRegisterDesk();
const deps: CoreDeps = {
  pool,
  db: databaseOf(pool),
  now: () => (mode === 'prepare' ? MONDAY : NEW_YEAR),
  newId: randomUUID,
  randomBytes,
  policies: shippedPolicyBook(),
  keys: { certificateKey: Buffer.alloc(32, 1), certificateIndexKey: Buffer.alloc(32, 2), ledgerKey: Buffer.alloc(32, 3) },
  taxOffice: openTaxDesk(),
  insuranceRegister: register,
};

/** The same people in every process: the file of a month does not change. */
const people = Array.from({ length: Number(count) }, (_, index) => {
  const certificateNumber = `A${String(index).padStart(9, '0')}`;
  return { ...describePerson(), certificateNumber, account: { currentYearFen: fen(100), carriedOverFen: fen(0) } };
});

if (mode === 'prepare') {
  for (let start = 0; start < people.length; start += 100) await enrolPeople(deps, people.slice(start, start + 100));
  say('prepared');
} else {
  for (const [index, month] of ['2026-12', '2027-01'].entries())
    register.publish(
      month,
      people.map((person) => [person, index + 1]),
    );
  say('running');
  await runDueJobs(deps);
  const { rows } = await pool.query<{ pot: string; low: number; high: number }>(
    "select pot, min(balance) low, max(balance) high from accounts where kind = 'personal' group by pot order by pot",
  );
  const whole = (await brokenAccounts(pool)).length === 0 && (await totalOfEverything(pool)) === 0;
  const runs = await runsIn({ pool } as Parameters<typeof runsIn>[0]);
  say(`finished ${JSON.stringify({ runs, pots: rows, whole })}`);
}
await pool.end();
