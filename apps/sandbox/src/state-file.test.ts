import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personByKey } from './people/people';
import { SettingError } from './settings';
import { openStateFile } from './state-file';
import { startSandbox } from './testing/start-sandbox';
import { startStubBff } from './testing/stub-bff';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongji-sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const paymentId = '5f0f7a52-8a55-4d0e-9b5e-6a1b7c8d9e01';

describe('a restart', () => {
  it('keeps applications, faults, the clock, the register and face checks', async () => {
    const bff = await startStubBff();
    const before = await startSandbox({ folder, bffUrl: bff.url });
    const guilan = personByKey('chen-guilan');
    const asked = {
      paymentId,
      certificateNumber: guilan?.certificateNumber,
      regionCode: '441400',
      year: 2027,
      amountFen: 40_000,
      payer: 'x',
    };
    await before.post('/tax/applications', asked);
    await before.post('/sandbox/faults', { part: 'wechat', mode: 'refuse', times: 2 });
    await before.post('/sandbox/clock', { offsetMs: 5000 });
    await before.post('/sandbox/register', { key: 'chen-xiaoyu', change: 'moved', regionCode: '441400' });
    const face = { name: '陈桂兰', certificateKind: 'resident-id', certificateNumber: guilan?.certificateNumber };
    const { faceCheckId } = (await before.post('/identity/face-checks', face)).body as { faceCheckId: string };
    await before.stop();

    const after = await startSandbox({ folder, bffUrl: bff.url });
    expect((await after.get(`/tax/applications/${paymentId}`)).body).toMatchObject({ state: 'accepted' });
    expect((await after.get('/sandbox/faults')).body).toMatchObject({ faults: [{ part: 'wechat', times: 2 }] });
    expect((await after.get('/sandbox/clock')).body).toMatchObject({ offsetMs: 5000 });
    expect((await after.post('/register/changes', { after: 0, limit: 9 })).body).toMatchObject({
      changes: [{ number: 1, regionCode: '441400' }],
    });
    expect((await after.post('/sandbox/face-checks', { faceCheckId, passed: true })).body).toEqual({ state: 'passed' });
    await after.stop();
    await bff.stop();
  });
});

describe('the state file', () => {
  it('makes its folder and leaves one whole file', async () => {
    const deeper = join(folder, 'a', 'b');
    const state = openStateFile(deeper);
    state.current.offsetMs = 7;
    await state.save();
    expect(readdirSync(deeper)).toEqual(['sandbox.json']);
    expect(JSON.parse(readFileSync(join(deeper, 'sandbox.json'), 'utf8'))).toMatchObject({ offsetMs: 7 });
  });

  it('has every change on the disk when its save resolves, also among many at once', async () => {
    const state = openStateFile(folder);
    const saves = Array.from({ length: 50 }, async (_, index) => {
      await new Promise((resolve) => {
        setTimeout(resolve, index % 7);
      });
      state.current.counter.lastSerial += 1;
      const wanted = state.current.counter.lastSerial;
      await state.save();
      return JSON.parse(readFileSync(join(folder, 'sandbox.json'), 'utf8')).counter.lastSerial >= wanted;
    });
    expect(await Promise.all(saves)).toEqual(Array.from({ length: 50 }, () => true));
    expect(openStateFile(folder).current.counter.lastSerial).toBe(50);
  });

  it('of a release without register and face checks is read', () => {
    const { register: _, faceChecks: __, ...old } = openStateFile(null).current;
    writeFileSync(join(folder, 'sandbox.json'), JSON.stringify({ ...old, offsetMs: 9 }));
    expect(openStateFile(folder).current).toEqual({ ...old, offsetMs: 9, register: [], faceChecks: {} });
  });

  it('is never overwritten when it cannot be read', () => {
    writeFileSync(join(folder, 'sandbox.json'), '{"half":');
    expect(() => openStateFile(folder)).toThrow(SettingError);
    expect(readFileSync(join(folder, 'sandbox.json'), 'utf8')).toBe('{"half":');
  });

  it('names the folder that cannot be used', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openStateFile(join(folder, 'file'))).toThrow(/cannot use .*file.*: (ENOTDIR|EEXIST)/);
  });
});
