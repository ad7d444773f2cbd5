import type { CoreDeps } from '../deps';
import { NoAnswer, NotSent, type TaxQueryAnswer } from '../outside';

/** What the tax office knows of a payment; undefined: no answer now. */
export async function queryTaxOffice(deps: CoreDeps, paymentId: string): Promise<TaxQueryAnswer | undefined> {
  try {
    return await deps.taxOffice.query(paymentId);
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) return undefined;
    throw error;
  }
}
