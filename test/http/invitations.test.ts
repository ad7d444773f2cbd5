import { randomBytes } from 'node:crypto';
import type { BindingView } from '@gongji/contract';
import { fen } from '@gongji/domain';
import { LIMITS } from '../../apps/bff/src/http/rate-limit';
import { PEOPLE } from '../../apps/sandbox/src/people/people';
import { countRows, type Edge, openEdge } from '../support/edge';
import { type Caller, callRoute, logIn, refusalOf, type Reply } from '../support/edge-client';
import { faceCheck } from '../support/face-check';
import { accept, bindingRequest } from '../support/family';

// The link of an invitation may end up anywhere: it works for the named person alone, and guessing one is hopeless and slowed down.

const AFTER_THE_DEADLINE = new Date('2026-11-26T02:00:01Z');

interface Family {
  readonly edge: Edge;
  readonly son: Caller;
  readonly mother: Caller;
  readonly stranger: Caller;
}

async function openFamily(options: Parameters<typeof openEdge>[0] = {}): Promise<Family> {
  const edge = await openEdge(options);
  const [son, mother, stranger] = await Promise.all(['chen-jianguo', 'chen-guilan', 'zhou-an'].map((key) => logIn(edge, key)));
  return { edge, son, mother, stranger } as Family;
}

const invite = ({ son }: Family): Promise<BindingView> => son.ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent') });
function tokenOf({ invitationToken }: BindingView): string {
  if (invitationToken === null) throw new Error('no token');
  return invitationToken;
}
const randomToken = (): string => randomBytes(32).toString('base64url');
/** The refusal without the number that is each request's own. */
const told = (reply: Reply) => ({ ...refusalOf('openInvitation', reply), requestId: '' });

