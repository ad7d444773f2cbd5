import { binding, grant, person, relative, showCodeGrant, TODAY } from '../../../../test/support/domain-builders';
import { addDays } from '../dates';
import { decideScan, decideShow, type ShowRequest } from './decide-show';

const show = (overrides: Partial<ShowRequest> = {}): ShowRequest => ({
  showerId: 'owner',
  person: relative(),
  binding: binding(),
  today: TODAY,
  ...overrides,
});
const withGrant = (overrides: Parameters<typeof showCodeGrant>[0]) => show({ binding: binding({ grants: [showCodeGrant(overrides)] }) });

describe('showing a code', () => {
  it('is everybody’s right for their own', () => {
    expect(decideShow(show({ person: person(), binding: null }))).toEqual({ ok: true, value: { own: true } });
  });

  it.each([
    ['with an active grant', show()],
    ['on the first and last day', withGrant({ startsOn: TODAY, endsOn: TODAY })],
    ['on a binding that is active', show({ binding: binding({ grants: [showCodeGrant(), grant({ state: 'ended' })] }) })],
  ])('of a relative is allowed %s', (_name, request) => {
    expect(decideShow(request)).toEqual({ ok: true, value: { own: false } });
  });

  it.each([
    ['without a binding', show({ binding: null })],
    ['with funds shared only', show({ binding: binding({ grants: [grant()] }) })],
    ['while the grant is proposed', withGrant({ state: 'proposed' })],
    ['after the grant ended', withGrant({ state: 'ended' })],
    ['after the binding ended', show({ binding: binding({ state: 'ended' }) })],
    ['the other way round', show({ showerId: 'relative', person: person() })],
    ['on somebody else’s binding', show({ binding: binding({ ownerId: 'stranger' }) })],
    ['on a binding to somebody else', show({ binding: binding({ relativeId: 'stranger' }) })],
  ])('of a relative is refused %s', (_name, request) => {
    expect(decideShow(request)).toEqual({ ok: false, code: 'CODE_NOT_ALLOWED' });
  });

  it.each([
    ['while the grant is paused', withGrant({ state: 'paused' }), 'CODE_SHOWING_PAUSED'],
    ['while it is paused, dates or no dates', withGrant({ state: 'paused', endsOn: addDays(TODAY, -1) }), 'CODE_SHOWING_PAUSED'],
    ['before the first day', withGrant({ startsOn: addDays(TODAY, 1) }), 'CODE_SHOWING_OUT_OF_DATE'],
    ['after the last day', withGrant({ endsOn: addDays(TODAY, -1) }), 'CODE_SHOWING_OUT_OF_DATE'],
  ])('of a relative says to who was let show it that it rests %s', (_name, request, code) => {
    expect(decideShow(request)).toEqual({ ok: false, code });
    expect(decideShow({ ...request, showerId: 'stranger' })).toEqual({ ok: false, code: 'CODE_NOT_ALLOWED' });
  });

  it.each(['paused', 'ended', 'none'] as const)('is refused when the person’s insurance is %s', (insuranceState) => {
    expect(decideShow(show({ person: relative({ insuranceState }) }))).toEqual({ ok: false, code: 'CODE_OWNER_NOT_INSURED' });
    expect(decideShow(show({ person: person({ insuranceState }), binding: null }))).toMatchObject({ code: 'CODE_OWNER_NOT_INSURED' });
  });

  it('tells a stranger nothing of the person’s insurance', () => {
    expect(decideShow(show({ binding: null, person: relative({ insuranceState: 'ended' }) }))).toEqual({
      ok: false,
      code: 'CODE_NOT_ALLOWED',
    });
  });
});

describe('scanning a code', () => {
  const expiresAt = new Date('2026-11-22T04:00:30Z');

  it.each([
    ['2026-11-22T04:00:00.000Z', false, true],
    ['2026-11-22T04:00:30.000Z', false, true],
    ['2026-11-22T04:00:34.999Z', false, true],
    ['2026-11-22T04:00:35.000Z', false, true],
    ['2026-11-22T04:00:35.001Z', false, false],
    ['2026-11-22T04:00:00.000Z', true, false],
  ])('at %s, spent %p: works %p', (at, spent, works) => {
    expect(decideScan({ expiresAt, spent }, new Date(at)).ok).toBe(works);
  });

  it('says the same of a code nobody issued', () => {
    expect(decideScan(null, new Date(0))).toEqual(decideScan({ expiresAt, spent: true }, expiresAt));
  });
});
