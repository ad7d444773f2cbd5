import { describe, expect, it } from '@jest/globals';
import { phoneStorage } from '../../../test/stubs/taro';
import { keepInvitation, takeInvitation } from './pending-invitation';

describe('an invitation that waits for a log-in', () => {
  it('is given once', () => {
    keepInvitation({ token: 'token' });
    expect(takeInvitation()).toEqual({ token: 'token' });
    expect(takeInvitation()).toBeUndefined();
  });
  it('is the one that its binding names, where no token does', () => {
    keepInvitation({ bindingId: 'binding' });
    expect(takeInvitation()).toEqual({ bindingId: 'binding' });
  });
  it('is too old after half an hour', () => {
    phoneStorage.set('invitation', { token: 'token', bindingId: '', keptAt: Date.now() - 30 * 60_000 });
    expect(takeInvitation()).toBeUndefined();
  });
});
