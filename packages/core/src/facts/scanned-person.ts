import type { CoreDeps } from '../deps';
import type { InsuranceCodeRow, PersonRow } from '../store/tables';
import { findCodesByToken, findOpenScans } from '../store/code.store';
import { findPerson } from '../store/person.store';
import type { Reader } from '../store/transaction';
import { findShowable } from './shown-code';

/** A token is for one settlement, at the institution that scanned, for a quarter of an hour. */
export const isTokenGood = (code: InsuranceCodeRow, institutionId: string, now: Date): boolean =>
  code.settled_at === null && code.institution_id === institutionId && code.token_expires_at !== null && now < code.token_expires_at;

export interface AskScanned {
  readonly institutionId: string;
  readonly ecToken: string;
}

/** By token, the codes that these institutions may ask about now. Any other token is handled like one that was never issued. */
export async function findGoodCodes(
  reader: Reader,
  deps: CoreDeps,
  asked: readonly AskScanned[],
): Promise<ReadonlyMap<string, InsuranceCodeRow>> {
  const codes = await findCodesByToken(
    reader,
    asked.map(({ ecToken }) => ecToken),
  );
  const now = deps.now();
  return new Map(
    asked.flatMap(({ ecToken, institutionId }) => {
      const code = codes.get(ecToken);
      return code !== undefined && isTokenGood(code, institutionId, now) ? [[ecToken, code]] : [];
    }),
  );
}

/** Whom a good token names. A relative who showed the code has to be allowed to still; undefined otherwise. */
export async function findScannedPerson(
  reader: Reader,
  deps: CoreDeps,
  { institutionId, ecToken }: AskScanned,
): Promise<PersonRow | undefined> {
  const code = (await findGoodCodes(reader, deps, [{ institutionId, ecToken }])).get(ecToken);
  if (code === undefined) return undefined;
  return (await mayStillBeUsed(reader, deps, [code])) ? findPerson(reader, code.holder_id) : undefined;
}

/** The institution holds a good token of this person. */
export async function isScannedAt(
  reader: Reader,
  deps: CoreDeps,
  { institutionId, personId }: { institutionId: string; personId: string },
) {
  return mayStillBeUsed(reader, deps, await findOpenScans(reader, { institutionId, personId, now: deps.now() }));
}

async function mayStillBeUsed(reader: Reader, deps: CoreDeps, codes: readonly InsuranceCodeRow[]): Promise<boolean> {
  if (codes.some((code) => code.binding_id === null)) return true;
  return codes.length > 0 && (await findShowable(reader, deps, codes)).size > 0;
}
