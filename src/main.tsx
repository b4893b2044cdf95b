/** Wiring only: load -> state -> map + panels. The walk is told in README.md beside this file. */
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/layout.css';
import './ui/head.css';
import './ui/pieces.css';
import './ui/forms.css';
import './ui/lists.css';
import './ui/panels.css';
import './ui/adapt.css';
import './ui/print.css';
import './ui/wide.css';
import './ui/first-view.css';
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { DEVICE_KEYS } from './data/device/keys.ts';
import { holdsText, onStorage } from './data/device/storage.ts';
import { source } from './data/fetched.ts';
import { loadBase } from './data/load.ts';
import { deviceLang, NARROW_SCREEN } from './domain/device-defaults.ts';
import { messageOf } from './domain/error-message.ts';
import type { Lang } from './domain/format.ts';
import { type Area, allAreas, createI18n, type Language, loadMessages } from './i18n/index.ts';
import { AppView, preloadFrame } from './panels/frame/app-view.tsx';
import { MODES, preloadPlan } from './panels/frame/modes.ts';
import { parseAddress } from './state/address/address.ts';
import { bindHistory } from './state/address/history.ts';
import { afterFrames } from './state/after-paint.ts';
import { type App, AppProvider, createPlaces } from './state/app.ts';
import { createAppState } from './state/app-state.ts';
import { keepCharacterKeys } from './state/character-keys.ts';
import { deviceTheme, followDevice, mediaSignal } from './state/device.ts';
import { loadOnNeed } from './state/load-on-need.ts';
import type { MapPort } from './state/map-port.ts';
import { once } from './state/once.ts';

const later = () => import('./data/load-later.ts');
const starts = () => import('./state/starts.ts');
const correcting = () => import('./state/corrections/start-corrections.ts');

const KEEP_AFTER_MS = 500;

/** Whatever the user did meanwhile goes first. */
const letIn = () => new Promise<void>((resolve) => void setTimeout(resolve));

