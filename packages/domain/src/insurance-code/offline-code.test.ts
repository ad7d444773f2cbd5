import { OFFLINE_STEP_SECONDS, offlineHandle, offlinePayload, offlineStepAt, offlineStepOf } from './offline-code';

const key = { handle: '10000000000007', secret: Uint8Array.from({ length: 32 }, (_, index) => index) };
const AT = Date.parse('2026-11-28T04:00:10Z');

describe('a code without network', () => {
  // Worked out with Python's hmac and struct: the digest's first four words, six digits each.
  it.each([
    [0, '419513702857404715849860'],
    [1, '668569482615497537793206'],
    [59_843_760, '714504728261468085051271'],
    [8_589_934_597, '147423058960438014516558'],
  ])('of step %d is the handle and %s', (step, digits) => {
    expect(offlinePayload(key, step)).toBe(`10000000000007${digits}`);
  });

  it('is taken one step early and one late, and no further', () => {
    const made = offlineStepAt(AT);
    const payload = offlinePayload(key, made);
    const stepsLater = (steps: number): number | undefined => offlineStepOf(key, payload, AT + steps * OFFLINE_STEP_SECONDS * 1000);
    expect([-2, -1, 0, 1, 2].map(stepsLater)).toEqual([undefined, made, made, made, undefined]);
  });

  it('is worth nothing with another secret, handle or digit', () => {
    const payload = offlinePayload(key, offlineStepAt(AT));
    const last = payload.endsWith('0') ? '1' : '0';
    expect(offlineStepOf({ ...key, secret: key.secret.map((byte) => byte ^ 1) }, payload, AT)).toBeUndefined();
    expect(offlineStepOf({ ...key, handle: '10000000000008' }, payload, AT)).toBeUndefined();
    expect(offlineStepOf(key, payload.slice(0, -1) + last, AT)).toBeUndefined();
  });

  it('names its key; a code of forty digits names none', () => {
    expect(offlineHandle(offlinePayload(key, 1))).toBe(key.handle);
    for (const other of ['', '1'.repeat(37), '1'.repeat(40), `${'1'.repeat(37)}x`]) expect(offlineHandle(other)).toBeUndefined();
  });

  it('needs a handle of fourteen digits', () => {
    expect(() => offlinePayload({ ...key, handle: '7' }, 1)).toThrow(RangeError);
  });
});
