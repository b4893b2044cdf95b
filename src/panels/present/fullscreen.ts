/** The browser's full screen, where it has one. */

export function isFullscreen(): boolean {
  // Absent in browsers without it, which the type does not say.
  return document.fullscreenElement instanceof Element;
}

export function toggleFullscreen(fail: () => void): void {
  if (isFullscreen()) void document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(fail);
}

/** On a press of the user's; where the browser does not allow it the tour plays in the window. */
export function enterFullscreen(): void {
  if (document.fullscreenEnabled && !isFullscreen()) toggleFullscreen(() => undefined);
}

/** A way back to the full screen that browsers leave where the page opens a window. */
export interface FullscreenReturn {
  /** A window opens. */
  leaving(): void;
  /** @param goesOn what was pressed plays the tour on: the full screen comes back with it; anything else gives it up */
  pressed(goesOn: boolean): void;
}

export function fullscreenReturn(): FullscreenReturn {
  let wasFull = false;
  return {
    leaving() {
      wasFull = isFullscreen();
    },
    pressed(goesOn) {
      if (wasFull && goesOn) enterFullscreen();
      wasFull = false;
    },
  };
}
