import { describe, expect, it } from '@jest/globals';
import { phoneStorage } from '../../../test/stubs/taro';
import { keepInvitation, takeInvitation } from './pending-invitation';

describe('an invitation that waits for a log-in', () => {
  it('is given once', () => {
    keepInvitation('token');
    expect(takeInvitation()).toBe('token');
    expect(takeInvitation()).toBeUndefined();
  });
  it('is too old after half an hour', () => {
    phoneStorage.set('invitation', { token: 'token', keptAt: Date.now() - 30 * 60_000 });
    expect(takeInvitation()).toBeUndefined();
  });
});
