import { runOnNewNode } from './node-version.mjs';

runOnNewNode(() => import('./commands/browsers.mjs'));
