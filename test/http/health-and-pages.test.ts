import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edge, openEdge } from '../support/edge';
import { refusalOf, send } from '../support/edge-client';

const get = (path: string) => ({ method: 'GET', path });

describe('health', () => {
  it('is answered while everything answers', async () => {
    const edge = await openEdge();
    expect((await send(edge, get('/healthz'))).body).toEqual({ state: 'alive' });
    expect((await send(edge, get('/readyz'))).body).toEqual({ state: 'ready' });
    await edge.close();
  });

  it('says not ready, but alive, while the database or the short-lived store does not answer', async () => {
    const gone = async () => {
      throw new Error('gone');
    };
    const edge = await openEdge({ replace: { pingDatabase: gone } });
    expect(refusalOf('/readyz', await send(edge, get('/readyz')))).toMatchObject({ code: 'SERVICE_NOT_READY', status: 503 });
    expect((await send(edge, get('/healthz'))).status).toBe(200);
    await edge.close();
  });
});

describe('the API document', () => {
  it('is served', async () => {
    const edge = await openEdge();
    const { status, body } = await send(edge, get('/openapi.json'));
    expect([status, (body as { openapi: string }).openapi]).toEqual([200, '3.1.0']);
    await edge.close();
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/api/account', '/api/x', '/x'])('is protected by the same headers, refusals too: %s', async (path) => {
    const edge = await openEdge();
    const { headers } = await send(edge, get(path));
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await edge.close();
  });
});

describe('what is compressed', () => {
  it.each([
    ['/openapi.json', 'gzip'],
    ['/healthz', null],
    ['/api/x', null],
  ])('is what is long: %s', async (path, encoding) => {
    const edge = await openEdge();
    const { headers } = await send(edge, { ...get(path), headers: { 'accept-encoding': 'gzip' } });
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([encoding, encoding && 'Accept-Encoding']);
    await edge.close();
  });
});

describe('the browser build', () => {
  let folder: string;
  let edge: Edge;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongji-h5-'));
    mkdirSync(join(folder, 'js'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>演示</title>');
    writeFileSync(join(folder, 'js/app.0a1b2c3d.js'), `/* ${'x'.repeat(5_000)} */`);
    writeFileSync(join(folder, 'js/app.0a1b2c3d.js.br'), 'made with the build');
    writeFileSync(join(folder, '.secret'), 'no');
    edge = await openEdge({ browserBuild: folder });
  });
  afterAll(async () => {
    await edge.close();
    rmSync(folder, { recursive: true });
  });

  it('is served: the page is asked for every time, files with a hash in their name never again', async () => {
    const page = await send(edge, get('/'));
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('演示')]);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await send(edge, { ...get('/js/app.0a1b2c3d.js'), headers: { 'accept-encoding': 'gzip' } });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
  });

  it('comes as it was compressed when it was built, under the same rule for keeping it', async () => {
    const address = `${edge.url}/js/app.0a1b2c3d.js`;
    const { headers } = await fetch(address, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([headers.get('content-encoding'), headers.get('content-length')]).toEqual(['br', String('made with the build'.length)]);
    expect(headers.get('content-type')).toContain('javascript');
    expect(headers.get('vary')).toContain('Accept-Encoding');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('says beside a script what a browser heeds there, and no more', async () => {
    const { headers } = await send(edge, get('/js/app.0a1b2c3d.js'));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    for (const ofAPage of ['content-security-policy', 'x-frame-options', 'referrer-policy']) expect(headers.has(ofAPage)).toBe(false);
  });

  it('runs scripts from its own files only, and in nobody else’s frame', async () => {
    const { headers } = await send(edge, get('/'));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|upgrade-insecure/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each(['/.secret', '/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/js/', '/%00', '/%E0%A4%A'])(
    'gives nothing from outside its files: %s',
    async (path) => {
      const reply = await send(edge, get(path));
      expect(refusalOf(path, reply).kind).toMatch(/^(not-found|invalid)$/);
    },
  );

  it('does not take the place of an unknown route', async () => {
    expect(refusalOf('/api/x', await send(edge, get('/api/x'))).code).toBe('ROUTE_UNKNOWN');
  });
});
