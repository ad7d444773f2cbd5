import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  applyPremium,
  databaseOf,
  ledgerReportText,
  migrate,
  one,
  openPglite,
  registerInstitutions,
  type CoreDeps,
  runDueJobs,
  settle,
  unbind,
  verifyLedger,
  voidPremium,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, HOSPITAL, MONDAY, newKey } from '../support/core-lab';
import { costOf } from '../support/core-steps';
import { bindMany, enrolMany, enrolParents, ofPerson, quoteMany, tokensFor } from '../support/many';
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

const check = async ({ deps, pool }: CoreLab): Promise<void> => {
  const lines = readFileSync(acknowledgedFile, 'utf8').split('\n').filter(Boolean);
  for (const line of lines) {
    const [what = '', id] = line.split(' ');
    const { rows } = await pool.query(FOUND[what] ?? 'unknown', [id]);
    if (rows.length !== 1) say(`lost ${line}`);
  }
  const report = await verifyLedger(deps);
  if (report.faultCount > 0) say(`broken ${ledgerReportText(report).replaceAll('\n', ' ')}`);
  say(`checked ${lines.length}`);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** So many tap at the same moment: what they ask for is one transaction, and a kill meets it whole. */
const AT_ONCE = 64;

const payForever = async (lab: CoreLab): Promise<never> => {
  for (;;) {
    const [owners, relatives] = [await enrolMany(lab, AT_ONCE), await enrolParents(lab, AT_ONCE)];
    const bindingIds = await bindMany(lab, { owners, relatives });
    const tokens = await tokensFor(lab, relatives.slice(0, 8));
    const requests = await quoteMany(lab, owners, relatives);
    await atOnce(tokens, async (token) => {
      const { settlementId } = await one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(100) }));
      say(`settled ${settlementId}`);
    });
    const paymentIds = await atOnce(requests, async (request) => {
      const { paymentId } = await one(applyPremium)(lab.deps, request);
      say(`applied ${paymentId}`);
      return paymentId;
    });
    await atOnce(paymentIds.slice(0, AT_ONCE / 4), async (paymentId, index) => {
      await one(voidPremium)(lab.deps, { key: newKey(), actorId: owners[index]?.personId ?? '', paymentId });
      say(`voided ${paymentId}`);
    });
    await atOnce(bindingIds.slice(0, AT_ONCE / 4), async (bindingId, index) => {
      await one(unbind)(lab.deps, ofPerson(owners[index], bindingId));
      say(`unbound ${bindingId}`);
    });
  }
};

const atOnce = <T, V>(list: readonly T[], work: (each: T, index: number) => Promise<V>): Promise<V[]> => Promise.all(list.map(work));

const lab = await open();
await runDueJobs(lab.deps);
await check(lab);
if (process.argv[4] === 'check-only') await lab.close();
else await payForever(lab);
