import fc from 'fast-check';
import { bindingRequest, person, policyWith, relative, terms } from '../../../../test/support/domain-builders';
import { dayNumber, NaiveBinding, type Opening, type Side, type Who, type World } from '../../../../test/support/naive-binding';
import { addDays, type PlainDate, plainDate, shanghaiDate } from '../dates';
import type { Decision } from '../decision';
import type { PersonFacts } from '../person/person';
import { type RegionPolicy, SELF_ENDING_EVENTS, SHARE_FUNDS_CONSENTS } from '../policy/rules';
import { decideAccept, decideDecline, decideExpiry, decideOfAge, decideWithdraw } from './decide-answer';
import { decideBinding } from './decide-binding';
import { decidePause, decideResume } from './decide-pause';
import { decideRunOut } from './decide-run-out';
import { decideSelfEnding } from './decide-self-ending';
import { decideUnbind } from './decide-unbind';
import { type Binding, GRANT_KINDS, type Grant, type GrantKind } from './grant';
import { GRANT_REASONS } from './grant-reasons';
import type { BindingStep } from './grant-steps';

type Command =
  | ({ readonly do: 'open' } & Opening)
  | { readonly do: 'accept'; readonly by: Who; readonly face: boolean }
  | { readonly do: 'decline' | 'withdraw'; readonly by: Who }
  | { readonly do: 'pause' | 'resume'; readonly by: Who; readonly kind: GrantKind }
  | { readonly do: 'close'; readonly by: Who; readonly kind: GrantKind | null; readonly payments: number }
  | { readonly do: 'run-out'; readonly payments: number }
  | { readonly do: 'expire' | 'come-of-age' | 'look-at-register' }
  | { readonly do: 'change'; readonly who: 'owner' | 'relative'; readonly change: Partial<Side> }
  | { readonly do: 'wait'; readonly hours: number };

type Setting = Pick<World, 'consent' | 'sponsorOnlyEnds' | 'oneMonthFirst' | 'endedBy'> & {
  readonly relation: 'spouse' | 'parent' | 'child';
};

const START = Date.parse('2026-11-22T12:00:00+08:00');
const BORN = { spouse: '1986-01-01', parent: '1958-03-08', child: '2010-12-15' } as const;
const WELL: Side = { insurance: 'normal', scheme: 'employee', region: '440300', dead: false };

const ASKED = bindingRequest();
const policies = new Map<string, RegionPolicy>();
function policyOf({ consent, sponsorOnlyEnds, oneMonthFirst, endedBy }: Setting): RegionPolicy {
  const key = [consent, sponsorOnlyEnds, oneMonthFirst, ...endedBy].join();
  const known = policies.get(key);
  if (known !== undefined) return known;
  const policy = policyWith({
    shareFundsConsent: consent,
    whoMayEnd: sponsorOnlyEnds ? 'sponsor' : 'either',
    minMonthsBeforeEnd: oneMonthFirst ? 1 : undefined,
    selfEnding: SELF_ENDING_EVENTS.filter((event) => endedBy.includes(event)),
  });
  policies.set(key, policy);
  return policy;
}

/** The rules as the commands use them: decide, then write what was decided. */
class DecidedBinding {
  binding: Binding | null = null;
  acceptBy: Date | null = null;
  private readonly policy: RegionPolicy;

  constructor(
    private readonly world: World,
    private readonly relation: Setting['relation'],
    policy: RegionPolicy,
  ) {
    this.policy = policy;
  }

  /** The code of the refusal; null: done. undefined: there is nothing yet that it could be asked of. */
  run(command: Command): string | null | undefined {
    if (command.do === 'open') return this.open(command);
    const { binding } = this;
    if (binding === null) return undefined;
    const decision = this.decide(binding, command);
    if (decision === undefined) return undefined;
    if (!decision.ok) return decision.code;
    this.write(binding, decision.value);
    return null;
  }

  private decide(binding: Binding, command: Command): Decision<BindingStep & { readonly acceptBy?: Date }> | undefined {
    const now = new Date(this.world.now);
    const { acceptBy, policy: ownerPolicy } = this;
    const today = shanghaiDate(now);
    const [owner, other] = [this.facts('owner'), this.facts('relative')];
    switch (command.do) {
      case 'accept':
        return decideAccept({ binding, actorId: command.by, acceptBy, now, faceChecked: command.face, ownerPolicy });
      case 'decline':
        return decideDecline({ binding, actorId: command.by, acceptBy, now });
      case 'withdraw':
        return decideWithdraw({ binding, actorId: command.by });
      case 'expire':
        return decideExpiry({ binding, acceptBy, now });
      case 'pause':
        return decidePause({ binding, actorId: command.by, kind: command.kind, ownerPolicy });
      case 'resume':
        return decideResume({ binding, actorId: command.by, kind: command.kind, ownerPolicy });
      case 'close':
        return decideUnbind({ binding, actorId: command.by, kind: command.kind, openPaymentCount: command.payments, ownerPolicy, today });
      case 'run-out':
        return decideRunOut({ binding, openPaymentCount: command.payments, today });
      case 'come-of-age':
        return decideOfAge({ binding, relative: other, relativePolicy: ownerPolicy, now });
      case 'look-at-register':
        return decideSelfEnding({ binding, owner, relative: other, ownerPolicy });
      case 'open':
      case 'change':
      case 'wait':
        return undefined;
    }
  }

