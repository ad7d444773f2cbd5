import { describe, expect, it } from '@jest/globals';
import type { CodeEvents } from '@gongji/contract';
import { offlineKey, settlement, shownCode, uuid } from '../../../test/support/fixtures';
import { liveCode, offlinePhase, phaseOf, type Trouble, wantsCode } from './code-phase';

const AT = 1_000_000;
const live = liveCode(shownCode(), AT);
const events = (state: CodeEvents['state']): CodeEvents => ({
  codeId: uuid(40),
  state,
  scannedAt: null,
  institution: '示范医院',
  settlement: state === 'settled' ? settlement : null,
});
const offline: Trouble = { kind: 'offline' };
const refused: Trouble = {
  kind: 'refused',
  refusal: { code: 'CODE_NOT_ALLOWED', text: '', nextStep: '', requestId: null, fields: [] },
};
const busy: Trouble = { kind: 'busy', refusal: { code: 'SERVICE_BUSY', text: '', nextStep: '', requestId: null, fields: [] } };
const reserve = { key: offlineKey(), clockLeadMs: 0, lastContactAt: AT };
const known = (changes: object) => ({ live: null, events: null, trouble: null, waitingSince: null, reserve: null, now: AT, ...changes });

describe('what the code page shows', () => {
  it.each([
    ['nothing is known yet', {}, 'asking'],
    ['a code has 30 seconds', { live }, 'shown'],
    ['a code has a fraction of a second', { live, now: AT + 29_900 }, 'shown'],
    ['the code is over', { live, now: AT + 30_000 }, 'struck'],
    ['the code is over and nobody answers', { live, now: AT + 40_000, trouble: offline }, 'struck'],
    ['the code still holds and nobody answers', { live, now: AT + 5_000, trouble: offline }, 'shown'],
    ['nobody ever answered', { trouble: offline }, 'struck'],
    ['the code is refused', { trouble: refused }, 'refused'],
    ['an older code still holds while the newer is refused', { live, trouble: refused }, 'refused'],
    ['the service is busy and the code still holds', { live, trouble: busy }, 'shown'],
    ['the service is busy and the code is over', { live, trouble: busy, now: AT + 30_000 }, 'refused'],
    ['nobody answers and there is a key', { trouble: offline, reserve }, 'offline'],
    ['the code is over, nobody answers and there is a key', { live, trouble: offline, reserve, now: AT + 31_000 }, 'offline'],
    ['the code still holds, nobody answers and there is a key', { live, trouble: offline, reserve }, 'shown'],
    ['the code is refused and there is a key', { trouble: refused, reserve }, 'refused'],
    ['the answer is late and there is a key', { waitingSince: AT - 3_000, reserve }, 'offline'],
    ['the answer is not late yet and there is a key', { waitingSince: AT - 2_900, reserve }, 'asking'],
    ['it was scanned, nobody answers and there is a key', { events: events('scanned'), trouble: offline, reserve }, 'scanned'],
    ['it was scanned', { live, events: events('scanned') }, 'scanned'],
    ['it was scanned and its time is over', { live, now: AT + 99_000, events: events('scanned') }, 'scanned'],
    ['it was settled', { live, events: events('settled') }, 'settled'],
    ['it was settled and they are unbound since', { live, events: { ...events('settled'), settlement: null } }, 'scanned'],
    ['the server calls it over', { live, events: events('expired'), now: AT + 31_000 }, 'struck'],
  ])('when %s', (_, changes, kind) => {
    expect(phaseOf(known(changes)).kind).toBe(kind);
  });

  it('counts whole seconds, never zero while the code is shown', () => {
    expect(phaseOf(known({ live, now: AT + 29_001 }))).toMatchObject({ secondsLeft: 1 });
    expect(phaseOf(known({ live }))).toMatchObject({ secondsLeft: 30 });
  });
});

describe('the step of a code without network', () => {
  it.each([
    ['by this phone where it goes right', 0, 1_000_000, 33, 20],
    ['by the server where this phone is 25 seconds behind', 25_000, 1_000_000, 34, 25],
    ['by the server where this phone is a minute ahead', -60_000, 1_000_000, 31, 20],
    ['for a whole step from its start', 0, 30_000, 1, 30],
    ['never with less than a second', 0, 59_999, 1, 1],
  ])('is counted %s', (_, clockLeadMs, now, step, secondsLeft) => {
    expect(offlinePhase({ ...reserve, clockLeadMs }, now)).toMatchObject({ step, secondsLeft });
  });
});

describe('a new code is asked for', () => {
  it.each([
    ['at once', {}, true],
    ['not while one is fresh', { live }, false],
    ['four seconds ahead of the end', { live, now: AT + 26_000 }, true],
    ['not after a scan', { live, now: AT + 29_000, events: events('scanned') }, false],
    ['not after a settlement', { live, now: AT + 99_000, events: events('settled') }, false],
    ['not again after a refusal', { trouble: refused }, false],
    ['not at once after silence', { trouble: offline, now: AT + 1_000 }, false],
    ['three seconds after silence', { trouble: offline, now: AT + 3_000 }, true],
    ['three seconds after the service was busy', { trouble: busy, now: AT + 3_000 }, true],
  ])('%s', (_, changes, wanted) => {
    expect(wantsCode(known(changes), AT)).toBe(wanted);
  });
});