describe('an invitation', () => {
  let family: Family;
  let binding: BindingView;
  beforeEach(async () => {
    family = await openFamily();
    binding = await invite(family);
  });
  afterEach(() => family.edge.close());

  const open = (who: Caller, token: string): Promise<Reply> =>
    callRoute(family.edge, 'openInvitation', { body: { token }, token: who.token });
  const path = () => ({ bindingId: binding.bindingId });

  it('gives its token to the owner alone, and only while something is proposed', async () => {
    const { son, mother } = family;
    expect(tokenOf(binding)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await son.ask('binding', { path: path() })).invitationToken).toBe(tokenOf(binding));
    expect((await mother.ask('binding', { path: path() })).invitationToken).toBeNull();
    expect((await mother.ask('bindings')).bindings.map(({ invitationToken }) => invitationToken)).toEqual([null]);
    await accept(mother, binding.bindingId);
    expect((await son.ask('binding', { path: path() })).invitationToken).toBeNull();
  });

  it('opens nothing of the named person before they have agreed', async () => {
    const { mother, stranger } = family;
    const body = bindingRequest('chen-guilan', 'parent', { shareFunds: null });
    const { bindingId, state } = await stranger.ask('proposeBinding', { body });
    expect(state).toBe('proposed');
    const { personId } = mother;
    const refusals = [
      await stranger.refused('levy', { query: { personId, year: 2027 } }),
      await stranger.refused('quotePremium', { body: { personId, year: 2027 } }),
      await stranger.refused('quotePremiums', { body: { personIds: [personId], year: 2027 } }),
      await stranger.refused('previewDeduction', { body: { personId, amountFen: fen(10_000), use: 'drug' } }),
    ];
    expect(refusals.map(({ code }) => code)).toEqual([...Array<string>(3).fill('PREMIUM_PERSON_NOT_BOUND'), 'BINDING_NOT_FOUND']);
    expect(await stranger.ask('explainBinding', { path: { bindingId } })).toEqual({ explanations: [] });
    expect((await stranger.ask('familyCalendar')).dates.map(({ kind }) => kind)).toEqual(['accept-by']);
    await accept(mother, bindingId);
    expect((await stranger.ask('levy', { query: { personId, year: 2027 } })).amountFen).toBe(40_000);
  });

  it('opens for the named person as their side of the binding', async () => {
    const { mother } = family;
    const opened = await mother.ask('openInvitation', { body: { token: tokenOf(binding) } });
    expect(opened).toEqual(await mother.ask('binding', { path: path() }));
    expect(opened).toMatchObject({ myRole: 'relative', awaitsMe: true, needsFaceCheck: true, other: { maskedName: '陈*国' } });
  });

  it('tells a stranger, and its own sender, what it tells of a token that never was', async () => {
    const { son, stranger } = family;
    const before = await countRows(family.edge.pool);
    const ofNothing = told(await open(stranger, randomToken()));
    expect(ofNothing).toMatchObject({ code: 'INVITATION_INVALID', status: 404 });
    expect(told(await open(stranger, tokenOf(binding)))).toEqual(ofNothing);
    expect(told(await open(son, tokenOf(binding)))).toEqual(ofNothing);
    expect(JSON.stringify(ofNothing)).not.toMatch(/陈|兰|国/);
    expect(await countRows(family.edge.pool)).toEqual(before);
  });

  it.each([
    ['was cut off', (token: string) => token.slice(0, 9)],
    ['took the end of a sentence along', (token: string) => `${token}。请点开`],
  ])('is told of as one that never was where its link %s', async (_, broken) => {
    expect(told(await open(family.mother, broken(tokenOf(binding))))).toMatchObject({ code: 'INVITATION_INVALID', status: 404 });
  });

  it('is not accepted by anybody else who holds its token', async () => {
    const refusal = await family.stranger.refused('acceptBinding', { path: path(), body: { faceCheckId: null } });
    expect(refusal.code).toBe('BINDING_NOT_FOUND');
  });

  it('opens nothing once it is withdrawn, and cannot be accepted', async () => {
    const { son, mother } = family;
    await son.ask('withdrawInvitation', { path: path() });
    expect(told(await open(mother, tokenOf(binding))).code).toBe('INVITATION_INVALID');
    await expect(accept(mother, binding.bindingId)).rejects.toThrow(/BINDING_STATE_CONFLICT/);
  });

  it('is withdrawn by its sender only', async () => {
    const refusal = await family.mother.refused('withdrawInvitation', { path: path() });
    expect(refusal.code).toBe('BINDING_STATE_CONFLICT');
    expect((await open(family.mother, tokenOf(binding))).status).toBe(200);
  });

  it('is answered once', async () => {
    const { mother } = family;
    await accept(mother, binding.bindingId);
    expect((await mother.refused('acceptBinding', { path: path(), body: { faceCheckId: null } })).code).toBe('BINDING_STATE_CONFLICT');
    expect((await mother.refused('declineBinding', { path: path() })).code).toBe('BINDING_STATE_CONFLICT');
  });

  it('ends at its deadline by itself', async () => {
    const { edge, son, mother } = family;
    await edge.moveClockTo(AFTER_THE_DEADLINE);
    await expect(accept(mother, binding.bindingId)).rejects.toThrow(/BINDING_(STATE_CONFLICT|INVITATION_EXPIRED)/);
    const { grants, invitationToken } = await son.ask('binding', { path: path() });
    expect(invitationToken).toBeNull();
    expect(grants.find(({ kind }) => kind === 'show-code')).toMatchObject({ state: 'ended', reason: 'invitation-expired' });
  });

  it('never says the full name or number of the other side, to either', async () => {
    const { son, mother } = family;
    await accept(mother, binding.bindingId);
    const seen = [
      binding,
      await mother.ask('binding', { path: path() }),
      await mother.ask('bindings'),
      await mother.ask('explainBinding', { path: path() }),
      await son.ask('explainBinding', { path: path() }),
      await son.ask('unbindPreview', { path: path() }),
      await mother.ask('messages'),
      await son.ask('messages'),
    ].map((answer) => JSON.stringify(answer));
    for (const { name, certificateNumber } of PEOPLE)
      for (const text of seen) {
        expect(text).not.toContain(name);
        expect(text).not.toContain(certificateNumber);
      }
  });

  it('leaves no token in any log', async () => {
    await open(family.mother, tokenOf(binding));
    await open(family.stranger, tokenOf(binding));
    expect(family.edge.logLines.join('')).toContain('/api/invitations/open');
    expect(family.edge.logLines.join('')).not.toContain(tokenOf(binding));
  });
});

