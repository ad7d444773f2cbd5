import { applyPremium, quotePremium, runDueJobs, settle, voidPremium, voidSettlement } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, newKey, type Person } from './core-lab';
import { bind, costOf, tokenFor } from './core-steps';
import { doAll, enrolMany } from './many';
import { YEAR } from './premiums';

// Books with every kind of movement in them: opened, settled on one's own and on a sponsor's account, settled and
// taken back, held, given back, taken, and held still.

export async function fillBooks(lab: CoreLab, families: number): Promise<void> {
  const owners = await enrolMany(lab, families, { currentYearFen: 30_000, carriedOverFen: 200_000 });
  const relatives = await enrolMany(lab, families, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06' });
  // By the front door, which is open to every role of the database.
  for (const [index, owner] of owners.entries()) await bind(lab, owner, relatives[index] as Person);
  await settleFor(lab, [...owners, ...relatives]);
  const payments = await applyForAll(lab, { owners, relatives });
  const [voided, cleared] = [families / 4, families / 2];
  await doAll(lab, voidPremium, payments.slice(0, voided));
  for (const { paymentId } of payments.slice(voided + cleared)) lab.tax.refuseInBatch(paymentId);
  await settleFor(lab, relatives.slice(0, cleared));
  lab.setClock(new Date('2026-11-26T02:00:00Z'));
  await runDueJobs(lab.deps);
  await takeBack(lab, await settleFor(lab, owners));
  await applyForAll(lab, { owners: owners.slice(0, voided), relatives });
}

async function settleFor(lab: CoreLab, people: readonly Person[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [index, person] of people.entries()) {
    const cost = costOf(lab, await tokenFor(lab, person), { totalFen: fen(1000 + 777 * index) });
    ids.push(...(await doAll(lab, settle, [cost])).map(({ settlementId }) => settlementId));
  }
  return ids;
}

/** Every other one. */
async function takeBack(lab: CoreLab, settlementIds: readonly string[]): Promise<void> {
  const { institutionId } = lab;
  const voids = settlementIds.filter((_id, index) => index % 2 === 0);
  await doAll(
    lab,
    voidSettlement,
    voids.map((settlementId) => ({ institutionId, key: newKey(), settlementId })),
  );
}

async function applyForAll(
  lab: CoreLab,
  { owners, relatives }: { readonly owners: readonly Person[]; readonly relatives: readonly Person[] },
) {
  const asked = owners.map(({ personId: actorId }, index) => ({
    key: newKey(),
    actorId,
    personId: relatives[index]?.personId ?? '',
    year: YEAR,
  }));
  const quotes = await doAll(lab, quotePremium, asked);
  const requests = quotes.map(({ quoteId }, index) => ({ key: newKey(), actorId: owners[index]?.personId ?? '', quoteId }));
  const views = await doAll(lab, applyPremium, requests);
  return views.map(({ paymentId }, index) => ({ key: newKey(), actorId: owners[index]?.personId ?? '', paymentId }));
}
