import { FSI_TRANSACTIONS, type Infno } from '@gongji/contract';
import { findInstitutionByAccessKey } from '@gongji/core';
import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import type { AppDeps } from '../deps';
import type { EdgeState, Middleware } from '../http/edge-context';
import { logBug, refusalOf } from '../http/error-response';
import { jsonBody } from '../http/json-body';
import type { RateLimit } from '../http/rate-limit';
import { doneAnswer, refusedAnswer, statusOf } from './envelope';
import { readMessage, requireKind } from './message';
import { checkSignature, checkTimestamp, gatewayHeaders } from './signature';
import { transactions } from './transactions';

/** POST /fsi/:infno, the gateway that hospitals and pharmacies call: signature, envelope, one transaction. */
export function institutionGateway(deps: AppDeps, limit: RateLimit): Router<EdgeState> {
  const carryOut = transactions(deps, limit);
  const router = new Router<EdgeState>();
  router.post('/fsi/:infno', answerInEnvelope(deps), async (ctx) => {
    const institution = await authenticate(deps, (name) => ctx.get(name));
    const infno = knownInfno(String(ctx.params['infno']));
    if (ctx.get('_api_name') !== infno) throw new AppError('INSTITUTION_SIGNATURE_WRONG');
    requireKind(institution, infno);
    await jsonBody(ctx, async () => {
      const output = await carryOut(readMessage(ctx.request.body, { institution, infno }));
      ctx.body = doneAnswer({ requestId: ctx.state.requestId, now: deps.core.now() }, output);
    });
  });
  return router;
}

function knownInfno(rawInfno: string): Infno {
  if (!Object.hasOwn(FSI_TRANSACTIONS, rawInfno)) throw new AppError('TRANSACTION_UNKNOWN');
  return rawInfno as Infno;
}

/** Who calls. Throws one of the gateway's four refusals. */
async function authenticate({ core }: AppDeps, readHeader: (name: string) => string) {
  const headers = gatewayHeaders(readHeader);
  checkTimestamp(headers, core.now());
  const institution = await findInstitutionByAccessKey(core, headers['_api_access_key']);
  if (institution === null) throw new AppError('INSTITUTION_UNKNOWN');
  checkSignature(headers, institution.secretKey);
  return institution;
}

const answerInEnvelope =
  ({ core, log }: AppDeps): Middleware =>
  async (ctx, next) => {
    ctx.state.pattern = '/fsi/:infno';
    ctx.set('Cache-Control', 'no-store');
    try {
      await next();
    } catch (thrown) {
      const error = refusalOf(thrown);
      logBug(log, ctx.state.requestId, { error, thrown });
      ctx.state.refusedCode = error.code;
      ctx.status = statusOf(error);
      ctx.body = refusedAnswer({ requestId: ctx.state.requestId, now: core.now() }, error);
    }
  };
