import type { RouteName } from '@gongji/contract';
import { type Edge, openEdge } from '../support/edge';
import { callRoute, logIn, send } from '../support/edge-client';
import { faceCheck } from '../support/face-check';
import { bindingRequest } from '../support/family';
import { sendFsi } from '../support/institution';
import { doMainJob, type MainJob } from '../support/main-job';
import { PEOPLE } from '../../apps/sandbox/src/people/people';
import { goodAsks } from './good-asks';

/** Who has left does nothing any more that could be logged: these are others. */
const LEAVERS: Readonly<Record<string, string>> = {
  logOut: 'chen-jianguo',
  endSessions: 'liu-min',
  withdrawConsent: 'liu-min',
  deleteAccount: 'sun-wei',
};

describe('the logs of a whole main job', () => {
  let edge: Edge;
  let job: MainJob;
  let invitation: string;
  let faceCheckId: string;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
    faceCheckId = await faceCheck(job.mother, 'failed');
    await callRoute(edge, 'acceptBinding', { path: { bindingId: job.bindingId }, body: { faceCheckId }, token: job.mother.token });
    for (const name of Object.keys(goodAsks(job)) as RouteName[]) {
      const leaver = LEAVERS[name];
      const callers = leaver === undefined ? [job.son, job.mother, job.stranger] : [await logIn(edge, leaver)];
      for (const { token } of callers) await callRoute(edge, name, { ...goodAsks(job)[name], token });
    }
    invitation = (await proposeAgain()).invitationToken ?? '';
    for (const who of [job.mother, job.stranger])
      await callRoute(edge, 'openInvitation', { body: { token: invitation }, token: who.token });
    await send(edge, { method: 'GET', path: `/api/people/${PEOPLE[0]?.certificateNumber}?name=陈建国` });
    await send(edge, { method: 'POST', path: '/api/session', body: '{"code":"陈建国' });
    await sendFsi(edge, { infno: '6101', input: { businessType: '01301', ecQrCode: '9'.repeat(40) } });
  });
  afterAll(() => edge.close());

  /** The switch that one of the good requests has closed, opened again. */
  const proposeAgain = () => {
    const { consentVersion, guardianStatement, signature } = bindingRequest('chen-guilan', 'parent');
    const body = { showCode: { endsOn: null }, shareFunds: null, sharedLimitFen: null, consentVersion, guardianStatement, signature };
    return job.son.ask('openGrant', { path: { bindingId: job.bindingId }, body });
  };
  const isLogged = (text: string): boolean => edge.logLines.some((line) => line.includes(text));

  it('have one line a request: method, route, status, time and number', () => {
    const answered = edge.logLines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'REQUEST_ANSWERED');
    expect(answered.length).toBeGreaterThan(100);
    for (const line of answered) {
      expect(Object.keys(line).sort()).toEqual(expect.arrayContaining(['method', 'ms', 'requestId', 'route', 'status']));
      expect(String(line['route'])).toMatch(/^(none|static|\/[a-z0-9/:.A-Z-]+)$/);
    }
    expect(new Set(answered.map(({ requestId }) => requestId)).size).toBe(answered.length);
  });

  it('name routes by their pattern and refusals by their code', () => {
    for (const text of [
      '"route":"/api/bindings/:bindingId"',
      '"route":"/api/invitations/open"',
      '"route":"/fsi/:infno"',
      '"refusedCode":"BINDING_NOT_FOUND"',
      '"refusedCode":"INVITATION_INVALID"',
    ])
      expect([text, isLogged(text)]).toEqual([text, true]);
  });

  it('hold no name, certificate number or openid', () => {
    for (const { name, certificateNumber, openid } of PEOPLE)
      for (const secret of [name, encodeURIComponent(name), certificateNumber, openid])
        expect([secret, isLogged(secret)]).toEqual([secret, false]);
  });

  it('hold no token, payload or id of a person or thing', () => {
    const secrets = [
      job.son.token,
      job.mother.token,
      job.son.personId,
      job.mother.personId,
      job.bindingId,
      job.paymentId,
      job.codeId,
      job.quoteId,
      invitation,
      faceCheckId,
    ];
    for (const secret of secrets) expect([secret, secret === '' || isLogged(secret)]).toEqual([secret, false]);
    expect(edge.logLines.join('')).not.toMatch(/Bearer|9{40}|M10 10L/);
  });

  it('report no bug', () => {
    expect(edge.logLines.filter((line) => line.includes('UNEXPECTED'))).toEqual([]);
  });
});

describe('a bug', () => {
  it('is answered without its message and logged without the values that it quotes', async () => {
    const edge = await openEdge({
      replace: {
        findOpenid: async () => {
          throw Object.assign(new Error('no row for 陈建国 440301198503120019'), { code: 'XX000', detail: 'demo-chen-jianguo' });
        },
      },
    });
    const { status, body } = await callRoute(edge, 'logIn', { body: { code: 'demo-chen-jianguo' } });
    expect([status, (body as { code: string }).code]).toEqual([500, 'UNEXPECTED']);
    const lines = edge.logLines.join('');
    expect(lines).toContain('XX000');
    expect(lines).toContain('"frames"');
    for (const text of [lines, JSON.stringify(body)]) expect(text).not.toMatch(/陈建国|440301|demo-chen/);
    await edge.close();
  });
});
