/** How the first view that the build wrote into the page gives way to the map. */
import type { Scene } from './scene.ts';

/** What of a scene the picture shows: another one of these, and it is no longer true. */
const SHOWN = ['sites', 'selectedId', 'selectedDistrict', 'theme', 'labels', 'padding', 'ask', 'base'] as const;

export interface Passing {
  /** The map shows all that it does. */
  now(): void;
  /** The map answers the pointer from here on, through the picture; who touches it sees the map. */
  ready(): void;
  /** The scene that is to be shown. */
  show(scene: Scene): void;
}

/** Without a picture nothing is done. */
export function givingWay(container: HTMLElement): Passing {
  const picture = document.querySelector('.first-view');
  let first: Scene | null = null;
  const now = (): void => picture?.remove();
  return {
    now,
    ready() {
      picture?.classList.add('is-passing');
      if (picture === null) return;
      for (const touch of ['pointerdown', 'wheel', 'keydown']) {
        container.addEventListener(touch, now, { capture: true, once: true, passive: true });
      }
    },
    show(scene) {
      first ??= scene;
      const before = first;
      if (SHOWN.some((key) => JSON.stringify(scene[key]) !== JSON.stringify(before[key]))) now();
    },
  };
}
