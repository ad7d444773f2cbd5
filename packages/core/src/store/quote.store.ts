import type { AgreedQuote, Fen, LevyFacts } from '@gongji/domain';
import { anyOf } from './any-of';
import type { Reader, Tx } from './transaction';

/** What the payer saw and can agree to. */
export interface StoredQuote {
  readonly id: string;
  readonly payerId: string;
  readonly personId: string;
  readonly bindingId: string;
  readonly year: number;
  readonly regionCode: string;
  readonly amountFen: Fen;
  readonly policyVersion: string;
  /** categoryText: the tax office's word for the kind of payer, for the receipt. */
  readonly levy: LevyFacts & { readonly categoryText: string };
  readonly terms: Pick<AgreedQuote, 'benefitStartsOn' | 'clearingWay' | 'voidableUntil'>;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export async function saveQuote(tx: Tx, quote: StoredQuote): Promise<void> {
  await tx
    .insertInto('premium_quotes')
    .values({
      id: quote.id,
      holder_id: quote.payerId,
      binding_id: quote.bindingId,
      person_id: quote.personId,
      year: quote.year,
      region_code: quote.regionCode,
      amount_fen: quote.amountFen,
      policy_version: quote.policyVersion,
      levy: JSON.stringify(quote.levy),
      terms: JSON.stringify(quote.terms),
      made_at: quote.madeAt,
      expires_at: quote.expiresAt,
    })
    .execute();
}

export async function findQuotes(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, StoredQuote>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('premium_quotes').selectAll().where('id', '=', anyOf(ids)).execute();
  const quotes = rows.map(
    (row): StoredQuote => ({
      id: row.id,
      payerId: row.holder_id,
      personId: row.person_id,
      bindingId: row.binding_id,
      year: row.year,
      regionCode: row.region_code,
      amountFen: row.amount_fen,
      policyVersion: row.policy_version,
      levy: row.levy,
      terms: row.terms,
      madeAt: row.made_at,
      expiresAt: row.expires_at,
    }),
  );
  return new Map(quotes.map((quote) => [quote.id, quote]));
}
