import { randomUUID } from 'node:crypto';
import type { ProposeBindingRequest } from '@gongji/contract';
import { fen, plainDate } from '@gongji/domain';
import { type Edge, OPENING_TIME } from '../../support/edge';
import { type Caller, logIn } from '../../support/edge-client';
import { bindingRequest, bindMother, SHARE_EVERYTHING } from '../../support/family';
import { DEVICE, doMainJob } from '../../support/main-job';
import {
  anotherEmployee,
  anybody,
  employeeNumber,
  chen,
  CODE_ONLY,
  COMPLETE,
  FUNDS_ONLY,
  GUARDIAN,
  invited,
  OPENID_LOG_IN,
  type ReachedTable,
} from './lab';

const HOUR_MS = 3_600_000;
const [JINAN, XIAN, SHENZHEN] = ['370100', '610100', '440300'];
const LIMIT = { sharedLimitFen: fen(100_000) };

const proposal = async (edge: Edge, ...[relative, relation, change]: Parameters<typeof bindingRequest>) =>
  (await chen(edge)).refused('proposeBinding', { body: bindingRequest(relative, relation, change) });
const mother = (change: Partial<ProposeBindingRequest>) => (edge: Edge) => proposal(edge, 'chen-guilan', 'parent', change);
const shared = (change: object) => mother({ shareFunds: { ...SHARE_EVERYTHING, ...change } });

/** Binds so many invented siblings, five a month, and ends in the month after. */
async function bindMany(edge: Edge, owner: Caller, wishes: readonly ProposeBindingRequest[]): Promise<void> {
  for (const [index, body] of wishes.entries()) {
    if (index > 0 && index % 5 === 0) edge.pretendNow(new Date('2026-12-01T02:00:00Z'));
    await owner.ask('proposeBinding', { body });
  }
  edge.pretendNow(new Date('2027-01-04T02:00:00Z'));
}
const many = (count: number, wish: (index: number) => ProposeBindingRequest): readonly ProposeBindingRequest[] =>
  Array.from({ length: count }, (_, index) => wish(index));
const funded = (regionCode: string, index: number, change: object = {}) =>
  invited(regionCode, index, {
    ...FUNDS_ONLY,
    shareFunds: { ...COMPLETE, startsOn: plainDate('2027-01-04') },
    ...LIMIT,
    ...change,
  });

