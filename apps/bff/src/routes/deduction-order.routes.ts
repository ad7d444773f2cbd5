import { one, readDeductionOrder, setDeductionOrder } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const deductionOrderRoutes = ({ core }: AppDeps): Routes<'deductionOrder' | 'setDeductionOrder'> => ({
  deductionOrder: ({ session }) => readDeductionOrder(core, session.personId),
  setDeductionOrder: ({ session, key, body }) => one(setDeductionOrder)(core, { key, actorId: session.personId, ...body }),
});
