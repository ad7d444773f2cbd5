import { type Edge, openEdge } from '../support/edge';
import { logIn, refusalOf, send } from '../support/edge-client';
import { bindMother } from '../support/family';

const TOKEN = 'a-token-for-the-metrics';
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({ method: 'GET', path, headers });
const knowing = (token: string) => ({ authorization: `Bearer ${token}` });
const textOf = async (edge: Edge): Promise<string> => String((await send(edge, get('/metrics'))).body);

describe('the metrics', () => {
  it('count requests by route and status, and refusals by code, and hold nothing of anybody', async () => {
    const edge = await openEdge();
    const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    const { bindingId } = await bindMother(son, mother);
    await son.refused('settlement', { path: { settlementId: bindingId } });
    await send(edge, get(`/api/policies/440300?on=${mother.personId}`));
    await send(edge, get(`/${mother.personId}`));
    const text = await textOf(edge);
    expect(text).toMatch(/gongji_http_request_seconds_count\{method="POST",route="\/api\/bindings",status="200"\} 1\n/);
    expect(text).toMatch(/gongji_http_request_seconds_count\{method="GET",route="none",status="404"\} 1\n/);
    expect(text).toMatch(/gongji_refusals_total\{code="SETTLEMENT_NOT_FOUND"\} 1\n/);
    expect(text).toContain('process_cpu_seconds_total');
    const labels = [...text.matchAll(/="([^"]*)"/g)].map(([, label]) => label);
    expect(labels.length).toBeGreaterThan(50);
    expect(labels.filter((label) => /[\da-f]{8}-|\d{6}|[一-鿿]|\?/.test(label ?? ''))).toEqual([]);
    await edge.close();
  });

  it('are there for who knows the token, and for nobody else there is no such address', async () => {
    const edge = await openEdge({ live: true, replace: { metricsToken: TOKEN } });
    expect(await send(edge, get('/metrics', knowing(TOKEN)))).toMatchObject({ status: 200 });
    for (const headers of [{}, knowing(''), knowing(`${TOKEN}.`), { authorization: TOKEN }, { authorization: 'Basic YTpi' }])
      expect(refusalOf('/metrics', await send(edge, get('/metrics', headers)))).toMatchObject({ code: 'ROUTE_UNKNOWN', status: 404 });
    await edge.close();
  });

  it('are there for nobody in live mode without a token', async () => {
    const edge = await openEdge({ live: true });
    for (const headers of [{}, knowing(''), knowing('null')])
      expect(refusalOf('/metrics', await send(edge, get('/metrics', headers)))).toMatchObject({ code: 'ROUTE_UNKNOWN', status: 404 });
    await edge.close();
  });
});
