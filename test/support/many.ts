import {
  acceptBinding,
  type ApplyPremium,
  type Command,
  enrolPeople,
  one,
  proposeBinding,
  type ProposeBinding,
  quotePremium,
  scanCode,
  showCode,
} from '@gongji/core';
import { bindingOf } from './core-steps';
import { type CoreLab, describePerson, newKey, type NewPerson, type Person } from './core-lab';
import { YEAR } from './premiums';

// A thousand of everything, a hundred in one transaction: races need many fresh families, and a transaction for each would take longer than the race.

const AT_ONCE = 100;

/** So many of these transactions are under way together. */
const LANES = 4;

/** Runs a command for all requests and throws at the first refusal. */
export async function doAll<R, V>(lab: CoreLab, command: Command<R, V>, requests: readonly R[]): Promise<V[]> {
  const views: V[] = [];
  const starts = requests.flatMap((_request, index) => (index % AT_ONCE === 0 ? [index] : []));
  const lane = async (): Promise<void> => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const outcomes = await command(lab.deps, requests.slice(start, start + AT_ONCE));
      for (const [index, outcome] of outcomes.entries()) {
        if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
        views[start + index] = outcome.value;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return views;
}

export async function enrolMany(lab: CoreLab, count: number, person: NewPerson = {}): Promise<Person[]> {
  const described = Array.from({ length: count }, () => describePerson(person));
  const enrolled = await doAll(lab, enrolPeople, described);
  return described.map(({ account: _account, ...rest }, index) => ({ ...rest, personId: enrolled[index]?.personId ?? '' }));
}

/** Parents in Meizhou with the resident scheme. */
export const enrolParents = (lab: CoreLab, count: number, person: NewPerson = {}): Promise<Person[]> =>
  enrolMany(lab, count, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06', ...person });

interface Pairs {
  readonly owners: readonly Person[];
  readonly relatives: readonly Person[];
}

/** The first owner proposes to the first relative; the rows of all others are made from theirs, as what these tests are about comes after. Everybody on one side is alike. */
export async function proposeMany(lab: CoreLab, { owners, relatives }: Pairs, overrides: Partial<ProposeBinding> = {}): Promise<string[]> {
  const { bindingId } = await proposeFirst(lab, { owners, relatives }, overrides);
  return copyBinding(lab, bindingId, { owners, relatives });
}

/** As `proposeMany`, and accepted where that is asked for: all grants are active. */
export async function bindMany(lab: CoreLab, { owners, relatives }: Pairs, overrides: Partial<ProposeBinding> = {}): Promise<string[]> {
  const { bindingId, acceptBy } = await proposeFirst(lab, { owners, relatives }, overrides);
  if (acceptBy !== null) await one(acceptBinding)(lab.deps, { ...ofPerson(relatives[0], bindingId), faceChecked: true });
  return copyBinding(lab, bindingId, { owners, relatives });
}

const proposeFirst = (lab: CoreLab, { owners, relatives }: Pairs, overrides: Partial<ProposeBinding>) =>
  one(proposeBinding)(lab.deps, bindingOf(owners[0] as Person, relatives[0] as Person, overrides));

async function copyBinding(lab: CoreLab, model: string, { owners, relatives }: Pairs): Promise<string[]> {
  const bindingIds = [model, ...owners.slice(1).map(() => newKey())];
  await copyRows(lab, COPY_BINDING, [model, bindingIds.slice(1), idsOf(owners).slice(1), idsOf(relatives).slice(1)]);
  return bindingIds;
}

const idsOf = (people: readonly Person[]): string[] => people.map(({ personId }) => personId);

/** Makes rows past the triggers, which ask for the steps that led to them. */
async function copyRows({ pool }: CoreLab, statements: readonly string[], values: readonly unknown[]): Promise<void> {
  const client = await pool.connect();
  await client.query('begin; set local session_replication_role = replica');
  for (const sql of statements) await client.query(sql, values);
  await client.query('commit');
  client.release();
}

const NEW_BINDINGS = 'unnest($2::uuid[], $3::uuid[], $4::uuid[]) n (id, owner, relative) join bindings b on b.id = $1';
const COPY_BINDING: readonly string[] = [
  `insert into bindings select (jsonb_populate_record(b, jsonb_build_object('id', n.id, 'holder_id', n.owner, 'relative_id', n.relative,
     'invitation_hash', case when b.invitation_hash is not null then '\\x' || encode(sha256(n.id::text::bytea), 'hex') end))).* from ${NEW_BINDINGS}`,
  `insert into grants select (jsonb_populate_record(g, jsonb_build_object('binding_id', n.id, 'holder_id', n.owner))).* from ${NEW_BINDINGS}
     join grants g on g.binding_id = b.id`,
  `insert into consents select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'binding_id', n.id, 'holder_id', n.owner))).*
     from ${NEW_BINDINGS} join consents c on c.binding_id = b.id`,
  `insert into grant_changes (binding_id, holder_id, kind, from_state, to_state, reason, actor_id, at)
     select n.id, n.owner, c.kind, c.from_state, c.to_state, c.reason,
            case c.actor_id when b.holder_id then n.owner when b.relative_id then n.relative end, c.at
       from ${NEW_BINDINGS} join grant_changes c on c.binding_id = b.id order by c.id`,
  `insert into shared_limits select n.owner, l.limit_fen, l.set_at from ${NEW_BINDINGS} join shared_limits l on l.holder_id = b.holder_id
     on conflict do nothing`,
];

/** A request to pay, under a key of its own, for the person in the same place of the list. The first asks the price, the others get the same. */
export async function quoteMany(lab: CoreLab, payers: readonly Person[], persons: readonly Person[]): Promise<ApplyPremium[]> {
  const [payer, person] = [payers[0]?.personId ?? '', persons[0]?.personId ?? ''];
  const [model] = await doAll(lab, quotePremium, [{ key: newKey(), actorId: payer, personId: person, year: YEAR }]);
  const quoteIds = [model?.quoteId ?? '', ...payers.slice(1).map(() => newKey())];
  await copyRows(lab, COPY_QUOTE, [quoteIds[0], quoteIds.slice(1), idsOf(payers).slice(1), idsOf(persons).slice(1)]);
  return quoteIds.map((quoteId, index) => ({ key: newKey(), actorId: payers[index]?.personId ?? '', quoteId }));
}

const COPY_QUOTE: readonly string[] = [
  `insert into premium_quotes
     select (jsonb_populate_record(q, jsonb_build_object('id', n.id, 'holder_id', n.payer, 'person_id', n.person, 'binding_id', b.id))).*
       from unnest($2::uuid[], $3::uuid[], $4::uuid[]) n (id, payer, person) join premium_quotes q on q.id = $1
       join bindings b on b.holder_id = n.payer and b.relative_id = n.person and b.state = 'active'`,
];

/** Everybody shows their own code and has it scanned: a token each for one settlement. */
export async function tokensFor(lab: CoreLab, people: readonly Person[]): Promise<string[]> {
  const shown = await doAll(
    lab,
    showCode,
    people.map(({ personId }) => ({ key: newKey(), actorId: personId, personId, deviceId: `device-${newKey().slice(0, 8)}` })),
  );
  const scanned = await doAll(
    lab,
    scanCode,
    shown.map(({ payload }) => ({ institutionId: lab.institutionId, payload })),
  );
  return scanned.map(({ ecToken }) => ecToken);
}

/** A person's request about a binding, from lists that are as long as each other. */
export const ofPerson = (person: Person | undefined, bindingId: string | undefined) => ({
  key: newKey(),
  actorId: person?.personId ?? '',
  bindingId: bindingId ?? '',
});
