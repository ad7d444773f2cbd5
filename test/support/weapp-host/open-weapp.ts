import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { dirname, extname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { compileWeapp, listFiles } from './compile-weapp';

// Serves a weapp build to a browser as WeChat would run it. What the program asks of its server is passed on to the BFF.

export interface WeappServer {
  /** Where a browser opens it. `loginCode` is what wx.login answers. */
  address(loginCode: string): string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
};

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>共济</title><link rel="icon" href="data:,"></head>
<body><script src="weapp.js"></script><script src="host.js"></script></body></html>`;

/** Throws with every problem of the build: a file that lacks, a template or a sheet that does not compile. */
export const openWeapp = async (buildFolder: string, outputFolder: string, bffAddress: string): Promise<WeappServer> => {
  await writeHost(buildFolder, outputFolder);
  const server = createServer((incoming, answer) => {
    if (/^\/(api|sandbox)\//.test(incoming.url ?? '')) passOn(incoming, answer, bffAddress);
    else void serveFile(incoming, answer, outputFolder);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => passUpgradeOn(incoming, socket, bffAddress));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (loginCode) => `http://127.0.0.1:${port}/?login=${encodeURIComponent(loginCode)}`,
    close: () => closeServer(server),
  };
};

const writeHost = async (buildFolder: string, outputFolder: string): Promise<void> => {
  const { script, problems } = compileWeapp(buildFolder);
  if (problems.length > 0)
    throw new Error(problems.map(({ file, line, message }) => `${file}${line ? `:${line}` : ''} ${message}`).join('\n'));
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(join(outputFolder, 'weapp.js'), script);
  writeFileSync(join(outputFolder, 'index.html'), PAGE);
  await build({
    entryPoints: [join(__dirname, 'page/main.ts')],
    bundle: true,
    format: 'iife',
    outfile: join(outputFolder, 'host.js'),
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  for (const picture of listFiles(buildFolder).filter((file) => /\.(png|jpg|svg)$/.test(file))) {
    mkdirSync(dirname(join(outputFolder, picture)), { recursive: true });
    copyFileSync(join(buildFolder, picture), join(outputFolder, picture));
  }
};

const serveFile = async (incoming: IncomingMessage, answer: ServerResponse, folder: string): Promise<void> => {
  const path = new URL(incoming.url ?? '/', 'http://host').pathname;
  const file = join(folder, path === '/' ? 'index.html' : path);
  try {
    const bytes = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    answer.writeHead(200, { 'content-type': type, ...(extname(file) === '.html' ? {} : KEPT) }).end(bytes);
  } catch {
    answer.writeHead(404).end();
  }
};

/** Each server has an address of its own, and a phone too keeps the program that it has fetched. */
const KEPT = { 'cache-control': 'max-age=3600, immutable' };

const passOn = (incoming: IncomingMessage, answer: ServerResponse, bffAddress: string): void => {
  const outgoing = ask(new URL(incoming.url ?? '/', bffAddress), { method: incoming.method, headers: incoming.headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  // The phone sees a broken connection where the BFF is gone.
  outgoing.once('error', () => answer.destroy());
  incoming.pipe(outgoing);
};

/** A WebSocket: the BFF's side answers the handshake, and from then on bytes go through as they come. */
const passUpgradeOn = (incoming: IncomingMessage, phone: Duplex, bffAddress: string): void => {
  const outgoing = ask(new URL(incoming.url ?? '/', bffAddress), { headers: incoming.headers });
  const give = () => phone.destroy();
  outgoing.once('error', give).once('response', give);
  phone.once('error', () => outgoing.destroy());
  outgoing.once('upgrade', (reply, bff) => {
    const headers = Object.entries(reply.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    phone.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`);
    bff.once('error', give).once('close', give);
    phone.once('close', () => bff.destroy());
    bff.pipe(phone);
    phone.pipe(bff);
  });
  outgoing.end();
};

const closeServer = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};
