import {
  acceptBinding,
  declineBinding,
  one,
  openInvitation,
  proposeBinding,
  readBinding,
  runDueJobs,
  withdrawInvitation,
} from '@gongji/core';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bindingOf, refusal } from '../support/core-steps';

jest.setTimeout(60_000);

describe.each(ENGINES)('an invitation on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  let bindingId: string;
  let token: string;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab);
    mother = await enrolParent(lab);
    const view = await one(proposeBinding)(lab.deps, bindingOf(son, mother, { shareFunds: null }));
    bindingId = view.bindingId;
    token = view.invitationToken ?? '';
  });
  afterAll(() => lab.close());

  const open = (reader: Person, given = token) => openInvitation(lab.deps, { personId: reader.personId, token: given });
  const ask = (actor: Person) => ({ key: newKey(), actorId: actor.personId, bindingId });

  it('opens for the named relative only; anybody else learns no more than from a made-up token', async () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await open(mother)).toMatchObject({
      bindingId,
      myRole: 'relative',
      awaitsMe: true,
      needsFaceCheck: true,
      invitationToken: null,
    });
    const errors = await Promise.all(
      [open(son), open(await enrol(lab)), open(mother, 'x'.repeat(43)), open(mother, `${token}A`)].map((work) =>
        work.catch((error: unknown) => JSON.stringify(error)),
      ),
    );
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toContain('INVITATION_INVALID');
  });

  it('shows its token to the owner only, while it stands, and keeps it nowhere', async () => {
    const reading = (reader: Person) => readBinding(lab.deps, { personId: reader.personId, bindingId });
    expect((await reading(son)).invitationToken).toBe(token);
    expect((await reading(mother)).invitationToken).toBeNull();
    const { rows } = await lab.pool.query<{ kept: string }>(
      `select b::text || coalesce((select string_agg(r::text, '') from requests r where r.holder_id = b.holder_id), '') ||
              coalesce((select string_agg(m::text, '') from messages m where m.subject_id = b.id), '') as kept from bindings b where id = $1`,
      [bindingId],
    );
    expect(rows[0]?.kept).toContain(bindingId);
    expect(rows[0]?.kept).not.toContain(token);
    await one(acceptBinding)(lab.deps, { ...ask(mother), faceChecked: true });
    expect((await reading(son)).invitationToken).toBeNull();
  });

  it('shows the relative what became of it after it was answered', async () => {
    await one(declineBinding)(lab.deps, ask(mother));
    expect(await open(mother)).toMatchObject({ bindingId, state: 'ended', awaitsMe: false });
    await refusal(open(son), 'INVITATION_INVALID');
  });

  it('opens nothing any more when it was taken back, and can be given anew', async () => {
    await refusal(one(withdrawInvitation)(lab.deps, ask(mother)), 'BINDING_STATE_CONFLICT');
    await refusal(one(withdrawInvitation)(lab.deps, ask(await enrol(lab))), 'BINDING_NOT_FOUND');
    expect(await one(withdrawInvitation)(lab.deps, ask(son))).toMatchObject({ state: 'ended', invitationToken: null });
    await refusal(open(mother), 'INVITATION_INVALID');
    await refusal(one(acceptBinding)(lab.deps, { ...ask(mother), faceChecked: true }), 'BINDING_STATE_CONFLICT');
    await refusal(one(withdrawInvitation)(lab.deps, ask(son)), 'BINDING_STATE_CONFLICT');
    const again = await one(proposeBinding)(lab.deps, bindingOf(son, mother, { shareFunds: null }));
    expect(again.invitationToken).not.toBe(token);
    expect(await open(mother, again.invitationToken ?? '')).toMatchObject({ awaitsMe: true });
  });

  it('has expired after 72 hours, for the named relative in words, before and after the job', async () => {
    lab.setClock(new Date(MONDAY.getTime() + 72 * 3_600_000));
    expect(await open(mother)).toMatchObject({ awaitsMe: true });
    lab.setClock(new Date(MONDAY.getTime() + 72 * 3_600_000 + 1));
    for (let run = 0; run < 2; run += 1) {
      await refusal(open(mother), 'BINDING_INVITATION_EXPIRED');
      await refusal(open(son), 'INVITATION_INVALID');
      await runDueJobs(lab.deps);
    }
  });

  it('is not accepted without the face check that the view asks for', async () => {
    await refusal(one(acceptBinding)(lab.deps, { ...ask(mother), faceChecked: false }), 'BINDING_FACE_CHECK_REQUIRED');
    expect(await one(acceptBinding)(lab.deps, { ...ask(mother), faceChecked: true })).toMatchObject({ state: 'active' });
  });

  it('is accepted or taken back, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const relative = await enrolParent(lab);
      const view = await one(proposeBinding)(lab.deps, bindingOf(await enrol(lab), relative, { shareFunds: null }));
      const request = { key: newKey(), bindingId: view.bindingId };
      const { rows } = await lab.pool.query<{ id: string }>('select holder_id as id from bindings where id = $1', [view.bindingId]);
      const outcomes = await Promise.all([
        acceptBinding(lab.deps, [{ ...request, actorId: relative.personId, faceChecked: true }]),
        withdrawInvitation(lab.deps, [{ ...request, actorId: rows[0]?.id ?? '' }]),
      ]);
      expect(outcomes.map(([outcome]) => outcome?.ok).sort()).toEqual([false, true]);
    }
  });
});
