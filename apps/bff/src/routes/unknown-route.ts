import { AppError } from '@gongji/domain';

export const unknownRoute = (): never => {
  throw new AppError('ROUTE_UNKNOWN');
};
