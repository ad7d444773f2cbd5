import type { PostgresServer } from './postgres';

// Jest loads its set-up and its tear-down as separate modules in one process: the server waits for the tear-down on the process itself.

/** How the workers learn of the server. */
export const SERVER_URL = 'GONGJI_TEST_POSTGRES';

const KEY = Symbol.for('gongji.test.postgres');
const place = process as unknown as Record<symbol, PostgresServer | undefined>;

export const keepServer = (server: PostgresServer): void => {
  place[KEY] = server;
};

export const keptServer = (): PostgresServer | undefined => place[KEY];
