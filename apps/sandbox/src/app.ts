import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import Router from 'koa-router';
import { controlRoutes } from './control/control.routes';
import { misbehave } from './control/fault-middleware';
import { counterRoutes } from './counter/counter.routes';
import type { SandboxDeps } from './deps';
import { faceCheckRoutes } from './face-check/face-check.routes';
import { homeRoutes } from './home/home.routes';
import { explainErrors } from './http';
import { identityRoutes } from './outside/identity.routes';
import { subscribeRoutes } from './outside/subscribe.routes';
import { weChatRoutes } from './outside/wechat.routes';
import { registerRoutes } from './register/register.routes';
import type { SandboxSettings } from './settings';
import { openStateFile } from './state-file';
import { taxOfficeRoutes } from './tax-office/tax-office.routes';

/** A clearing file of 10,000 lines fits. */
const BODY_LIMIT = '2mb';

/** The outside world over HTTP. Throws SettingError when the folder cannot be used. */
export function createSandbox(settings: SandboxSettings): Koa {
  const state = openStateFile(settings.folder);
  const now = () => new Date(settings.machineNow().getTime() + state.current.offsetMs);
  const deps: SandboxDeps = { settings, state, now };

  const router = new Router();
  weChatRoutes(router);
  subscribeRoutes(router, deps);
  identityRoutes(router, deps);
  faceCheckRoutes(router, deps);
  registerRoutes(router, deps);
  taxOfficeRoutes(router, deps);
  controlRoutes(router, deps);
  counterRoutes(router, deps);
  homeRoutes(router, deps);

  const app = new Koa();
  app.use(explainErrors);
  app.use(misbehave(deps));
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: BODY_LIMIT }));
  app.use(router.routes());
  return app;
}
