import { identityAnswer, weChatSession } from '@gongji/contract';
import { personByKey } from '../people/people';
import { type StartedSandbox, startSandbox } from '../testing/start-sandbox';

let sandbox: StartedSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe('WeChat log-in', () => {
  const logIn = async (query: string) => weChatSession.parse((await sandbox.get(`/sns/jscode2session?appid=a&secret=b&${query}`)).body);

  it('gives demo-<key> the openid of that person, every time', async () => {
    expect(await logIn('js_code=demo-sun-wei')).toMatchObject({ openid: 'sandbox-openid-sun-wei' });
    expect(await logIn('js_code=demo-sun-wei')).toMatchObject({ openid: 'sandbox-openid-sun-wei' });
  });

  it.each([
    'js_code=demo-nobody',
    'js_code=sun-wei',
    'js_code=',
    '',
    'js_code=demo-sun-wei&js_code=demo-sun-lan',
    'js_code=demo-__proto__',
  ])('refuses %j with 40029', async (query) => {
    expect(await logIn(query)).toMatchObject({ errcode: 40029 });
  });
});

describe('the identity check', () => {
  const guilan = personByKey('chen-guilan');
  const asked = { name: '陈桂兰', certificateKind: 'resident-id', certificateNumber: guilan?.certificateNumber, regionCode: '441400' };
  const verify = async (changes: object = {}) =>
    identityAnswer.parse((await sandbox.post('/identity/verify', { ...asked, ...changes })).body);

  it('confirms a person with the insurance facts and without name or number', async () => {
    expect(await verify()).toEqual({
      confirmed: true,
      regionCode: '441400',
      scheme: 'resident',
      insuranceState: 'normal',
      groups: [],
      birthDate: '1958-05-06',
    });
  });

  it.each([
    ['another name', { name: '陈桂花' }],
    ['another place', { regionCode: '440300' }],
    ['another kind of certificate', { certificateKind: 'birth-certificate' }],
    ['an unknown number', { certificateNumber: '441400195805060010' }],
  ])('confirms nothing for %s', async (_, changes) => {
    expect(await verify(changes)).toEqual({ confirmed: false });
  });
});