async function start(root: HTMLElement): Promise<void> {
  performance.mark('app-shell');
  const opened = location.href;
  const { embed } = parseAddress(location.hash);
  // Before anything is asked of the device: see isEmbedded.
  if (embed !== null) document.documentElement.dataset['embed'] = embed;
  const defaults = { lang: deviceLang(navigator.languages), theme: deviceTheme() };
  const firstLang = parseAddress(location.hash).lang ?? defaults.lang;
  // A frame has no sheet.
  const narrow = embed === null ? mediaSignal(NARROW_SCREEN) : signal(false);
  // The panels that the page is served with give way to the same ones, whole.
  const served = document.documentElement.dataset['picture'] === 'zh-Hans';
  // What was served is seen before all that follows takes the processor.
  if (served) await new Promise<void>((seen) => void afterFrames(1, seen));
  const afterFirst = document.querySelector<HTMLTemplateElement>('#fetched-after-first-frame');
  if (afterFirst !== null) document.head.append(afterFirst.content);
  const [base, first, held, takeOver, framed] = await Promise.all([
    loadBase(source),
    loadLanguage(firstLang, served ? ['shell', 'panels'] : ['shell']),
    holdsText(DEVICE_KEYS.corrections) ? correcting() : null,
    // What does not come says so itself.
    served
      ? Promise.all([import('./panels/frame/take-over.ts'), preloadFrame(narrow.value), preloadPlan()]).catch(
          () => null,
        )
      : null,
    embed === null ? null : import('./panels/embed/embed-view.tsx'),
  ]);
  // The map's code travels, and its worker starts, while the list is made; whether they came is asked where needed.
  const mapCode = import('./map/mount.ts');
  mapCode.then(({ startMapWorker }) => startMapWorker()).catch(() => undefined);

  await letIn();
  // A link of the page as it was served may have been followed by now.
  const address = parseAddress(location.hash);
  const state = createAppState(base, address, defaults);
  // What the device corrects is shown from the first picture on.
  held?.startCorrections(state);
  // The link may name a record that the user has added.
  if (held !== null) state.actions.restore(address);
  const language = signal(first);
  // A panel that forgot to bring its words shows none for a moment, and then all there are.
  const i18n = computed(() =>
    createI18n(language.value, () => void allAreas().then((areas) => areas.forEach(app.need.words), fail)),
  );
  const wantedAreas = signal<readonly Area[]>(['shell', 'panels']);
  const map = signal<MapPort | null>(null);
  const fail = state.actions.notify;
  const app: App = {
    state,
    i18n,
    map,
    places: createPlaces(),
    opened,
    narrow,
    need: {
      statistics: once(async () => state.provide({ statistics: await (await later()).loadStatistics(source) }), fail),
      search: once(async () => state.provide({ searchIndex: await (await later()).loadSearch(source) }), fail),
      imports: once(async () => {
        app.need.words('plan');
        const { startImports } = await (await starts()).imports();
        startImports(state, source, i18n);
      }, fail),
      licences: async () => (await later()).loadLicences(source),
      words: (area) => {
        if (!wantedAreas.peek().includes(area)) wantedAreas.value = [...wantedAreas.peek(), area];
      },
      answers: once(async () => (await (await starts()).answers()).startWithTowns(state, source), fail),
      shading: once(async () => (await (await starts()).shading()).startShading(state), fail),
      finder: once(async () => {
        const { startFinder } = await (await starts()).finder();
        await startFinder(state, source);
      }, fail),
      presentation: once(async () => {
        const { startPresentation } = await (await starts()).presentation();
        await startPresentation(app, source);
      }, fail),
      shortlist: once(async () => (await (await starts()).shortlist()).startShortlist(state), fail),
      sketches: once(async () => (await (await starts()).sketches()).startSketches(state), fail),
      offers: once(async () => state.provide({ offers: await (await later()).loadOffers(source) }), fail),
      outlines: once(async () => state.provide({ outlines: await (await later()).loadOutlines(source) }), fail),
      stations: once(async () => state.provide({ stations: await (await later()).loadStations(source) }), fail),
    },
  };

  // A language or an area's words that are not there yet; what is shown meanwhile stays.
  effect(() => {
    const { lang, areas } = language.value;
    const wanted = state.lang.value;
    if (wanted === lang && wantedAreas.value.every((area) => areas.has(area))) return;
    const asked = wantedAreas.value;
    loadLanguage(wanted, asked).then((next) => {
      if (state.lang.peek() === wanted && wantedAreas.peek() === asked) language.value = next;
    }, fail);
  });
  effect(() => {
    document.documentElement.lang = i18n.value.lang;
    document.title = i18n.value.t('appTitle');
  });
  effect(() => {
    document.documentElement.dataset['theme'] = state.theme.value;
  });
  followDevice(state);
  keepCharacterKeys(state);
  loadOnNeed(app);
  onStorage(
    DEVICE_KEYS.corrections,
    once(async () => (await correcting()).startCorrections(state), fail),
  );
  bindHistory(state);
  if (base.warnings.length > 0) state.actions.notify(base.warnings.join(' '));

  if (state.corrections.aside.peek().length > 0) state.actions.notify(i18n.peek().t('correctionsAside'));

  const mountMap = async (element: HTMLElement) => {
    try {
      const { mountMap: mount } = await mapCode;
      await letIn();
      await mount(app, element, source, (port) => (map.value = port));
    } catch (error) {
      state.actions.setMapStatus('failed');
      fail(error);
    }
  };
  // What knows the parts and panels that come on need is there before the first of them; what does not come says so then.
  const foresee = once(
    async () => void (await Promise.all([starts(), import('./panels/frame/later-panels.tsx')])),
    () => undefined,
  );
  effect(() => {
    // Behind all that the view itself waits for.
    if (state.mapStatus.value !== 'waiting') setTimeout(foresee);
  });
  const keep = once(async () => (await import('./panels/frame/new-version.tsx')).keepAndAnnounce(app), fail);
  effect(() => {
    if (import.meta.env.MODE !== 'production' || framed !== null || state.mapStatus.value === 'waiting') return;
    // Every file is fetched again to be kept; what follows the first view on the map goes before.
    setTimeout(keep, KEEP_AFTER_MS);
  });
  // The first view stays over the map until that has drawn what it shows; what is read stays where it is.
  const picture = root.querySelector('.first-view');
  const goOn = takeOver?.[0].keepReading(root);
  root.replaceChildren();
  const View = framed?.EmbedView ?? AppView;
  render(
    <AppProvider value={app}>
      <View modes={MODES} onMapElement={(element) => void mountMap(element)} />
    </AppProvider>,
    root,
  );
  if (picture !== null) root.querySelector('.map')?.after(picture);
  goOn?.();
  performance.mark('app');
  if (!served) performance.mark('list');
}

async function loadLanguage(lang: Lang, areas: readonly Area[]): Promise<Language> {
  const [messages, conversion] = await Promise.all([
    loadMessages(lang, areas),
    lang === 'zh-Hant' ? later().then(({ loadConversion }) => loadConversion(source)) : {},
  ]);
  return { lang, areas: new Set(areas), messages, conversion };
}

const root = document.getElementById('app');
if (root !== null) {
  start(root).catch((error: unknown) => {
    const message = document.createElement('p');
    message.className = 'boot is-failed';
    message.setAttribute('role', 'alert');
    message.textContent = `数据载入失败 · Not loaded: ${messageOf(error)}`;
    root.replaceChildren(message);
  });
}
