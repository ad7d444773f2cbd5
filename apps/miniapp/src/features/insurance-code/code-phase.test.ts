import { describe, expect, it } from '@jest/globals';
import type { CodeEvents } from '@gongji/contract';
import { settlement, shownCode, uuid } from '../../../test/support/fixtures';
import { liveCode, phaseOf, type Trouble, wantsCode } from './code-phase';

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
const known = (changes: object) => ({ live: null, events: null, trouble: null, now: AT, ...changes });

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
    ['it was scanned', { live, events: events('scanned') }, 'scanned'],
    ['it was scanned and its time is over', { live, now: AT + 99_000, events: events('scanned') }, 'scanned'],
    ['it was settled', { live, events: events('settled') }, 'settled'],
    ['the server calls it over', { live, events: events('expired'), now: AT + 31_000 }, 'struck'],
  ])('when %s', (_, changes, kind) => {
    expect(phaseOf(known(changes)).kind).toBe(kind);
  });

  it('counts whole seconds, never zero while the code is shown', () => {
    expect(phaseOf(known({ live, now: AT + 29_001 }))).toMatchObject({ secondsLeft: 1 });
    expect(phaseOf(known({ live }))).toMatchObject({ secondsLeft: 30 });
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
  ])('%s', (_, changes, wanted) => {
    expect(wantsCode(known(changes), AT)).toBe(wanted);
  });
});
