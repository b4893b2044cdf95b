/** How the measured browser draws. */
import type { LaunchOptions } from '@playwright/test';

/**
 * As on a computer without a graphics card: pages are drawn by the processor, and WebGL by SwiftShader. The tests give
 * SwiftShader everything, as if it were a card, which no such computer does.
 */
export function withoutGraphicsCard({ args = [], ...rest }: LaunchOptions): LaunchOptions {
  return { ...rest, args: [...args.filter((flag) => !flag.startsWith('--use-angle')), '--disable-gpu'] };
}