describe('guessing invitations', () => {
  const TIMES = 1_000;

  it('opens none in a thousand, each told the same', async () => {
    const family = await openFamily();
    const token = tokenOf(await invite(family));
    const near = Array.from(
      { length: token.length },
      (_, at) => `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`,
    );
    const guesses = [...near, ...Array.from({ length: TIMES - near.length }, randomToken)];
    const answers = new Set<string>();
    for (let start = 0; start < TIMES; start += 20)
      for (const reply of await Promise.all(
        guesses.slice(start, start + 20).map((guess) => family.mother.refused('openInvitation', { body: { token: guess } })),
      ))
        answers.add(JSON.stringify({ ...reply, requestId: '' }));
    expect([...answers].map((text) => (JSON.parse(text) as { code: string }).code)).toEqual(['INVITATION_INVALID']);
    await family.edge.close();
  });

  it('has to wait after ten in ten minutes, with the right one too, however many come at once', async () => {
    const family = await openFamily({ limits: LIMITS });
    const { edge, mother, stranger } = family;
    const token = tokenOf(await invite(family));
    const replies = await Promise.all(
      Array.from({ length: 60 }, () => mother.refused('openInvitation', { body: { token: randomToken() } })),
    );
    const codes = replies.map(({ code }) => code);
    expect(codes.filter((code) => code === 'INVITATION_INVALID')).toHaveLength(LIMITS.wrongInvitationPerPerson.times);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(60 - LIMITS.wrongInvitationPerPerson.times);
    const waiting = await callRoute(edge, 'openInvitation', { body: { token }, token: mother.token });
    expect(refusalOf('openInvitation', waiting)).toMatchObject({ code: 'RATE_LIMITED', status: 503 });
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(500);
    expect((await stranger.refused('openInvitation', { body: { token } })).code).toBe('INVITATION_INVALID');
    await edge.close();
  });

  it('is all that is counted: the right one opens as often as it is opened', async () => {
    const family = await openFamily({ limits: LIMITS });
    const body = { token: tokenOf(await invite(family)) };
    for (let time = 0; time < 3 * LIMITS.wrongInvitationPerPerson.times; time += 1)
      expect((await family.mother.ask('openInvitation', { body })).awaitsMe).toBe(true);
    await family.edge.close();
  });
});

it('that another switch joined while it was read is not agreed to as it was read', async () => {
  const edge = await openEdge();
  const [son, mother] = [await logIn(edge, 'ma-jun'), await logIn(edge, 'ma-yulan')];
  const { showCode, ...wish } = bindingRequest('ma-yulan', 'parent', { sharedLimitFen: fen(100) });
  const { bindingId } = await son.ask('proposeBinding', { body: { ...wish, showCode: null } });
  const path = { bindingId };
  const { relative: _relative, relation: _relation, ...signed } = wish;
  const faceCheckId = await faceCheck(mother);
  await son.ask('openGrant', { path, body: { ...signed, showCode, shareFunds: null, sharedLimitFen: null } });
  const read = { path, body: { faceCheckId, agreesTo: ['share-funds' as const] } };
  expect((await mother.refused('acceptBinding', read)).code).toBe('BINDING_STATE_CONFLICT');
  const accepted = await mother.ask('acceptBinding', { path, body: { faceCheckId, agreesTo: ['share-funds', 'show-code'] } });
  expect(accepted.grants.map(({ state }) => state)).toEqual(['active', 'active']);
  await edge.close();
});
