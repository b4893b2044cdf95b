/**
 * Runs in the head, before the page is first painted: says whether the first view that the build wrote into the page is
 * what will be shown (`html[data-picture]`: the language, of which its words must be, or `none`), gives it the layout of
 * the screen, and puts what keeps its size there where the live map will have it. At most 2 KiB, since everything waits for it.
 */
import { CORRECTIONS_KEY } from '../data/device/keys.ts';
import { DARK, deviceLang, NARROW_SCREEN } from '../domain/device-defaults.ts';
import { fitPadding, LEAST_PX, MIN_ZOOM, type Size } from '../map/camera.ts';

const page = document.documentElement;
const matches = (query: string): boolean => matchMedia(query).matches;

const narrow = (): boolean => matches(NARROW_SCREEN);

function keeps(key: string): boolean {
  try {
    return key in localStorage;
  } catch {
    return false;
  }
}

const numbers = (text = ''): number[] => text.split(' ').map(Number);

const find = <E extends Element>(selector: string): E | null => document.querySelector<E>(selector);

/** As the camera of the live map fits the city into what no panel covers. */
function place(svg: SVGSVGElement, size: Size): void {
  // The sheet covers half of a narrow screen.
  const covered = narrow() ? Math.min(Math.round(innerHeight / 2), Math.max(0, size.height - LEAST_PX)) : 0;
  const air = fitPadding(size);
  const width = size.width - air.left - air.right;
  const height = size.height - air.top - air.bottom - covered;
  svg.style.cssText = `left:${air.left}px;top:${air.top}px;width:${width}px;height:${height}px`;
  const box = svg.viewBox.baseVal;
  const scale = Math.min(width / box.width, height / box.height);
  // Half steps of the zoom; the last size is only there to be interpolated to.
  const [middle = 0, ...sizes] = numbers(svg.dataset['zooms']);
  const zoom = 2 * (middle + Math.log2(scale) - MIN_ZOOM);
  // The map goes no farther out, and would show less than the city.
  if (zoom < 0) svg.style.visibility = 'hidden';
  const step = Math.min(sizes.length - 2, Math.floor(zoom));
  const [from = 0, to = from] = sizes.slice(step);
  const symbol = from + (to - from) * (zoom - step);
  const lines = svg.querySelectorAll('line');
  svg.querySelectorAll<SVGElement>('[data-at]').forEach((element, i) => {
    const places = String(element.dataset['at']).split(',');
    const place = places[step] ?? places[0];
    element.setAttribute('transform', `translate(${place})scale(${1 / scale})`);
    element.querySelector('use')?.setAttribute('transform', `scale(${symbol})`);
    // Symbols come first, each with its leader.
    numbers(place).forEach((value, axis) => {
      lines[i]?.setAttribute(`${'xy'[axis]}2`, `${value}`);
    });
  });
  // Names found their room at the zoom of a middle screen.
  svg.classList.toggle('far', scale < 0.95);
}

// The theme is the page's from its first paint on.
const said = new URLSearchParams(location.hash.slice(1) + location.search);
const [lang, theme] = [said.get('lang'), said.get('theme')];
page.dataset['theme'] = theme === 'dark' || (theme !== 'light' && matches(DARK)) ? 'dark' : 'light';
// What the picture cannot know of: whatever an address names beyond these two, and corrections.
said.delete('lang');
said.delete('theme');
const picture = `${said}` || keeps(CORRECTIONS_KEY) ? 'none' : (lang ?? deviceLang(navigator.languages));
page.dataset['picture'] = picture;
/** In the frame that is painted next. */
const mark = (name: string): unknown => requestAnimationFrame(() => performance.mark(name));
let isListed = picture !== 'zh-Hans';
const come = new MutationObserver(() => {
  find('.frame')?.classList.toggle('is-narrow', narrow());
  // The list, where its words are true: of it too all has come once what stands behind it has.
  if (!isListed && find('.main')) {
    isListed = true;
    mark('list');
  }
  const svg = find<SVGSVGElement>('.first-view svg');
  const stage = svg?.parentElement;
  // What stands behind it has come, so all of it has.
  if (!stage || !find('.details')) return;
  come.disconnect();
  // At once, before the frame is painted; and whenever head, fonts or window leave it other room.
  new ResizeObserver((entries) => {
    for (const { contentRect } of entries) if (contentRect.width > 0) place(svg, contentRect);
  }).observe(stage);
  if (picture !== 'none') mark('picture');
});
come.observe(page, { childList: true, subtree: true });
