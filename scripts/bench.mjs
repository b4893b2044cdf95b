import { runOnNewNode } from './node-version.mjs';

runOnNewNode(() => import('./commands/bench.mjs'));
