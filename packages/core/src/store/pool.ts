/** What the core needs of a database: the part of pg.Pool that PGlite can stand in for. */
export interface QueryResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
  readonly command: string;
}

export interface PoolClient {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
  release(): void;
}

export interface PoolLoad {
  readonly connections: number;
  readonly idle: number;
  /** Who waits for a connection. */
  readonly waiting: number;
}

export interface Pool {
  connect(): Promise<PoolClient>;
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
  load(): PoolLoad;
  end(): Promise<void>;
}
