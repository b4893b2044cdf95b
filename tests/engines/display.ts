/** A screen that nobody sees, for browsers that want a window. */
import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import type { Hand } from './hand.ts';

const XVFB = '/usr/bin/Xvfb';
/** A screen of its own, so that the window and its bars fit. */
const SCREEN = '1600x1200x24';

export const hasDisplay = (): Promise<boolean> =>
  access(XVFB).then(
    () => true,
    () => false,
  );

/**
 * Starts a browser on a screen of its own, which goes with it.
 *
 * @param start is told the display, as `:99`
 */
export async function withDisplay(start: (display: string) => Promise<Hand>): Promise<Hand> {
  // It takes a number that is free and writes it to the third channel.
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const end = () => server.kill();
  try {
    const number = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.once('exit', () => reject(new Error('Xvfb ended before it had a screen')));
      server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    });
    const hand = await start(`:${number}`);
    return { ...hand, close: () => hand.close().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}
