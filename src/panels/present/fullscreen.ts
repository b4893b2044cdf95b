/** The browser's full screen, where it has one. */

export function isFullscreen(): boolean {
  // Absent in browsers without it, which the type does not say.
  return document.fullscreenElement instanceof Element;
}

export function toggleFullscreen(fail: () => void): void {
  if (isFullscreen()) void document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(fail);
}
