import { FSI_TRANSACTIONS, type Infno } from '@gongji/contract';
import { findInstitutionByAccessKey, type KnownInstitution } from '@gongji/core';
import { AppError } from '@gongji/domain';
import Router from 'koa-router';
import type { AppDeps } from '../deps';
import type { EdgeContext, EdgeState, Middleware } from '../http/edge-context';
import { logBug, refusalOf } from '../http/error-response';
import { answerJson } from '../http/json-answer';
import { jsonBody } from '../http/json-body';
import type { RateLimit } from '../http/rate-limit';
import { doneAnswer, type FsiAnswer, refusedAnswer, statusOf } from './envelope';
import { readMessage, requireKind } from './message';
import { checkSignature, checkTimestamp, gatewayHeaders } from './signature';
import { openSmBody, sealSmBody } from './sm/sm-envelope';
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
      const body = unwrapBody(institution, ctx, deps.core.now());
      const output = await carryOut(readMessage(body, { institution, infno }));
      writeAnswer(ctx, doneAnswer({ requestId: ctx.state.requestId, now: deps.core.now() }, output));
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

/** A message has to come in the envelope that its institution is registered with. The answer has the same one, as soon as the message could be opened. */
function unwrapBody({ sm }: KnownInstitution, ctx: EdgeContext, now: Date): unknown {
  const { body } = ctx.request;
  const isWrapped = typeof body === 'object' && body !== null && 'encData' in body;
  if (isWrapped !== (sm !== null)) throw new AppError('ENVELOPE_NOT_AGREED');
  if (sm === null) return body;
  const opened = openSmBody(sm, body, now);
  ctx.state.wrapAnswer = (answer) => sealSmBody(sm, answer, now);
  return opened;
}

const writeAnswer = (ctx: EdgeContext, answer: FsiAnswer): void => {
  answerJson(ctx, ctx.state.wrapAnswer?.(answer) ?? answer);
};

const answerInEnvelope =
  ({ core, log }: AppDeps): Middleware =>
  async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store');
    try {
      await next();
    } catch (thrown) {
      const error = refusalOf(thrown);
      logBug(log, ctx.state.requestId, { error, thrown });
      ctx.state.refusedCode = error.code;
      ctx.status = statusOf(error);
      writeAnswer(ctx, refusedAnswer({ requestId: ctx.state.requestId, now: core.now() }, error));
    }
  };
