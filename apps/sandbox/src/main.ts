import { createSandbox } from './app';
import { readSettings, SettingError } from './settings';

/** Requests under way get this long to end after a signal. */
const CLOSING_MS = 2000;

function start(): void {
  const { port, host, settings } = readSettings(process.env);
  const server = createSandbox(settings).listen(port, host, () =>
    console.log(`sandbox (演示/非官方): http://localhost:${portOf(server.address(), port)}`),
  );
  server.on('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'EADDRINUSE'
        ? `port ${port} is in use; set SANDBOX_PORT to another one`
        : `cannot listen on ${host}:${port}: ${error.code}`,
    ),
  );
  const stop = () => {
    server.close(() => process.exit(0));
    setTimeout(() => server.closeAllConnections(), CLOSING_MS).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

const portOf = (address: string | { port: number } | null, asked: number): number =>
  typeof address === 'object' && address !== null ? address.port : asked;

function fail(line: string): never {
  console.error(`sandbox: ${line}`);
  process.exit(1);
}

try {
  start();
} catch (error) {
  if (error instanceof SettingError) fail(error.message);
  throw error;
}
