import { randomUUID } from 'node:crypto';
import { fen, plainDate } from '@gongji/domain';
import type { Edge } from '../../support/edge';
import { type Caller, logIn } from '../../support/edge-client';
import { accept, bindingRequest, bindMother } from '../../support/family';
import {
  anotherEmployee,
  anybody,
  chen,
  CODE_ONLY,
  COMPLETE,
  FUNDS_ONLY,
  GUARDIAN,
  invited,
  OPENID_LOG_IN,
  type ReachedTable,
  withRule,
} from './lab';

const SHANXI = '140100';
const ofCode = { kind: 'show-code' } as const;

/** The main pair, bound. */
async function pair(edge: Edge, change: Parameters<typeof bindMother>[2] = {}) {
  const [son, mother] = [await chen(edge), await logIn(edge, 'chen-guilan')];
  return { son, mother, path: { bindingId: (await bindMother(son, mother, change)).bindingId } };
}

/** A brother in Xi'an, with terms that leave something out. */
const toBrother = async (edge: Edge, change: object) =>
  (await logIn(edge, 'wang-fang')).refused('proposeBinding', {
    body: bindingRequest('wang-jun', 'sibling', { ...FUNDS_ONLY, shareFunds: { ...COMPLETE, ...change } }),
  });
const limitRefused = (who: Caller, limitFen: number) => who.refused('setSharedLimit', { body: { limitFen } });

/** Somebody in Fuzhou who has put 200 yuan into the common account this month. */
async function withPool(edge: Edge): Promise<Caller> {
  const lin = await logIn(edge, 'lin-hai');
  await lin.ask('proposeBinding', {
    body: bindingRequest('lin-ning', 'child', { ...FUNDS_ONLY, ...GUARDIAN, sharedLimitFen: fen(20_000) }),
  });
  return lin;
}

export const GRANT_REFUSALS: ReachedTable = {
  BINDING_TOO_MANY_EVER: {
    world: { ...anybody(), rules: withRule({ kind: 'maxRelativesEver', value: 1 }) },
    by: async (edge) => {
      const owner = await chen(edge);
      const { bindingId } = await owner.ask('proposeBinding', { body: invited('440300', 1, FUNDS_ONLY) });
      await owner.ask('unbind', { path: { bindingId } });
      return owner.refused('proposeBinding', { body: invited('440300', 3, FUNDS_ONLY) });
    },
  },
  BINDING_END_DATE_REQUIRED: { by: (edge) => toBrother(edge, { endsOn: null }) },
  BINDING_PLACE_REQUIRED: { by: (edge) => toBrother(edge, { place: null }) },
  BINDING_CAP_REQUIRED: {
    world: OPENID_LOG_IN,
    by: async (edge) => (await anotherEmployee(edge, SHANXI, 3)).refused('proposeBinding', { body: invited(SHANXI, 1, FUNDS_ONLY) }),
  },
  BINDING_GRANT_OPEN: {
    by: async (edge) => {
      const { son, path } = await pair(edge);
      const { relative: _relative, relation: _relation, ...body } = bindingRequest('chen-guilan', 'parent', CODE_ONLY);
      return son.refused('openGrant', { path, body });
    },
  },
  BINDING_PAUSED_BY_OTHER: {
    by: async (edge) => {
      const { son, mother, path } = await pair(edge);
      await mother.ask('pauseGrant', { path, body: ofCode });
      return son.refused('resumeGrant', { path, body: ofCode });
    },
  },
  BINDING_TERMS_NEED_CONSENT: {
    by: async (edge) => {
      const { son, path } = await pair(edge, { showCode: { endsOn: plainDate('2027-06-30') } });
      return son.refused('changeTerms', { path, body: { showCode: { endsOn: null }, shareFunds: null } });
    },
  },
  BINDING_FACE_CHECK_REQUIRED: {
    by: async (edge) => {
      const { bindingId } = await (await chen(edge)).ask('proposeBinding', { body: bindingRequest('chen-guilan', 'parent') });
      return (await logIn(edge, 'chen-guilan')).refused('acceptBinding', { path: { bindingId }, body: { faceCheckId: null } });
    },
  },
  BINDING_END_TOO_EARLY: {
    by: async (edge) => {
      const [hu, brother] = [await logIn(edge, 'hu-yong'), await logIn(edge, 'hu-liang')];
      const { bindingId } = await hu.ask('proposeBinding', { body: bindingRequest('hu-liang', 'sibling', FUNDS_ONLY) });
      await accept(brother, bindingId);
      return hu.refused('unbind', { path: { bindingId } });
    },
  },
  INVITATION_INVALID: { by: async (edge) => (await chen(edge)).refused('openInvitation', { body: { token: 'x'.repeat(43) } }) },
  ORDER_FIXED: {
    by: async (edge) => (await logIn(edge, 'chen-guilan')).refused('setDeductionOrder', { body: { bindingIds: [randomUUID()] } }),
  },
  ORDER_INCOMPLETE: {
    by: async (edge) => (await logIn(edge, 'liu-zhiqiang')).refused('setDeductionOrder', { body: { bindingIds: [randomUUID()] } }),
  },
  LIMIT_BELOW_SPENT: {
    by: async (edge) => {
      const { son, mother } = await pair(edge, { sharedLimitFen: fen(100_000) });
      const { quoteId } = await son.ask('quotePremium', { body: { personId: mother.personId, year: 2027 } });
      await son.ask('applyPremium', { body: { quoteId } });
      return limitRefused(son, 100);
    },
  },
  LIMIT_OVER_BALANCE: {
    by: async (edge) => {
      const body = bindingRequest('ma-yulan', 'parent', { ...FUNDS_ONLY, sharedLimitFen: fen(100_000_000) });
      return (await logIn(edge, 'ma-jun')).refused('proposeBinding', { body });
    },
  },
  LIMIT_NOT_LOWER: { by: async (edge) => limitRefused(await withPool(edge), 10_000) },
  LIMIT_MOVES_USED: { by: async (edge) => limitRefused(await withPool(edge), 30_000) },
};
