/** What a page holds, and what the browser's processes hold for it. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';

export interface Memory {
  /** Live objects after a collection, MB. */
  readonly heapMB: number;
  /** Array buffers, which no heap counts, MB. */
  readonly buffersMB: number;
  /** Page and graphics processes now, MB; and the page's process at its highest. Only where the system has /proc. */
  readonly processMB: number;
  readonly peakMB: number;
}

export async function readMemory(browser: Browser, page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  await system.detach();
  const held = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').map(({ id, type }) => status(id, type)),
  );
  return {
    heapMB: usedSize / 1e6,
    buffersMB: backingStorageSize / 1e6,
    processMB: held.reduce((sum, { now }) => sum + now, 0),
    peakMB: Math.max(...held.map(({ type, peak }) => (type === 'renderer' ? peak : 0))),
  };
}

/** Processor time that the browser's processes have spent so far, milliseconds: what a busy machine does not change. */
export async function readProcessorMs(browser: Browser): Promise<number> {
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  await system.detach();
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function status(pid: number, type: string): Promise<{ type: string; now: number; peak: number }> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (key: string) =>
    (Number(new RegExp(`${key}:\\s*(\\d+)`).exec(text)?.[1] ?? Number.NaN) * 1024) / 1e6;
  return { type, now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
