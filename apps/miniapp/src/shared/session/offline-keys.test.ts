import { describe, expect, it } from '@jest/globals';
import { offlineKey } from '../../../test/support/fixtures';
import { phoneStorage } from '../../../test/stubs/taro';
import { dropKeyOf, keepKey, metServer, reserves } from './offline-keys';

const CLOCK = { clockLeadMs: 7_200_000, lastContactAt: 1_795_000_000_000 };
const clocks = () => reserves().map(({ clockLeadMs, lastContactAt }) => ({ clockLeadMs, lastContactAt }));

describe('the clock of codes without network', () => {
  it('stays as it was kept until this launch has met the server, whatever becomes of the keys', () => {
    phoneStorage.set('offline-keys', { holderId: 'me', keys: [offlineKey()], taken: [], ...CLOCK });
    dropKeyOf('somebody-else');
    expect(clocks()).toEqual([CLOCK]);
    keepKey('me', offlineKey());
    expect(clocks()).toEqual([CLOCK]);
  });

  it('is that of the last meeting from then on', () => {
    keepKey('me', offlineKey());
    metServer(new Date(Date.now() + CLOCK.clockLeadMs).toISOString());
    dropKeyOf('somebody-else');
    const [{ clockLeadMs, lastContactAt } = CLOCK] = clocks();
    expect(Math.abs(clockLeadMs - CLOCK.clockLeadMs)).toBeLessThan(1000);
    expect(Date.now() - lastContactAt).toBeLessThan(1000);
  });
});
