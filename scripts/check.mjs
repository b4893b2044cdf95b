import { runOnNewNode } from './node-version.mjs';

runOnNewNode(() => import('./commands/check.mjs'));
