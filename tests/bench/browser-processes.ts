/** Memory of the processes of a browser, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly type: string;
  /** Resident now and at most, MB. */
  readonly nowMB: number;
  readonly peakMB: number;
}

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name): Process[] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      const type = /--type=([\w-]+)/.exec(line)?.[1] ?? 'browser';
      return [
        { pid: Number(name), parent: field('PPid'), type, nowMB: field('VmRSS') / 1024, peakMB: field('VmHWM') / 1024 },
      ];
    } catch {
      // It ended while it was read.
      return [];
    }
  });
}

/** The browser's processes of one type, the largest first. */
export function ofBrowser(root: number, type: string): Process[] {
  const all = processes();
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return all.filter((p) => family.has(p.pid) && p.type === type).sort((a, b) => b.peakMB - a.peakMB);
}
