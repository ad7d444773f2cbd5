import type Router from 'koa-router';
import type { SandboxDeps } from '../deps';
import { page, script, style } from '../web/bundle';
import { homeHtml } from './home-html';

export function homeRoutes(router: Router, { settings }: SandboxDeps): void {
  router.get('/', page(homeHtml(settings.secret !== null)));
  router.get('/home.js', script(new URL('./page/home.ts', import.meta.url)));
  router.get('/style.css', style);
}
