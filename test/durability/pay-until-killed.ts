import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  databaseOf,
  migrate,
  one,
  openPglite,
  registerInstitutions,
  type CoreDeps,
  runDueJobs,
  settle,
  unbind,
  voidPremium,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { brokenAccounts, type CoreLab, enrol, enrolParent, HOSPITAL, MONDAY, newKey, totalOfEverything } from '../support/core-lab';
import { apply, bind, costOf, tokenFor } from '../support/core-steps';
import { openRegisterDesk } from '../support/register-desk';
import { shippedPolicyBook } from '../support/rule-pack-files';
import { openTaxDesk } from '../support/tax-desk';

// A process that pays on a durable PGlite folder and says what it has acknowledged, one line each, until somebody kills it. Before it
// begins, it checks that everything its predecessors acknowledged is there, and lets the jobs go on where they were.

const [folder = '', acknowledgedFile = ''] = process.argv.slice(2);

const open = async (): Promise<CoreLab> => {
  const pool = await openPglite({ folder, durable: true });
  await migrate(pool);
  const tax = openTaxDesk();
  const register = openRegisterDesk();
  const keys = { certificateKey: Buffer.alloc(32, 1), certificateIndexKey: Buffer.alloc(32, 2), ledgerKey: Buffer.alloc(32, 3) };
  const policies = shippedPolicyBook();
  const outside = { taxOffice: tax, insuranceRegister: register };
  const deps: CoreDeps = { pool, db: databaseOf(pool), now: () => MONDAY, newId: randomUUID, randomBytes, policies, keys, ...outside };
  const { institutionId } = await one(registerInstitutions)(deps, HOSPITAL);
  return {
    deps,
    tax,
    register,
    pool,
    url: null,
    institutionId,
    setClock: () => undefined,
    openProcess: () => deps,
    close: () => pool.end(),
  };
};

const FOUND: Readonly<Record<string, string>> = {
  settled: 'select 1 from settlements where id = $1',
  // Applied once, and whatever came of it later.
  applied: "select 1 from premium_payments where id = $1 and tax_number is not null and state <> 'failed'",
  voided: "select 1 from premium_payments where id = $1 and state = 'voided'",
  unbound: "select 1 from bindings where id = $1 and state = 'ended'",
};

const check = async ({ pool }: CoreLab): Promise<void> => {
  const lines = readFileSync(acknowledgedFile, 'utf8').split('\n').filter(Boolean);
  for (const line of lines) {
    const [what = '', id] = line.split(' ');
    const { rows } = await pool.query(FOUND[what] ?? 'unknown', [id]);
    if (rows.length !== 1) say(`lost ${line}`);
  }
  const broken = await brokenAccounts(pool);
  const total = await totalOfEverything(pool);
  if (broken.length > 0 || total !== 0) say(`broken ${JSON.stringify(broken)} ${total}`);
  say(`checked ${lines.length}`);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const payForever = async (lab: CoreLab): Promise<never> => {
  for (;;) {
    const son = await enrol(lab);
    const mother = await enrolParent(lab);
    const bindingId = await bind(lab, son, mother);
    for (let n = 0; n < 5; n += 1) {
      const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, mother), { totalFen: fen(100 + n) }));
      say(`settled ${settlementId}`);
    }
    const { paymentId } = await apply(lab, son, mother);
    say(`applied ${paymentId}`);
    const asked = { key: newKey(), actorId: son.personId };
    await one(voidPremium)(lab.deps, { ...asked, paymentId });
    say(`voided ${paymentId}`);
    await one(unbind)(lab.deps, { ...asked, key: newKey(), bindingId });
    say(`unbound ${bindingId}`);
  }
};

const lab = await open();
await runDueJobs(lab.deps);
await check(lab);
if (process.argv[4] === 'check-only') await lab.close();
else await payForever(lab);
