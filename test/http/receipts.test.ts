import { setTimeout as wait } from 'node:timers/promises';
import { PNG } from 'pngjs';
import { type RouteName, MOST_FILE_BYTES } from '@gongji/contract';
import { PEOPLE } from '../../apps/sandbox/src/people/people';
import { MOST_AT_ONCE } from '../../apps/bff/src/receipt/receipt-printer';
import { decodeQr } from '../support/decode-code';
import { type Edge, openEdge } from '../support/edge';
import { addressOf, callRoute, type Reply, refusalOf } from '../support/edge-client';
import { doMainJob, type MainJob } from '../support/main-job';
import { wordsOfPdf } from '../support/read-pdf';

const PAID = new Date('2026-11-30T10:00:00Z');
const FILES = ['receiptPicture', 'receiptDocument'] as const;

describe('a receipt over HTTP', () => {
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge({ limits: { receiptChecksPerAddress: { times: 200, seconds: 60 } } });
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  const path = () => ({ paymentId: job.paymentId });
  const fetchFile = (name: RouteName, token = job.son.token) => callRoute(edge, name, { path: path(), token });
  const view = () => job.son.ask('receipt', { path: path() });
  const verify = async (number: string, hash: string) => (await callRoute(edge, 'verifyReceipt', { body: { number, hash } })).body;

  it.each([...FILES, 'receipt'] as const)('%s is refused in words before the tax office has confirmed the payment', async (name) => {
    expect(await job.son.refused(name, { path: path() })).toMatchObject({ code: 'PREMIUM_RECEIPT_NOT_READY', status: 409 });
  });

  describe('once it is paid', () => {
    beforeAll(() => edge.moveClockTo(PAID));

    it.each([
      ['receiptPicture', 'image/png', 'png'],
      ['receiptDocument', 'application/pdf', 'pdf'],
    ] as const)('%s is a file that no cache keeps and whose name says nothing of anybody', async (name, type, ending) => {
      const { status, headers, body } = await fetchFile(name);
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, 'no-store']);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="gongji-${(await view()).ourNumber}.${ending}"`);
      expect(headers.get('content-length')).toBe(String((body as Buffer).length));
      expect((body as Buffer).length).toBeLessThan(MOST_FILE_BYTES);
    });

    it('is a document with the English under the Chinese for a phone that speaks it', async () => {
      const asked = { path: path(), token: job.son.token, headers: { 'accept-language': 'en' } };
      const words = await wordsOfPdf((await callRoute(edge, 'receiptDocument', asked)).body as Buffer);
      for (const said of ['参保人', 'Insured person', '肆佰元整', 'Paid, not yet received by the treasury']) expect(words).toContain(said);
    });

    it('is a document whose words can be read: both numbers, masked names, and nobody’s whole name or certificate', async () => {
      const words = await wordsOfPdf((await fetchFile('receiptDocument')).body as Buffer);
      const { ourNumber, taxNumber, hash } = await view();
      for (const said of [
        ourNumber,
        taxNumber,
        '人民币',
        '肆佰元整',
        '¥400.00',
        '陈*兰',
        '陈*国',
        '已缴费，尚未入库',
        '演示',
        '不是税务部门的完税证明',
      ])
        expect(words).toContain(said);
      expect(words.replace(/\s/g, '')).toContain(hash);
      for (const { name, certificateNumber } of PEOPLE) for (const secret of [name, certificateNumber]) expect(words).not.toContain(secret);
    });

    it('is a picture whose QR code leads to the check of this receipt', async () => {
      const picture = (await fetchFile('receiptPicture')).body as Buffer;
      const { width, height } = PNG.sync.read(picture);
      expect([width, height]).toEqual([1190, 1684]);
      const address = new URL(decodeQr(lowerRight(picture)) ?? '');
      // Reading holds this process for seconds: connections that were hung up meanwhile are to be noticed before the next request.
      await wait(50);
      expect([address.origin, address.pathname, address.search]).toEqual(['http://localhost:8080', '/', '']);
      const [, number = '', hash = ''] =
        /^#\/pages\/paying\/verify-receipt\/index\?code=(GJ\d{20})\.([0-9a-f]{64})$/.exec(address.hash) ?? [];
      expect(await verify(number, hash)).toMatchObject({
        standing: 'paid',
        receipt: { amountFen: 40_000, year: 2027, personInitial: '陈**' },
      });
    });

    it('is checked by anybody with the paper, and tells no more than stands on it', async () => {
      const { ourNumber, hash } = await view();
      const text = JSON.stringify(await verify(ourNumber, hash));
      for (const secret of ['陈桂兰', '陈建国', job.paymentId, job.son.personId, job.mother.personId, '兰', '国'])
        expect(text).not.toContain(secret);
      const unknown = { standing: 'unknown', receipt: null };
      expect(await verify(ourNumber, `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`)).toMatchObject(unknown);
      expect(await verify('GJ20261123999999999999', hash)).toMatchObject(unknown);
    });

    it.each(FILES)('%s is nobody else’s: not the relative’s, not a stranger’s, not without a session', async (name) => {
      for (const { token } of [job.mother, job.stranger])
        expect(refusalOf(name, await fetchFile(name, token))).toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND', status: 404 });
      expect(refusalOf(name, await callRoute(edge, name, { path: path() })).code).toBe('SESSION_MISSING');
      const inAddress = await fetch(`${edge.url}${addressOf(name, { path: path() })}?token=${job.son.token}`);
      expect(inAddress.status).toBe(401);
    });

    it.each(FILES)('%s asked for twenty times at once is drawn for some, and the others are told when to come again', async (name) => {
      const replies: Reply[] = await Promise.all(Array.from({ length: 20 }, () => fetchFile(name)));
      const drawn = replies.filter(({ status }) => status === 200);
      expect(drawn.length).toBeGreaterThanOrEqual(MOST_AT_ONCE);
      for (const reply of replies.filter(({ status }) => status !== 200)) {
        expect(refusalOf(name, reply)).toMatchObject({ code: 'SERVICE_BUSY', status: 503 });
        expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      for (const { body } of drawn) expect((body as Buffer).length).toBeGreaterThan(10_000);
      expect((await fetchFile(name)).status).toBe(200);
    });

    it('lets other requests through while receipts are drawn', async () => {
      const drawing = Promise.all(Array.from({ length: MOST_AT_ONCE }, () => fetchFile('receiptPicture')));
      const waits: number[] = [];
      const ask = async (): Promise<void> => {
        const from = performance.now();
        await callRoute(edge, 'me', { token: job.son.token });
        waits.push(performance.now() - from);
      };
      while ((await Promise.race([drawing, ask()])) === undefined);
      await drawing;
      expect(waits.length).toBeGreaterThan(5);
      expect(waits.sort((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(150);
    });

    it('tells the check, but not the hash, when it is posted', async () => {
      const before = await view();
      await edge.moveClockTo(new Date('2026-12-03T10:00:00Z'));
      const after = await view();
      expect([after.standing, after.hash]).toEqual(['posted', before.hash]);
      expect(await verify(before.ourNumber, before.hash)).toMatchObject({ standing: 'posted', receipt: { postedAt: after.postedAt } });
      expect(await wordsOfPdf((await fetchFile('receiptDocument')).body as Buffer)).toContain('已缴费，已入库');
    });

    it('leaves no number, hash or name in the logs', async () => {
      const { ourNumber, taxNumber, hash } = await view();
      const lines = edge.logLines.join('');
      for (const secret of [ourNumber, taxNumber, hash, '陈*兰', job.paymentId]) expect(lines).not.toContain(secret);
      expect(lines).toContain('/api/premium-payments/:paymentId/receipt.png');
      expect(lines).not.toContain('UNEXPECTED');
    });
  });
});

describe('checking receipts', () => {
  it('is limited for each address, whatever the answer', async () => {
    const edge = await openEdge({ limits: { receiptChecksPerAddress: { times: 3, seconds: 60 } }, replace: { proxies: 1 } });
    const body = { number: `GJ${'1'.repeat(20)}`, hash: 'a'.repeat(64) };
    const askFrom = (address: string) => callRoute(edge, 'verifyReceipt', { body, headers: { 'x-forwarded-for': address } });
    for (let time = 0; time < 3; time += 1) expect((await askFrom('203.0.113.9')).status).toBe(200);
    expect(refusalOf('verifyReceipt', await askFrom('203.0.113.9'))).toMatchObject({ code: 'RATE_LIMITED', status: 503 });
    expect((await askFrom('203.0.113.10')).status).toBe(200);
    await edge.close();
  });
});

describe('files of receipts', () => {
  it('are made so often a minute for one person', async () => {
    const edge = await openEdge({ limits: { receiptFilesPerPerson: { times: 1, seconds: 60 } } });
    const { son, paymentId } = await doMainJob(edge);
    await edge.moveClockTo(PAID);
    expect((await callRoute(edge, 'receiptPicture', { path: { paymentId }, token: son.token })).status).toBe(200);
    expect((await son.refused('receiptDocument', { path: { paymentId } })).code).toBe('RATE_LIMITED');
    await edge.close();
  });
});

/** The corner with the code. */
function lowerRight(picture: Buffer): Buffer {
  const part = new PNG({ width: 260, height: 300 });
  PNG.bitblt(PNG.sync.read(picture), part, 820, 1080, part.width, part.height, 0, 0);
  return PNG.sync.write(part);
}
