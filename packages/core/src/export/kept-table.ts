import type { Tables } from '../store/tables';

/** What a table keeps about a person: what an export takes of it, and what people are told of it. */
export interface KeptTable {
  readonly table: keyof Tables;
  readonly title: string;
  readonly purpose: string;
  /** For how long, and on what ground. */
  readonly until: string;
  /** Columns by which a row is this person's. */
  readonly by: readonly string[];
  /** Columns that go into the export, with their names for people. */
  readonly columns: Readonly<Record<string, string>>;
  /** Those of them that stay empty where the row is this person's, but its holder is somebody else: what another one's account paid, and how. */
  readonly holdersOnly?: readonly string[];
  /** Columns that do not, with the reason. */
  readonly without: Readonly<Record<string, readonly string[]>>;
}

/** A person other than oneself is masked where they stand in one of these. */
export const PERSON_COLUMNS: readonly string[] = [
  'holder_id',
  'relative_id',
  'shower_id',
  'person_id',
  'for_person_id',
  'actor_id',
  'looker_id',
];

export const NUMBER = '系统内部编号，对人没有意义';
export const SECRET = '密钥、口令或只能用来核对的摘要：写进文件就不安全了';
export const OWN = '就是您本人';

export const ACCOUNT_LAW = '账目：保留 30 年（《会计档案管理办法》；适用于本系统是推定的）';
export const PROOF = '同意和办理的凭证：至少 3 年（《个人信息保护法》和诉讼时效；期限是推定的）';
export const UNTIL_DELETED = '到注销账户';
