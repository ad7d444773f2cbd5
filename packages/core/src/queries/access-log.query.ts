import { LOOKS } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { findInstitutionNames } from '../store/institution.store';
import { findLooks, type StoredLook } from '../store/look.store';
import { findPersons } from '../store/person.store';
import { instant } from '../views/instant';
import type { AccessLog } from '../views/privacy-view';

export interface AskAccessLog {
  readonly personId: string;
  /** The last entry seen. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Who looked at this person's data, newest first. Whoever looks cannot keep it from the person. */
export async function readAccessLog(deps: CoreDeps, { personId, cursor, limit }: AskAccessLog): Promise<AccessLog> {
  const beforeId = cursor === undefined ? undefined : Number(cursor);
  const rows = await findLooks(deps.db, { personId, beforeId, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const nameOf = await namesOf(deps, personId, page);
  return {
    looks: page.map((row) => ({
      lookId: String(row.id),
      at: instant(row.at),
      who: nameOf(row),
      whoKind: row.looker_kind,
      ...LOOKS[row.what],
    })),
    nextCursor: rows.length > limit ? String(page[page.length - 1]?.id) : null,
  };
}

async function namesOf(deps: CoreDeps, readerId: string, rows: readonly StoredLook[]): Promise<(row: StoredLook) => string> {
  const idsOf = (kind: StoredLook['looker_kind']) =>
    rows.flatMap((row) => (row.looker_kind === kind && row.looker_id !== null ? row.looker_id : []));
  const nameOf = await findNames(deps.db, deps, { readerId, people: await findPersons(deps.db, idsOf('person')) });
  const institutions = await findInstitutionNames(deps.db, idsOf('institution'));
  return ({ looker_kind: kind, looker_id: id }) => {
    if (kind === 'anybody' || id === null) return '拿着凭证的人';
    if (kind === 'institution') return institutions.get(id) ?? '医药机构';
    return nameOf(id);
  };
}
