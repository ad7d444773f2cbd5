import { randomUUID } from 'node:crypto';
import { fsiAnswer } from '@gongji/contract';
import { openInProcessStore } from '../../../apps/bff/src/outside/short-lived-store.in-process';
import { storeGone } from '../../../apps/bff/src/outside/short-lived-store';
import type { Edge } from '../../support/edge';
import { callRoute, logIn, type RawAsk, refusalOf, send } from '../../support/edge-client';
import { bindingRequest } from '../../support/family';
import { fsiRefusal, type FsiAsk, sendFsi } from '../../support/institution';
import { chen, type ReachedTable } from './lab';

const raw = async (edge: Edge, ask: RawAsk) => refusalOf(ask.path, await send(edge, ask));
const logInWith = async (edge: Edge, body: unknown) => refusalOf('logIn', await callRoute(edge, 'logIn', { body }));
const me = { method: 'GET', path: '/api/me' };
const relative = bindingRequest('chen-guilan', 'parent').relative;
const propose = async (edge: Edge, change: object) =>
  (await chen(edge)).refused('proposeBinding', { body: bindingRequest('chen-guilan', 'parent', { relative: { ...relative, ...change } }) });

/** The gateway answers in its own envelope: the four texts of the specification stand for their codes. */
async function gateway(edge: Edge, change: Partial<FsiAsk>, code: string) {
  const ask = { infno: '6101', input: { businessType: '01301', ecQrCode: '1' }, ...change };
  const { body } = await sendFsi(edge, ask);
  const text = fsiAnswer.parse(body).err_msg;
  return { code: text.startsWith('[') ? await fsiRefusal(edge, ask) : code, text, nextStep: '见接口规范。' };
}

export const REQUEST_REFUSALS: ReachedTable = {
  REQUEST_INVALID: { by: (edge) => logInWith(edge, {}) },
  REQUEST_TOO_LARGE: { by: (edge) => logInWith(edge, { code: 'x'.repeat(70_000) }) },
  IDEMPOTENCY_KEY_MISSING: {
    by: async (edge) =>
      raw(edge, { method: 'POST', path: '/api/premium-payments', token: (await chen(edge)).token, body: { quoteId: randomUUID() } }),
  },
  IDEMPOTENCY_KEY_REUSED: {
    by: async (edge) => {
      const [owner, key] = [await chen(edge), randomUUID()];
      await owner.ask('showCode', { key, body: { personId: owner.personId, deviceId: 'device-0001' } });
      return owner.refused('showCode', { key, body: { personId: owner.personId, deviceId: 'device-0002' } });
    },
  },
  ROUTE_UNKNOWN: { by: (edge) => raw(edge, { method: 'GET', path: '/api/nothing' }) },
  RATE_LIMITED: {
    world: { limits: { identityCheckPerPerson: { times: 1, seconds: 60 } } },
    by: async (edge) => {
      await propose(edge, { name: '陈桂花' });
      return propose(edge, { name: '陈桂花' });
    },
  },
  SESSION_MISSING: { by: (edge) => raw(edge, me) },
  SESSION_EXPIRED: { by: (edge) => raw(edge, { ...me, token: 'C'.repeat(43) }) },
  SESSION_ENDED: {
    by: async (edge) => {
      const owner = await chen(edge);
      await owner.ask('logOut');
      return owner.refused('me');
    },
  },
  LOGIN_CODE_INVALID: { by: (edge) => logInWith(edge, { code: 'demo-nobody' }) },
  PERSON_NOT_ENROLLED: {
    world: { replace: { findOpenid: async () => 'openid-of-nobody' } },
    by: (edge) => logInWith(edge, { code: 'x' }),
  },
  OUTSIDE_UNAVAILABLE: {
    by: async (edge) => {
      await edge.fault('identity', 'silence');
      return propose(edge, {});
    },
  },
  SERVICE_NOT_READY: {
    world: {
      replace: {
        store: {
          ...openInProcessStore(),
          get: async () => {
            throw storeGone();
          },
        },
      },
    },
    by: (edge) => raw(edge, { ...me, token: 'C'.repeat(43) }),
  },
  UNEXPECTED: {
    world: {
      replace: {
        findOpenid: async () => {
          throw new TypeError('planted');
        },
      },
    },
    by: (edge) => logInWith(edge, { code: 'x' }),
  },
  CERTIFICATE_INVALID: {
    by: (edge) => propose(edge, { certificateNumber: relative.certificateNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1')) }),
  },
  NAME_INVALID: { by: (edge) => propose(edge, { name: 'robert"); drop' }) },
  IDENTITY_NOT_CONFIRMED: { by: (edge) => propose(edge, { name: '陈桂花' }) },
  FACE_CHECK_UNKNOWN: {
    by: (edge) => raw(edge, { method: 'POST', path: '/sandbox/face-checks', body: { faceCheckId: '0'.repeat(32), passed: true } }),
  },
  POLICY_NOT_FOUND: { by: async (edge) => refusalOf('policy', await callRoute(edge, 'policy', { path: { region: '999999' } })) },
  ACCOUNT_NOT_FOUND: { by: async (edge) => (await logIn(edge, 'chen-guilan')).refused('account') },
  INSTITUTION_HEADER_MISSING: { by: (edge) => gateway(edge, { headers: { _api_signature: undefined } }, 'INSTITUTION_HEADER_MISSING') },
  INSTITUTION_TIMESTAMP_STALE: { by: (edge) => gateway(edge, { signedAt: new Date(0) }, 'INSTITUTION_TIMESTAMP_STALE') },
  INSTITUTION_UNKNOWN: { by: (edge) => gateway(edge, { headers: { _api_access_key: 'nobody' } }, 'INSTITUTION_UNKNOWN') },
  INSTITUTION_SIGNATURE_WRONG: { by: (edge) => gateway(edge, { secretKey: 'wrong' }, 'INSTITUTION_SIGNATURE_WRONG') },
  TRANSACTION_UNKNOWN: { by: (edge) => gateway(edge, { infno: '9999' }, '') },
};
