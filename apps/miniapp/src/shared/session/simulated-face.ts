import { send } from '../bff/send';

/** Tells the sandbox how the demonstration's face check went; false: it did not hear it. */
export async function tellSimulatedFace(faceCheckId: string, passed: boolean): Promise<boolean> {
  const reply = await send({ method: 'POST', path: '/sandbox/face-checks', body: { faceCheckId, passed } });
  return reply?.status === 200;
}
