import Taro from '@tarojs/taro';
import type { ComplaintView } from '@gongji/contract';
import { plainDate } from '@gongji/domain';
import { describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { binding, me, NOW, payment, uuid } from '../../../test/support/fixtures';
import { later } from '../../../test/support/later';
import { showTo, tap } from '../../../test/support/signed-in';
import { fillPhone, phoneStorage } from '../../../test/stubs/taro';
import { knownFrom } from './complaint-draft';
import { ComplaintDetail } from './complaint-detail';
import { ComplaintForm } from './complaint-form';
import { ComplaintList } from './complaint-list';

const complaint = (changes: Partial<ComplaintView> = {}): ComplaintView => ({
  complaintId: uuid(70),
  number: '261123482157',
  numberText: '261123 482157',
  kind: 'debit',
  kindText: '扣款有疑问',
  state: 'received',
  stateText: '已收到，等待答复',
  writtenAt: NOW,
  answerBy: plainDate('2026-11-30'),
  provisional: false,
  overdue: false,
  mayClose: true,
  text: '这笔扣款不是我的。',
  about: null,
  reference: null,
  phone: null,
  answers: [],
  closedAt: null,
  promiseText: '收到后 5 个工作日内答复',
  promiseNote: '暂定：没有查到公开规定',
  ...changes,
});

const reads = {
  bindings: () => ({ answer: { bindings: [binding()] } }),
  premiumPayments: () => ({ answer: { payments: [payment()], paidForMe: [] } }),
};
const WORDS = '昨天在药店多扣了一笔';
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } });
const choose = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('radio', { name })));

