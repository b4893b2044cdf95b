import { runOnNewNode } from './node-version.mjs';

runOnNewNode(() => import('./commands/verify.mjs'));
