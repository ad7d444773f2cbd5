import { markMessagesRead, one, readBinding, readMessages, readPayment, readSettlement, readUnread, settle } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, inboxOf, tokenFor } from '../support/core-steps';
import { applyFor, familyInShenzhen } from '../support/premiums';

// What a message leads to is what its reader may open.

jest.setTimeout(60_000);

let lab: CoreLab;
beforeEach(async () => {
  lab = await openLab('postgres', 5);
});
afterEach(() => lab.close());

const MOTHER = { birthDate: '1958-01-01', currentYearFen: 0, carriedOverFen: 0 } as const;
const subjectsOf = async ({ personId }: Person, kind: string) => {
  const messages = await inboxOf(lab.deps, personId);
  return messages.flatMap(({ about }) => (about?.kind === kind ? [about.id] : []));
};

describe('a message', () => {
  it('about a payment leads its payer there, and whom it is paid for to their premium', async () => {
    const family = await familyInShenzhen(lab);
    const { payer, person } = family;
    const { paymentId } = await applyFor(lab, family);
    expect(await subjectsOf(payer, 'payment')).toEqual([paymentId]);
    expect((await readPayment(lab.deps, { personId: payer.personId, paymentId })).paymentId).toBe(paymentId);
    expect((await inboxOf(lab.deps, person.personId)).map(({ title }) => title)).toContain('家人已为您申请缴费');
    expect(await subjectsOf(person, 'payment')).toEqual([]);
    expect(await subjectsOf(person, 'premium')).toEqual([paymentId]);
    expect(await subjectsOf(payer, 'premium')).toEqual([]);
  });

  it('about a binding leads both sides there', async () => {
    const [son, mother] = [await enrol(lab), await enrol(lab, MOTHER)];
    const bindingId = await bind(lab, son, mother);
    for (const each of [son, mother]) {
      expect(new Set(await subjectsOf(each, 'binding'))).toEqual(new Set([bindingId]));
      expect((await readBinding(lab.deps, { personId: each.personId, bindingId })).bindingId).toBe(bindingId);
    }
  });

  it('about a settlement leads there whom it was settled for, and each who paid of it', async () => {
    const [son, mother] = [await enrol(lab, { currentYearFen: 8_000 }), await enrol(lab, { ...MOTHER, currentYearFen: 100 })];
    await bind(lab, son, mother);
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, mother), { totalFen: fen(5_000) }));
    for (const each of [son, mother]) {
      expect(await subjectsOf(each, 'settlement')).toEqual([settlementId]);
      expect((await readSettlement(lab.deps, { personId: each.personId, settlementId })).settlementId).toBe(settlementId);
    }
  });
});

describe('the inbox', () => {
  it('comes page by page, newest first, of one kind or all, and of nobody else whatever cursor is named', async () => {
    const [person, stranger] = [await enrol(lab), await enrol(lab)];
    const { personId } = person;
    await lab.pool.query(
      `insert into messages (id, holder_id, topic, title, text, subject_id, at)
       select gen_random_uuid(), $1::uuid, case when n % 2 = 0 then 'premium-paid' else 'binding-ended' end, n::text, '', $1::uuid, now() from generate_series(1, 7) n`,
      [personId],
    );
    const read = async (cursor?: string, kind?: 'premium') => {
      const { messages, nextCursor } = await readMessages(lab.deps, { personId, limit: 3, cursor, kind });
      return { titles: messages.map(({ title }) => title), nextCursor };
    };
    const first = await read();
    expect(first.titles).toEqual(['7', '6', '5']);
    const second = await read(first.nextCursor ?? undefined);
    expect(second.titles).toEqual(['4', '3', '2']);
    expect(await read(second.nextCursor ?? undefined)).toEqual({ titles: ['1'], nextCursor: null });
    expect(await read(undefined, 'premium')).toEqual({ titles: ['6', '4', '2'], nextCursor: null });
    expect(await readMessages(lab.deps, { personId: stranger.personId, limit: 3, cursor: first.nextCursor ?? undefined })).toEqual({
      messages: [],
      nextCursor: null,
    });
  });

  it('is read up to a message of one’s own, and by naming another’s not at all', async () => {
    const [person, stranger] = [await enrol(lab), await enrol(lab)];
    for (const { personId } of [person, person, stranger])
      await lab.pool.query(
        `insert into messages (id, holder_id, topic, title, text, subject_id, at)
         values (gen_random_uuid(), $1::uuid, 'premium-paid', '', '', $1::uuid, now())`,
        [personId],
      );
    const markUpTo = (upTo = '') => one(markMessagesRead)(lab.deps, { key: newKey(), actorId: person.personId, upTo });
    const [[newest, oldest], [others]] = [await inboxOf(lab.deps, person.personId), await inboxOf(lab.deps, stranger.personId)];
    expect(await markUpTo(others?.messageId)).toEqual({ count: 2 });
    expect(await markUpTo(oldest?.messageId)).toEqual({ count: 1 });
    expect(await markUpTo(newest?.messageId)).toEqual({ count: 0 });
    expect(await readUnread(lab.deps, stranger.personId)).toEqual({ count: 1 });
  });
});
