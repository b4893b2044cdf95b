/** The draws in a thread of their own. */
import { expose } from 'comlink';
import { drawScores } from './draws.ts';

const api = { drawScores };
export type DrawApi = typeof api;

expose(api);
