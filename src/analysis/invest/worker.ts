/** The draws in a thread of their own. */
import { expose } from 'comlink';
import { createDrawThread } from './draw-thread.ts';

expose(createDrawThread(() => new Promise((resolve) => setTimeout(resolve))));
