import { startPostgres } from './postgres';
import { keepServer, SERVER_URL } from './postgres.server';
import { prepareRun } from './prepare-run';

/** One PostgreSQL for the whole run and a template for the embedded ones, when the first project that needs them has tests to run. */
export default async function setup(): Promise<void> {
  const server = await startPostgres();
  keepServer(server);
  process.env[SERVER_URL] = server.url();
  await prepareRun();
}
