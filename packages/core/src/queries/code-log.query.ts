import { displayRuns } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { findDisplays } from '../store/code.store';
import { findInstitutionNames } from '../store/institution.store';
import { findPersons } from '../store/person.store';
import { findSettlementIds } from '../store/settlement.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { CodeLog } from '../views/code-view';
import { instant, instantOrNull } from '../views/instant';

const BATCH = 200;

export interface AskCodeLog {
  readonly personId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Who showed my code, when, and where it was scanned, newest first; the cursor is the last display seen. Whoever shows cannot keep it from the person. */
export async function readCodeLog(deps: CoreDeps, { personId, cursor, limit }: AskCodeLog): Promise<CodeLog> {
  const runs = await readRuns(deps, { personId, cursor, limit });
  const page = runs.slice(0, limit).map((run) => run.map(({ code }) => code));
  const codes = page.flat();
  const people = await findPersons(
    deps.db,
    codes.map((code) => code.shower_id),
  );
  const institutions = await findInstitutionNames(
    deps.db,
    codes.map((code) => code.institution_id),
  );
  const settlements = await findSettlementIds(
    deps.db,
    codes.flatMap((code) => (code.settled_at === null ? [] : [code.id])),
  );
  const nameOf = await findNames(deps.db, deps, { readerId: personId, people });
  const name = (id: string): string => (id === personId ? '本人' : nameOf(id));
  return {
    displays: page.flatMap((run) => {
      const [last, first] = [run[0], run[run.length - 1]];
      if (last === undefined || first === undefined) return [];
      return [
        {
          codeId: last.id,
          shownAt: instant(first.issued_at),
          lastShownAt: instant(last.issued_at),
          times: run.length,
          shownBy: name(last.shower_id),
          person: name(last.holder_id),
          scannedAt: instantOrNull(last.scanned_at),
          institution: last.institution_id === null ? null : (institutions.get(last.institution_id) ?? null),
          settlementId: settlements.get(last.id) ?? null,
        },
      ];
    }),
    nextCursor: runs.length > limit ? (codes[codes.length - 1]?.id ?? null) : null,
  };
}

/** Reads on until there is one more than wanted, so that the last of the page is whole. */
async function readRuns(deps: CoreDeps, { personId, cursor, limit }: AskCodeLog) {
  const read: InsuranceCodeRow[] = [];
  for (;;) {
    const batch = await findDisplays(deps.db, { personId, beforeId: read[read.length - 1]?.id ?? cursor, limit: BATCH });
    read.push(...batch);
    const displays = read.map((code) => ({ code, showerId: code.shower_id, shownAt: code.issued_at, scannedAt: code.scanned_at }));
    const runs = displayRuns(displays);
    if (batch.length < BATCH || runs.length > limit) return runs;
  }
}