export const BINDING_REFUSALS: ReachedTable = {
  BINDING_NOT_FOUND: { by: async (edge) => (await chen(edge)).refused('binding', { path: { bindingId: randomUUID() } }) },
  BINDING_RELATION_NOT_ALLOWED: { by: (edge) => proposal(edge, 'chen-guilan', 'parent-in-law') },
  BINDING_SELF: { by: (edge) => proposal(edge, 'chen-jianguo', 'sibling') },
  BINDING_DUPLICATE: {
    by: async (edge) => {
      await (await chen(edge)).ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent') });
      return proposal(edge, 'chen-guilan', 'parent');
    },
  },
  BINDING_RELATION_IMPOSSIBLE: { by: (edge) => proposal(edge, 'chen-guilan', 'child') },
  BINDING_NOTHING_GRANTED: { by: mother({ showCode: null, shareFunds: null }) },
  BINDING_NO_USE_CHOSEN: { by: shared({ uses: [] }) },
  BINDING_USE_NOT_ALLOWED: { by: shared({ uses: ['ltc-premium'] }) },
  BINDING_SPONSOR_HAS_NO_ACCOUNT: {
    by: async (edge) => (await logIn(edge, 'chen-guilan')).refused('proposeBinding', { body: bindingRequest('chen-jianguo', 'child') }),
  },
  BINDING_SPONSOR_NOT_INSURED: {
    by: async (edge) =>
      (await logIn(edge, 'zhou-an')).refused('proposeBinding', { body: bindingRequest('chen-xiaoyu', 'sibling', GUARDIAN) }),
  },
  BINDING_RELATIVE_NOT_INSURED: { world: anybody({ insuranceState: 'ended' }), by: mother({}) },
  BINDING_OUTSIDE_PROVINCE: { by: (edge) => proposal(edge, 'wang-jun', 'sibling', FUNDS_ONLY) },
  BINDING_TOO_MANY_RELATIVES: {
    world: anybody(),
    by: async (edge) => {
      const sun = await logIn(edge, 'sun-wei');
      await bindMany(
        edge,
        sun,
        many(7, (index) => funded(JINAN, index)),
      );
      return sun.refused('proposeBinding', { body: funded(JINAN, 8) });
    },
  },
  BINDING_RELATION_CAP_REACHED: {
    world: anybody(),
    by: async (edge) => {
      const sun = await logIn(edge, 'sun-wei');
      await bindMany(edge, sun, [funded(JINAN, 0, { relation: 'spouse' })]);
      return sun.refused('proposeBinding', { body: funded(JINAN, 2, { relation: 'spouse' }) });
    },
  },
  BINDING_TOO_MANY_SPONSORS: {
    world: OPENID_LOG_IN,
    by: async (edge) => {
      edge.pretendNow(new Date('2027-01-04T02:00:00Z'));
      for (const index of [3, 5]) await (await anotherEmployee(edge, XIAN, index)).ask('proposeBinding', { body: funded(XIAN, 1) });
      return (await anotherEmployee(edge, XIAN, 7)).refused('proposeBinding', { body: funded(XIAN, 1) });
    },
  },
  BINDING_ROLE_EXCLUSIVE: {
    world: OPENID_LOG_IN,
    by: async (edge) => {
      edge.pretendNow(new Date('2027-01-04T02:00:00Z'));
      const [first, second] = [await anotherEmployee(edge, JINAN, 3), await anotherEmployee(edge, JINAN, 5)];
      await first.ask('proposeBinding', { body: funded(JINAN, 1) });
      const sponsor = { ...invited(JINAN, 0).relative, certificateNumber: employeeNumber(JINAN, 3) };
      return second.refused('proposeBinding', { body: funded(JINAN, 0, { relative: sponsor }) });
    },
  },
  BINDING_TOO_MANY_SHOWN: {
    world: anybody(),
    by: async (edge) => {
      const owner = await chen(edge);
      await bindMany(
        edge,
        owner,
        many(5, (index) => invited(SHENZHEN, index, CODE_ONLY)),
      );
      return owner.refused('proposeBinding', { body: invited(SHENZHEN, 8, CODE_ONLY) });
    },
  },
  BINDING_TOO_MANY_SHOWERS: {
    by: async (edge) => {
      for (const key of ['chen-jianguo', 'zhou-an'])
        await (await logIn(edge, key)).ask('proposeBinding', {
          body: bindingRequest('chen-xiaoyu', 'sibling', { ...CODE_ONLY, ...GUARDIAN }),
        });
      return (await logIn(edge, 'sun-wei')).refused('proposeBinding', {
        body: bindingRequest('chen-xiaoyu', 'sibling', { ...CODE_ONLY, ...GUARDIAN }),
      });
    },
  },
  BINDING_TOO_MANY_THIS_MONTH: {
    world: anybody(),
    by: async (edge) => {
      const owner = await chen(edge);
      for (let index = 0; index < 5; index += 1) {
        const { bindingId } = await owner.ask('proposeBinding', { body: invited(SHENZHEN, index, CODE_ONLY) });
        await owner.ask('withdrawInvitation', { path: { bindingId } });
      }
      return owner.refused('proposeBinding', { body: invited(SHENZHEN, 8, CODE_ONLY) });
    },
  },
  BINDING_DATES_INVALID: { by: shared({ startsOn: plainDate('2026-11-22') }) },
  BINDING_CAP_INVALID: { by: shared({ capPerPaymentFen: fen(2), capPerMonthFen: fen(1) }) },
  BINDING_LIMIT_REQUIRED: {
    by: async (edge) => (await logIn(edge, 'sun-wei')).refused('proposeBinding', { body: bindingRequest('sun-hao', 'child', GUARDIAN) }),
  },
  BINDING_GUARDIAN_STATEMENT_REQUIRED: { by: (edge) => proposal(edge, 'chen-xiaoyu', 'child') },
  BINDING_CONSENT_OUTDATED: { by: mother({ consentVersion: '2020-01' }) },
  BINDING_STATE_CONFLICT: {
    by: async (edge) => {
      const her = await logIn(edge, 'chen-guilan');
      const { bindingId } = await bindMother(await chen(edge), her);
      return her.refused('acceptBinding', { path: { bindingId }, body: { faceCheckId: null } });
    },
  },
  BINDING_INVITATION_EXPIRED: {
    by: async (edge) => {
      const { bindingId } = await (await chen(edge)).ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent', CODE_ONLY) });
      const her = await logIn(edge, 'chen-guilan');
      edge.pretendNow(new Date(OPENING_TIME.getTime() + 73 * HOUR_MS));
      return her.refused('acceptBinding', { path: { bindingId }, body: { faceCheckId: null } });
    },
  },
  BINDING_END_NOT_ALLOWED: {
    by: async (edge) => {
      const body = bindingRequest('sun-lan', 'spouse', { ...FUNDS_ONLY, ...LIMIT });
      const { bindingId } = await (await logIn(edge, 'sun-wei')).ask('proposeBinding', { body });
      return (await logIn(edge, 'sun-lan')).refused('unbind', { path: { bindingId } });
    },
  },
  BINDING_HAS_OPEN_PAYMENT: {
    by: async (edge) => {
      const { son, bindingId } = await doMainJob(edge);
      return son.refused('unbind', { path: { bindingId } });
    },
  },
  CODE_NOT_ALLOWED: {
    by: async (edge) => {
      const her = await logIn(edge, 'chen-guilan');
      return (await chen(edge)).refused('showCode', { body: { personId: her.personId, deviceId: DEVICE } });
    },
  },
  CODE_SHOWING_PAUSED: {
    by: async (edge) => {
      const [son, her] = [await chen(edge), await logIn(edge, 'chen-guilan')];
      const { bindingId } = await bindMother(son, her);
      await her.ask('pauseGrant', { path: { bindingId }, body: { kind: 'show-code' } });
      return son.refused('showCode', { body: { personId: her.personId, deviceId: DEVICE } });
    },
  },
  CODE_SHOWING_OUT_OF_DATE: {
    by: async (edge) => {
      const [son, her] = [await chen(edge), await logIn(edge, 'chen-guilan')];
      await bindMother(son, her, { showCode: { endsOn: plainDate('2026-11-24') } });
      edge.pretendNow(new Date(OPENING_TIME.getTime() + 73 * HOUR_MS));
      return son.refused('showCode', { body: { personId: her.personId, deviceId: DEVICE } });
    },
  },
  CODE_OWNER_NOT_INSURED: {
    by: async (edge) => {
      const zhou = await logIn(edge, 'zhou-an');
      return zhou.refused('showCode', { body: { personId: zhou.personId, deviceId: DEVICE } });
    },
  },
  OFFLINE_CODE_NOT_OFFERED: {
    by: async (edge) => {
      const her = await logIn(edge, 'chen-guilan');
      return her.refused('giveOfflineKey', { body: { personId: her.personId, deviceId: DEVICE, deviceName: '我的手机' } });
    },
  },
  DEVICE_NOT_FOUND: { by: async (edge) => (await chen(edge)).refused('removeDevice', { path: { deviceId: DEVICE } }) },
};