describe('writing a complaint', () => {
  const onWritten = jest.fn<(complaintId: string) => void>();
  const show = (behaviours: Parameters<typeof showTo>[2] = {}, known = {}) => {
    onWritten.mockClear();
    return showTo(me(), <ComplaintForm known={known} onWritten={onWritten} onList={jest.fn()} />, { ...reads, ...behaviours });
  };
  const fillIn = async () => {
    await choose('扣款有疑问');
    type('请写明情况', WORDS);
  };

  it('says what is missing, by field, before anything is sent', async () => {
    const calls = await show();
    await tap('提交并取得编号');
    expect(screen.getByRole('alert').textContent).toContain('有 2 处需要改正');
    await act(async () => fireEvent.click(screen.getByRole('switch', { name: '需要回电' })));
    await fillIn();
    type('回电号码', '123');
    await tap('提交并取得编号');
    expect(screen.getByRole('alert').textContent).toContain('11 位手机号');
    expect(calls.filter(({ name }) => name === 'writeComplaint')).toEqual([]);
  });

  it('sends the words, what they are about and the reference of the error page, once', async () => {
    const calls = await show(
      { writeComplaint: () => ({ answer: complaint() }) },
      knownFrom({ reference: '0197f3c2-1111', errorCode: 'UNEXPECTED' }),
    );
    await fillIn();
    await tap('选择一项');
    await choose(/^为.*代缴/);
    await act(async () => {
      const button = screen.getByRole('button', { name: '提交并取得编号' });
      fireEvent.click(button);
      fireEvent.click(button);
    });
    const sent = calls.filter(({ name }) => name === 'writeComplaint');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({
      kind: 'debit',
      text: WORDS,
      about: { kind: 'payment', id: payment().paymentId },
      reference: '0197f3c2-1111',
      errorCode: 'UNEXPECTED',
      phone: null,
    });
    expect(onWritten).toHaveBeenCalledWith(uuid(70));
    expect(phoneStorage.get('complaint')).toBeUndefined();
  });

  it('keeps what was typed through a refusal, and marks no word as lost', async () => {
    await show({ writeComplaint: () => ({ refuse: 'COMPLAINT_TOO_MANY' }) });
    await fillIn();
    await tap('提交并取得编号');
    expect(screen.getByRole('alert').textContent).toContain('每人每天最多');
    expect(screen.queryByRole('button', { name: '反映这个问题' })).toBeNull();
    expect(screen.getByDisplayValue(WORDS)).toBeTruthy();
  });

  it('keeps it through the way back and a restart, for the same person and a day', async () => {
    await show();
    await fillIn();
    cleanup();
    await show();
    expect(screen.getByDisplayValue(WORDS)).toBeTruthy();
    expect(screen.getByText('上次写的内容还在')).toBeTruthy();
    await tap('清空重写');
    expect(screen.queryByDisplayValue(WORDS)).toBeNull();
  });

  describe('begun on another page', () => {
    const [payments, error] = [
      knownFrom({ about: 'payment', id: payment().paymentId }),
      knownFrom({ reference: '0197f3c2-1111', errorCode: 'UNEXPECTED' }),
    ];
    const sentOf = async (known: object) => {
      const calls = await show({ writeComplaint: () => ({ answer: complaint() }) }, known);
      await fillIn();
      await tap('提交并取得编号');
      return calls.find(({ name }) => name === 'writeComplaint')?.body;
    };

    it('and never written leaves nothing of it to the next one', async () => {
      await show({}, payments);
      await choose('个人信息');
      cleanup();
      expect(await sentOf({})).toMatchObject({ about: null, reference: null, errorCode: null });
    });

    it.each([
      ['an error after a payment', payments, error, { about: null, reference: '0197f3c2-1111', errorCode: 'UNEXPECTED' }],
      ['a payment after an error', error, payments, { about: { kind: 'payment' }, reference: null, errorCode: null }],
    ])('is about what led to it, not about what led to the one before: %s', async (_, before, now, sent) => {
      await show({}, before);
      await fillIn();
      cleanup();
      expect(await sentOf(now)).toMatchObject({ text: WORDS, ...sent });
    });

    it('keeps its words and what they are about, where nothing new led to it', async () => {
      await show({}, payments);
      await fillIn();
      cleanup();
      expect(await sentOf({})).toMatchObject({ text: WORDS, about: { kind: 'payment' } });
    });
  });

  it('is there as it was typed and sent on a phone without room, too', async () => {
    const calls = await show({ writeComplaint: () => ({ answer: complaint() }) });
    fillPhone();
    await fillIn();
    await tap('提交并取得编号');
    expect(calls.at(-1)).toMatchObject({ name: 'writeComplaint', body: { kind: 'debit', text: WORDS } });
    expect(onWritten).toHaveBeenCalledWith(uuid(70));
  });

  it('is not shown to the next person on the same phone', async () => {
    await show();
    await fillIn();
    cleanup();
    await showTo(me({ personId: uuid(99) }), <ComplaintForm known={{}} onWritten={jest.fn()} onList={jest.fn()} />, reads);
    expect(screen.queryByDisplayValue(WORDS)).toBeNull();
  });

  it('leads nowhere any more once its page is gone', async () => {
    const { answer, come } = later<{ readonly answer: ComplaintView }>();
    await show({ writeComplaint: () => answer });
    await fillIn();
    await tap('提交并取得编号');
    cleanup();
    await act(async () => come({ answer: complaint() }));
    expect(onWritten).not.toHaveBeenCalled();
    expect(phoneStorage.get('complaint')).toBeUndefined();
  });

  it('leaves alone what was begun since, where the answer comes after its page is gone', async () => {
    const { answer, come } = later<{ readonly answer: ComplaintView }>();
    await show({ writeComplaint: () => answer });
    await fillIn();
    await tap('提交并取得编号');
    cleanup();
    await show();
    type('请写明情况', '另外一笔也不对，请一起看看');
    await act(async () => come({ answer: complaint() }));
    cleanup();
    await show();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^请写明情况/).value).toBe('另外一笔也不对，请一起看看');
  });

  it('never says that it failed when nobody answered, and sends the same again under the same key', async () => {
    let tries = 0;
    const calls = await show({ writeComplaint: () => ((tries += 1) === 1 ? 'silence' : { answer: complaint() }) });
    await fillIn();
    await tap('提交并取得编号');
    expect(screen.getByRole('alert').textContent).toContain('可能已经收到');
    await tap('再提交一次（不会重复）');
    const keys = calls.filter(({ name }) => name === 'writeComplaint').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(onWritten).toHaveBeenCalledTimes(1);
  });

  it('promises to be the same only while it is: what was changed after a lost answer goes as another one, and is called that', async () => {
    let tries = 0;
    const calls = await show({ writeComplaint: () => ((tries += 1) === 1 ? 'silence' : { answer: complaint() }) });
    await fillIn();
    await tap('提交并取得编号');
    type('请写明情况', `${WORDS}！`);
    expect(screen.queryByRole('button', { name: '再提交一次（不会重复）' })).toBeNull();
    expect(screen.getByRole('button', { name: '查看我的投诉建议' })).toBeTruthy();
    type('请写明情况', WORDS);
    expect(screen.getByRole('button', { name: '再提交一次（不会重复）' })).toBeTruthy();
    type('请写明情况', `${WORDS}！`);
    await tap('作为另一条提交');
    expect(new Set(calls.filter(({ name }) => name === 'writeComplaint').map(({ key }) => key)).size).toBe(2);
  });

  it.each([
    [{ about: 'person', id: uuid(1) }, {}],
    [{ reference: '<script>', errorCode: 'drop table' }, {}],
    [{ about: 'binding', id: uuid(1) }, { about: { kind: 'binding', id: uuid(1) } }],
  ])('takes from its link %j only what can be', (query, known) => {
    expect(knownFrom(query as Record<string, string>)).toEqual(known);
  });
});