  private open({ showCode, shareFunds, use, guardian, endsInDays }: Opening): string | null {
    const now = new Date(this.world.now);
    const today = shanghaiDate(now);
    const endsOn = endsInDays === null ? null : addDays(today, endsInDays);
    const [owner, other] = [this.facts('owner'), this.facts('relative')];
    const stands = this.binding !== null && this.binding.state !== 'ended' ? this.binding : null;
    const plan = decideBinding({
      ...ASKED,
      owner,
      relative: other,
      claimedRelation: this.relation,
      showCode: showCode ? { endsOn } : null,
      shareFunds: shareFunds ? terms({ uses: [use], startsOn: today, endsOn }) : null,
      binding: stands,
      guardianStatement: guardian,
      ownerPolicy: this.policy,
      relativePolicy: this.policy,
      now,
    });
    if (!plan.ok) return plan.code;
    const { grants, relation, state, acceptBy } = plan.value;
    const kept = (stands?.grants ?? []).filter((old) => !grants.some((grant) => grant.kind === old.kind));
    const homes = stands ?? { ownerRegionCode: owner.regionCode, relativeRegionCode: other.regionCode, createdOn: today };
    this.binding = { id: 'binding', ownerId: owner.id, relativeId: other.id, ...homes, relation, state, grants: [...kept, ...grants] };
    this.acceptBy = acceptBy ?? this.acceptBy;
    return null;
  }

  private write(binding: Binding, step: BindingStep & { readonly acceptBy?: Date }): void {
    const today = shanghaiDate(new Date(this.world.now));
    const grants = binding.grants.map((grant): Grant => {
      const next = step.grants.find((each) => each.kind === grant.kind);
      if (next === undefined) return grant;
      const { state, reason } = next;
      if (reason.startsWith('accepted')) return { ...grant, state, reason, agreedBy: 'relative', agreedOn: today };
      return reason === 'came-of-age' ? { ...grant, state, reason, agreedBy: null, agreedOn: null } : { ...grant, state, reason };
    });
    this.binding = { ...binding, state: step.state, grants };
    const waits = grants.some((grant) => grant.state === 'proposed');
    this.acceptBy = waits ? (step.acceptBy ?? this.acceptBy) : null;
  }

  private facts(who: 'owner' | 'relative'): PersonFacts {
    const { insurance: insuranceState, scheme, region: regionCode, dead } = this.world[who];
    const changes = { insuranceState, scheme, regionCode, diedOn: dead ? plainDate('2026-01-01') : null };
    return who === 'owner' ? person(changes) : relative({ ...changes, birthDate: plainDate(BORN[this.relation]) });
  }
}

function askNaive(naive: NaiveBinding, command: Command): string | null {
  switch (command.do) {
    case 'open':
      return naive.open(command);
    case 'accept':
      return naive.accept(command.by, command.face);
    case 'decline':
      return naive.decline(command.by);
    case 'withdraw':
      return naive.withdraw(command.by);
    case 'expire':
      return naive.expire();
    case 'pause':
      return naive.pause(command.by, command.kind);
    case 'resume':
      return naive.resume(command.by, command.kind);
    case 'close':
      return naive.close(command.by, command.kind, command.payments);
    case 'run-out':
      return naive.runOut(command.payments);
    case 'come-of-age':
      return naive.comeOfAge();
    case 'look-at-register':
      return naive.lookAtRegister();
    case 'change':
    case 'wait':
      return null;
  }
}

const day = (date: PlainDate | null): number | null => (date === null ? null : dayNumber(Date.parse(`${date}T00:00:00+08:00`)));
const stateOf = ({ binding, acceptBy }: DecidedBinding): string =>
  JSON.stringify([
    binding?.state,
    acceptBy?.getTime() ?? null,
    GRANT_KINDS.map((kind) => {
      const grant = binding?.grants.find((each) => each.kind === kind);
      return grant === undefined ? ['none', '', null, null] : [grant.state, grant.reason, grant.agreedBy, day(grant.agreedOn)];
    }),
  ]);
const naiveStateOf = (naive: NaiveBinding): string =>
  JSON.stringify([
    naive.whole(),
    naive.deadline,
    GRANT_KINDS.map((kind) => {
      const { is, why, agreedBy, agreedOn } = naive.cells[kind];
      return [is, why, agreedBy, agreedOn];
    }),
  ]);

