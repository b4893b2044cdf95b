/** Functions that run inside a measured page: each must stand alone, nothing around it travels along. */

/**
 * Before the page's own code: what is too late to watch afterwards. Marks `ready-drawn` once the graphics have computed
 * what was asked of them until the page said that it is ready.
 */
export function watchLoading(selector: string): void {
  const tasks: PerformanceEntry[] = [];
  Reflect.set(window, 'benchLongTasks', tasks);
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const whenDrawn = (): void => {
    const canvas = document.querySelector(selector);
    const gl = canvas instanceof HTMLCanvasElement ? canvas.getContext('webgl2') : null;
    const sync = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
    gl?.flush();
    const look = (): void => {
      if (gl !== null && sync !== null && gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.SIGNALED)
        setTimeout(look, 2);
      else performance.mark('ready-drawn');
    };
    look();
  };
  const seen = new MutationObserver(() => {
    if (document.documentElement.dataset['ready'] === undefined) return;
    seen.disconnect();
    whenDrawn();
  });
  seen.observe(document, { subtree: true, attributeFilter: ['data-ready'] });
}

export interface Loading {
  /** Milliseconds from the start of the navigation; null where the page has no such mark. */
  readonly marks: Readonly<Record<string, number>>;
  /** Of the tasks that began before the ready page was drawn. */
  readonly longTasksMs: number;
  /** Paths that were asked for after the page was ready. */
  readonly late: readonly string[];
}

export function readLoading(): Loading {
  const tasks: readonly PerformanceEntry[] = Reflect.get(window, 'benchLongTasks');
  const marks = performance.getEntriesByType('mark').map(({ name, startTime }): [string, number] => [name, startTime]);
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  if (paint !== undefined) marks.push(['first-paint', paint.startTime]);
  const first = (mark: string): number =>
    performance.getEntriesByName(mark, 'mark')[0]?.startTime ?? Number.POSITIVE_INFINITY;
  const [ready, drawn] = [first('ready'), first('ready-drawn')];
  const late = performance.getEntriesByType('resource').filter(({ startTime }) => startTime > ready);
  return {
    marks: Object.fromEntries(marks),
    longTasksMs: tasks.reduce((sum, { startTime, duration }) => sum + (startTime < drawn ? duration : 0), 0),
    late: late.map(({ name }) => new URL(name).pathname),
  };
}

/**
 * Drags the map about for a second and a half and zooms in and out for another, a step a frame along a path that is
 * fixed in time, so that a slow page is asked to show fewer of the same places. Each frame is waited for until the
 * graphics have computed it: frames are handed over faster than software draws them.
 *
 * @returns milliseconds between frames
 */
export async function panAndZoom(selector: string): Promise<number[]> {
  const canvas = document.querySelector(selector);
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error(`no ${selector}`);
  const gl = canvas.getContext('webgl2');
  const pixel = new Uint8Array(4);
  const box = canvas.getBoundingClientRect();
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const send = (kind: 'down' | 'move' | 'up', x: number, y: number): void => {
    const common = {
      bubbles: true,
      cancelable: true,
      clientX: x,
      clientY: y,
      button: 0,
      buttons: kind === 'up' ? 0 : 1,
    };
    canvas.dispatchEvent(
      new PointerEvent(`pointer${kind}`, { ...common, pointerId: 1, isPrimary: true, pointerType: 'mouse' }),
    );
    canvas.dispatchEvent(new MouseEvent(`mouse${kind}`, common));
  };
  const frames: number[] = [];
  const start = performance.now();
  let last = start;
  let wheeled = 0;
  send('down', middle.x, middle.y);
  for (let dragging = true; ; ) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    const now = performance.now();
    if (frames.length > 0 || now > last) frames.push(now - last);
    last = now;
    const at = now - start;
    if (at >= 3000) break;
    if (at < 1500) {
      const turn = (at / 1500) * 2 * Math.PI;
      send('move', middle.x + 160 * Math.sin(turn), middle.y + 90 * Math.sin(2 * turn));
      continue;
    }
    if (dragging) send('up', middle.x, middle.y);
    dragging = false;
    // In for three quarters of a second, and out again.
    const wanted = at < 2250 ? (at - 1500) * 0.6 : (3000 - at) * 0.6;
    const deltaY = wheeled - wanted;
    wheeled = wanted;
    canvas.dispatchEvent(
      new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: middle.x, clientY: middle.y, deltaY }),
    );
  }
  return frames.slice(1);
}

/** Waits until all that was asked of the graphics so far is computed. */
export function finishDrawing(selector: string): void {
  const canvas = document.querySelector(selector);
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error(`no ${selector}`);
  const gl = canvas.getContext('webgl2');
  const pixel = new Uint8Array(4);
  if (gl !== null) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  else canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}

/** The same without holding the page up meanwhile: for who measures its tasks. */
export async function drawingFinished(selector: string): Promise<void> {
  const canvas = document.querySelector(selector);
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error(`no ${selector}`);
  const gl = canvas.getContext('webgl2');
  const sync = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
  if (gl === null || sync === null) return;
  gl.flush();
  while (gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.SIGNALED)
    await new Promise((resolve) => setTimeout(resolve, 2));
  gl.deleteSync(sync);
}

/** Clicks on places of the map. @returns milliseconds that each click's handlers took: to find what is there, above all */
export function hitTests(selector: string): number[] {
  const canvas = document.querySelector(selector);
  if (canvas === null) throw new Error(`no ${selector}`);
  const box = canvas.getBoundingClientRect();
  return [-0.08, -0.04, 0, 0.04, 0.08].map((share) => {
    const [clientX, clientY] = [box.left + box.width * (0.5 + share), box.top + box.height * (0.5 - share)];
    const common = { bubbles: true, cancelable: true, clientX, clientY };
    const start = performance.now();
    for (const kind of ['pointermove', 'pointerdown', 'pointerup'])
      canvas.dispatchEvent(new PointerEvent(kind, { ...common, pointerId: 1, isPrimary: true, pointerType: 'mouse' }));
    for (const kind of ['mousemove', 'mousedown', 'mouseup', 'click'])
      canvas.dispatchEvent(new MouseEvent(kind, common));
    return performance.now() - start;
  });
}

/** Unticks a choice of the product. @returns milliseconds to the frame that shows it, by the product's own measure */
export async function untick({ label, within }: { label: string; within: string }): Promise<number> {
  const rows = [...document.querySelectorAll<HTMLElement>(`${within} label`)];
  const box = rows.find(({ textContent }) => textContent.includes(label))?.querySelector('input');
  if (!box) throw new Error(`no choice ${label} in ${within}`);
  const before = performance.getEntriesByName('filter').length;
  const start = performance.now();
  box.click();
  while (performance.getEntriesByName('filter').length === before) {
    if (performance.now() - start > 60_000) throw new Error('the filter was never shown');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - start;
}

/** The same on a page that the product is compared with. */
export async function leaveOut(cluster: string): Promise<number> {
  const start = performance.now();
  await window.bench?.filter(cluster);
  return performance.now() - start;
}

/** Starts an import. @returns milliseconds until its rows are drawn */
export async function pressAndWait(button: Element): Promise<number> {
  const start = performance.now();
  if (button instanceof HTMLElement) button.click();
  while (document.documentElement.dataset['overlay'] !== '1') {
    if (performance.now() - start > 180_000) throw new Error('the rows were never drawn');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - start;
}
