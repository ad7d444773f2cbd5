import { clearingFileRequest, dailyFileRequest, id, levyRequest, taxApplicationRequest, taxRefundRequest } from '@gongji/contract';
import { AppError, shanghaiDate } from '@gongji/domain';
import type Router from 'koa-router';
import type { SandboxDeps } from '../deps';
import { body, parse } from '../http';
import { findPersonNow } from '../register/find-person-now';
import { type TaxOffice, taxOffice } from './tax-office';

/** Every answer that changed something is on the disk before it leaves. */
export function taxOfficeRoutes(router: Router, { state, now }: SandboxDeps): void {
  const office = (): TaxOffice => taxOffice(state.current.tax, { now, findPerson: (number) => findPersonNow(state, number) });
  const kept = async <T>(answer: T): Promise<T> => {
    await state.save();
    return answer;
  };
  router.post('/tax/levies/query', (ctx) => {
    ctx.body = office().levy(body(levyRequest, ctx));
  });
  router.post('/tax/applications', async (ctx) => {
    ctx.body = await kept(office().apply(body(taxApplicationRequest, ctx)));
  });
  router.post('/tax/applications/:paymentId/void', async (ctx) => {
    ctx.body = await kept(office().takeBack(parse(id, ctx.params['paymentId'])));
  });
  router.get('/tax/applications/:paymentId', (ctx) => {
    ctx.body = office().query(parse(id, ctx.params['paymentId']));
  });
  router.post('/tax/applications/:paymentId/refund', async (ctx) => {
    const paymentId = parse(id, ctx.params['paymentId']);
    ctx.body = await kept(office().refund({ paymentId, ...body(taxRefundRequest, ctx) }));
  });
  router.get('/tax/refunds/:refundId', async (ctx) => {
    ctx.body = await kept(office().queryRefund(parse(id, ctx.params['refundId'])));
  });
  router.post('/tax/clearing-files', async (ctx) => {
    ctx.body = await kept(office().clear(body(clearingFileRequest, ctx)));
  });
  router.post('/tax/daily-files', (ctx) => {
    const asked = body(dailyFileRequest, ctx);
    // A day that is not over has no file yet.
    if (asked.date >= shanghaiDate(now())) throw new AppError('OUTSIDE_UNAVAILABLE', { party: '税务部门' });
    ctx.body = office().dailyFile(asked);
  });
}