const who = fc.constantFrom<Who>('owner', 'owner', 'owner', 'relative', 'relative', 'relative', 'stranger');
const kind = fc.constantFrom(...GRANT_KINDS);
const payments = fc.constantFrom(0, 0, 0, 1);
const often = fc.constantFrom(true, true, true, false);
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ insurance: fc.constantFrom<Side['insurance']>('normal', 'normal', 'paused', 'ended', 'none') }) },
  { weight: 3, arbitrary: fc.record({ region: fc.constantFrom('440300', '440300', '440100') }) },
  { weight: 1, arbitrary: fc.record({ scheme: fc.constantFrom<Side['scheme']>('employee', 'employee', 'resident') }) },
  { weight: 1, arbitrary: fc.constant({ dead: true }) },
  { weight: 6, arbitrary: fc.constant({ ...WELL, dead: false }) },
);
const opening = {
  do: fc.constant('open' as const),
  showCode: often,
  shareFunds: often,
  use: fc.constantFrom('premium' as const, 'care' as const),
  guardian: often,
  endsInDays: fc.constantFrom(null, null, 0, 1, 40),
};
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.record(opening) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('accept' as const), by: who, face: often }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('decline' as const, 'withdraw' as const), by: who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), by: who, kind }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), by: who, kind: fc.option(kind), payments }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('run-out' as const), payments }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('expire' as const, 'come-of-age' as const, 'look-at-register' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('change' as const), who: fc.constantFrom('owner' as const, 'relative' as const), change }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 24, 71, 72, 73, 24 * 8, 24 * 31) }) },
);
const setting: fc.Arbitrary<Setting> = fc.record({
  consent: fc.constantFrom(...SHARE_FUNDS_CONSENTS),
  sponsorOnlyEnds: fc.boolean(),
  oneMonthFirst: fc.boolean(),
  endedBy: fc.constantFrom<readonly string[]>(SELF_ENDING_EVENTS, [], ['owner-insurance-ended', 'owner-moved', 'relative-moved']),
  relation: fc.constantFrom('spouse' as const, 'parent' as const, 'child' as const, 'child' as const),
});
const FIRST: Command = { do: 'open', showCode: true, shareFunds: true, use: 'care', guardian: true, endsInDays: null };

const WALKS = 2_200;
const STEPS_A_WALK = 50;
const REFUSALS = [
  'BINDING_NOT_FOUND',
  'BINDING_STATE_CONFLICT',
  'BINDING_GRANT_OPEN',
  'BINDING_NOTHING_GRANTED',
  'BINDING_GUARDIAN_STATEMENT_REQUIRED',
  'BINDING_SPONSOR_HAS_NO_ACCOUNT',
  'BINDING_SPONSOR_NOT_INSURED',
  'BINDING_RELATIVE_NOT_INSURED',
  'BINDING_DATES_INVALID',
  'BINDING_FACE_CHECK_REQUIRED',
  'BINDING_INVITATION_EXPIRED',
  'BINDING_END_NOT_ALLOWED',
  'BINDING_END_TOO_EARLY',
  'BINDING_HAS_OPEN_PAYMENT',
  'BINDING_PAUSED_BY_OTHER',
];

it('a binding walks as the plain model does, for 100,000 steps at random, in state, reason and refusal', () => {
  let steps = 0;
  const reasons = new Set<string>();
  const refusals = new Set<string>();
  const walk = (chosen: Setting, commands: readonly Command[]): void => {
    const ofAgeOn = chosen.relation === 'child' ? dayNumber(Date.parse('2026-12-15T00:00:00+08:00')) : 0;
    const world: World = {
      ...chosen,
      isSpouse: chosen.relation === 'spouse',
      ofAgeOn,
      now: START,
      owner: { ...WELL },
      relative: { ...WELL },
    };
    const decided = new DecidedBinding(world, chosen.relation, policyOf(chosen));
    const naive = new NaiveBinding(world);
    for (const each of [FIRST, ...commands]) {
      steps += 1;
      if (each.do === 'wait') world.now += each.hours * 3_600_000;
      else if (each.do === 'change') Object.assign(world[each.who], each.change);
      else {
        const [given, expected] = [decided.run(each), askNaive(naive, each)];
        const [state, wanted] = [stateOf(decided), naiveStateOf(naive)];
        if (given !== expected || state !== wanted)
          throw new Error(`${JSON.stringify(each)}: ${given} and ${state}, not ${expected} and ${wanted}`);
        if (typeof given === 'string') refusals.add(given);
        for (const cell of Object.values(naive.cells)) reasons.add(cell.why);
      }
    }
  };
  fc.assert(fc.property(setting, fc.array(command, { minLength: STEPS_A_WALK, maxLength: STEPS_A_WALK }), walk), { numRuns: WALKS });
  expect(steps).toBeGreaterThanOrEqual(100_000);
  expect([...reasons].filter((reason) => reason !== '').sort()).toEqual([...GRANT_REASONS].sort());
  expect([...refusals].sort()).toEqual([...REFUSALS].sort());
});