describe('complaints', () => {
  it('say that there are none, and how to write one', async () => {
    const onWrite = jest.fn();
    await showTo(me(), <ComplaintList onWrite={onWrite} onOpen={jest.fn()} />, { complaints: () => ({ answer: { complaints: [] } }) });
    expect(screen.getByText('还没有投诉建议')).toBeTruthy();
    await tap('写投诉建议');
    expect(onWrite).toHaveBeenCalled();
  });

  it('are listed with number, state and the day of the answer; a promise not kept is said', async () => {
    const { text, about, reference, phone, answers, closedAt, promiseText, promiseNote, ...line } = complaint();
    void [text, about, reference, phone, answers, closedAt, promiseText, promiseNote];
    const complaints = [line, { ...line, complaintId: uuid(71), numberText: '261101 000006', overdue: true }];
    await showTo(me(), <ComplaintList onWrite={jest.fn()} onOpen={jest.fn()} />, { complaints: () => ({ answer: { complaints } }) });
    expect(screen.getByText('扣款有疑问 261123 482157')).toBeTruthy();
    expect(screen.getAllByText('2026年11月30日前答复')).toHaveLength(2);
    expect(screen.getByText('已超期')).toBeTruthy();
  });

  it('show the number first, digit by digit for a screen reader, with the promise marked as assumed', async () => {
    await showTo(me(), <ComplaintDetail complaintId={uuid(70)} justWritten />, { complaint: () => ({ answer: complaint() }) });
    expect(screen.getByLabelText('编号 2 6 1 1 2 3 4 8 2 1 5 7').textContent).toBe('261123 482157');
    expect(screen.getByRole('alert').textContent).toContain('请记下编号');
    expect(screen.getByText('暂定')).toBeTruthy();
  });

  it('show every answer, and end when their writer says so', async () => {
    let state: ComplaintView = complaint({ state: 'answered', answers: [{ at: NOW, text: '已核实。' }] });
    const calls = await showTo(me(), <ComplaintDetail complaintId={uuid(70)} justWritten={false} />, {
      complaint: () => ({ answer: state }),
      closeComplaint: () => {
        state = { ...state, state: 'closed', mayClose: false, closedAt: NOW };
        return { answer: state };
      },
    });
    expect(screen.getByText('已核实。')).toBeTruthy();
    await tap('不再需要，结束这一条');
    expect(calls.filter(({ name }) => name === 'closeComplaint')).toHaveLength(1);
    expect(screen.getByText('已结束')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /结束这一条/ })).toBeNull();
  });

  it('are over where that cannot be read again', async () => {
    let gone = false;
    await showTo(me(), <ComplaintDetail complaintId={uuid(70)} justWritten={false} />, {
      complaint: () => (gone ? 'silence' : { answer: complaint() }),
      closeComplaint: () => {
        gone = true;
        return { answer: complaint({ state: 'closed', mayClose: false, closedAt: NOW }) };
      },
    });
    await tap('不再需要，结束这一条');
    expect(screen.getByText('已结束')).toBeTruthy();
  });

  it('are read again when no answer came, and nothing is left of that', async () => {
    const calls = await showTo(me(), <ComplaintDetail complaintId={uuid(70)} justWritten={false} />, {
      complaint: () => ({ answer: complaint() }),
      closeComplaint: () => 'silence',
    });
    await tap('不再需要，结束这一条');
    await tap('查看现在的情况');
    expect(calls.map(({ name }) => name)).toEqual(['complaint', 'closeComplaint', 'complaint']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('of somebody else are not there, and the refusal leads to whoever answers with its reference', async () => {
    await showTo(me(), <ComplaintDetail complaintId={uuid(70)} justWritten={false} />, {
      complaint: () => ({ refuse: 'COMPLAINT_NOT_FOUND' }),
    });
    await tap('反映这个问题');
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/pages/account/write-complaint/index?reference=r-1&errorCode=COMPLAINT_NOT_FOUND',
    });
  });
});
