import { AppError } from '@gongji/domain';
import { openInProcessStore } from '../../apps/bff/src/outside/short-lived-store.in-process';
import type { ShortLivedStore } from '../../apps/bff/src/outside/short-lived-store';
import { LIMITS, makeRateLimit, type RateLimit } from '../../apps/bff/src/http/rate-limit';

const GUESS = 'wrongInvitationPerPerson';

describe('a limit on wrong tries', () => {
  let store: ShortLivedStore;
  let limit: RateLimit;
  beforeEach(() => {
    store = openInProcessStore();
    limit = makeRateLimit(store, { ...LIMITS, [GUESS]: { times: 3, seconds: 60 } });
  });
  afterEach(() => store.close());

  const refuse = async (): Promise<never> => {
    throw new AppError('INVITATION_INVALID');
  };
  const fail = async (): Promise<never> => {
    throw new AppError('OUTSIDE_UNAVAILABLE');
  };
  const tried = (run: () => Promise<unknown>, who = 'x') => limit.countRefused(GUESS, who, { refusal: 'INVITATION_INVALID', run });
  const codeOf = (run: () => Promise<unknown>, who?: string) =>
    tried(run, who).then(
      () => 'done',
      (error: AppError) => error.code,
    );

  it('counts the refusal that it is about', async () => {
    for (let time = 0; time < 3; time += 1) expect(await codeOf(refuse)).toBe('INVITATION_INVALID');
    expect(await codeOf(refuse)).toBe('RATE_LIMITED');
    expect(await codeOf(refuse, 'y')).toBe('INVITATION_INVALID');
  });

  it('does not run what has to wait, also when it would be right', async () => {
    for (let time = 0; time < 3; time += 1) await codeOf(refuse);
    const run = jest.fn(async () => 'right');
    expect(await codeOf(run)).toBe('RATE_LIMITED');
    expect(run).not.toHaveBeenCalled();
  });

  it('counts neither what is right nor what fails for another reason', async () => {
    for (let time = 0; time < 10; time += 1) {
      expect(await tried(async () => 'right')).toBe('right');
      expect(await codeOf(fail)).toBe('OUTSIDE_UNAVAILABLE');
    }
  });

  it('lets no more through when many come at once', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(refuse)));
    expect(codes.filter((code) => code === 'INVITATION_INVALID')).toHaveLength(3);
  });
});
