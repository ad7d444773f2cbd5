import { fsiEnvelope } from '@gongji/contract';
import { findInstitutionByAccessKey } from '@gongji/core';
import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import type { AppDeps } from '../deps';
import type { EdgeState, Middleware } from '../http/edge-context';
import { logBug, refusalOf } from '../http/error-response';
import { jsonBody } from '../http/json-body';
import { parse } from '../http/parse';
import type { RateLimit } from '../http/rate-limit';
import { invalidRequest } from '../http/refused';
import { doneAnswer, refusedAnswer, statusOf } from './envelope';
import { checkSignature, checkTimestamp, gatewayHeaders } from './signature';
import { transactions } from './transactions';

/** POST /fsi/:infno, the gateway that hospitals and pharmacies call: signature, envelope, one transaction. */
export function institutionGateway(deps: AppDeps, limit: RateLimit): Router<EdgeState> {
  const known = transactions(deps, limit);
  const router = new Router<EdgeState>();
  router.post('/fsi/:infno', answerInEnvelope(deps), async (ctx) => {
    const infno = String(ctx.params['infno']);
    const institution = await authenticate(deps, (name) => ctx.get(name));
    const transaction = known.get(infno);
    if (transaction === undefined) throw new AppError('TRANSACTION_UNKNOWN');
    if (ctx.get('_api_name') !== infno) throw new AppError('INSTITUTION_SIGNATURE_WRONG');
    await jsonBody(ctx, async () => {
      const message = readEnvelope(ctx.request.body, { infno, code: institution.code });
      const output = await transaction({ ...message, institutionId: institution.institutionId });
      ctx.body = doneAnswer({ requestId: ctx.state.requestId, now: deps.core.now() }, output);
    });
  });
  return router;
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

/** The headers are signed, the body is not: it must say the same institution and transaction as they do. */
function readEnvelope(body: unknown, signed: { readonly infno: string; readonly code: string }) {
  const { infno, msgid, fixmedins_code, input } = parse(fsiEnvelope, body, 'envelope');
  if (infno !== signed.infno) throw invalidRequest('infno', '与请求的交易编号不一致');
  if (fixmedins_code !== signed.code) throw invalidRequest('fixmedins_code', '不是本机构');
  if (!msgid.startsWith(signed.code)) throw invalidRequest('msgid', '必须以本机构编号开头');
  return { msgid, input };
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
