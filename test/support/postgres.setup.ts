import { bundleParts } from './bundle-child';
import { makePgliteTemplates } from './fresh-pglite';
import { startPostgres } from './postgres';
import { keepServer, SERVER_URL } from './postgres.server';

/** One PostgreSQL for the whole run and a template for the embedded ones, when the first project that needs them has tests to run. */
export default async function setup(): Promise<void> {
  const server = await startPostgres();
  keepServer(server);
  process.env[SERVER_URL] = server.url();
  await makePgliteTemplates();
  await bundleParts();
}
