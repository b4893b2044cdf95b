import { runOnNewNode } from './node-version.mjs';

runOnNewNode(() => import('./commands/headers.mjs'));
