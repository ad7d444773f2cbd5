import { type StartedSandbox, startSandbox } from './testing/start-sandbox';

const POSTS = [
  '/identity/verify',
  '/identity/face-checks',
  '/identity/face-checks/query',
  '/register/changes',
  '/tax/levies/query',
  '/tax/applications',
  '/tax/clearing-files',
  '/sandbox/faults',
  '/sandbox/clock',
  '/sandbox/register',
  '/sandbox/face-checks',
  '/counter/api/decode',
  '/counter/api/pre-settle',
  '/counter/api/settle',
  '/counter/api/ask-again',
];
const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
const BODIES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['an empty object', '{}'],
  ['an array', '[]'],
  ['a number', '7'],
  ['no JSON', '{"a":'],
  ['unknown fields', '{"surprise":1,"__proto__":{"a":1}}'],
  [
    'wrong types',
    '{"paymentId":1,"regionCode":[],"year":"2027","amountFen":0.5,"part":{},"offsetMs":null,"institutionCode":9,"visitId":false}',
  ],
  ['a deep object', deep],
  ['a huge text', JSON.stringify({ name: 'x'.repeat(3_000_000) })],
];

let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe.each(POSTS)('POST %s', (path) => {
  it.each(BODIES)('answers %s with 400 and a code', async (_, body) => {
    const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: expect.stringMatching(/^REQUEST_(INVALID|TOO_LARGE)$/), text: expect.any(String) });
  });

  it('takes JSON only, so that no form of another site can post', async () => {
    const answer = await fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"offsetMs":1}',
    });
    expect(answer.status).toBe(400);
  });
});

describe('an address', () => {
  it.each(['/tax/applications/7', '/tax/applications/%E0%A4%A', '/counter/api/records', '/counter/api/records?institution=H00000000000'])(
    'like %s is answered with 400',
    async (path) => {
      expect((await sandbox.get(path)).status).toBe(400);
    },
  );

  it.each(['/nothing', '/tax/applications/', '/%00', '/counter/../../etc/passwd'])(
    'like %s is answered with 404 and a code',
    async (path) => {
      expect(await sandbox.get(path)).toMatchObject({ status: 404, body: { code: 'ROUTE_UNKNOWN' } });
    },
  );

  it('with a negative, zero or fractional amount is refused', async () => {
    for (const amountFen of [-1, 0, 0.5, '40000', 1e20]) {
      const asked = {
        paymentId: 'a1b2c3d4-0000-4000-8000-000000000000',
        certificateNumber: 'x',
        regionCode: '441400',
        year: 2027,
        amountFen,
        payer: 'x',
      };
      expect((await sandbox.post('/tax/applications', asked)).status).toBe(400);
    }
  });
});
