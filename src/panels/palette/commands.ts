/** What the palette offers, one row a command: what it does, and whether a switch is on. */

import type { Lang } from '../../domain/format.ts';
import { yearOf } from '../../domain/milestones.ts';
import type { ContextLayer } from '../../domain/vocabulary.ts';
import { CONTEXT_LAYERS } from '../../domain/vocabulary.ts';
import type { Messages } from '../../i18n/catalogues.ts';
import type { ModeId } from '../../state/address/address.ts';
import type { View } from '../../state/address/views.ts';
import type { App } from '../../state/app.ts';
import { toggled } from '../../state/filter.ts';
import type { MapPort } from '../../state/map-port.ts';
import { PINYIN } from './pinyin.ts';

export type CommandId = keyof typeof PINYIN;

interface Command {
  run(app: App): void;
  /** Of a switch, whether it is on. */
  on?(app: App): boolean;
  /** Reading goes on in the panel that it opens. */
  readonly leads?: boolean;
}

const mode = (id: ModeId): Command => ({
  run: ({ state }) => state.actions.setMode(id),
  on: ({ state }) => state.mode.value === id,
});

const view = (id: View): Command => ({ run: ({ state }) => state.actions.openView(id), leads: true });

const layer = (id: ContextLayer): Command => ({
  run: ({ state }) => state.actions.setLayers(toggled(CONTEXT_LAYERS, state.layers.peek(), id)),
  on: ({ state }) => state.layers.value?.includes(id) ?? true,
});

const lang = (id: Lang): Command => ({
  run: ({ state }) => state.actions.setLang(id),
  on: ({ state }) => state.lang.value === id,
});

const onMap = (ask: (port: MapPort) => void): Command => ({
  run({ state, map }) {
    // Under a table there is no map to look at.
    state.actions.openView(null);
    if (map.value !== null) ask(map.value);
  },
});

export const COMMANDS: Readonly<Record<CommandId, Command>> = {
  'mode.plan': mode('plan'),
  'mode.invest': mode('invest'),
  'mode.present': mode('present'),
  'view.reader': view('reader'),
  'view.units': view('units'),
  'view.targets': view('targets'),
  'view.coverage': view('coverage'),
  'view.table': view('table'),
  'view.ask': view('ask'),
  'view.cross': view('cross'),
  'view.areas': view('areas'),
  'view.shade': view('shade'),
  'view.data': view('data'),
  'view.export': view('export'),
  'view.sketches': view('sketches'),
  'view.corrections': view('corrections'),
  'view.locate': view('locate'),
  'view.workspace': view('workspace'),
  'view.basemaps': view('basemaps'),
  'view.counting': view('counting'),
  'view.method': view('method'),
  'view.shortlist': view('shortlist'),
  'view.compare': view('compare'),
  'view.offers': view('offers'),
  'view.dossier': { run: ({ state }) => state.actions.openDossier(null), leads: true },
  'view.pack': view('pack'),
  'view.embed': view('embed'),
  'view.licences': view('licences'),
  'view.accessibility': view('accessibility'),
  'layer.water': layer('water'),
  'layer.roads': layer('roads'),
  'layer.stations': layer('stations'),
  'layer.towns': layer('towns'),
  'layer.places': layer('places'),
  'layer.borders': layer('borders'),
  'switch.radii': {
    run: ({ state }) => state.actions.setRadii(!state.radii.peek()),
    on: ({ state }) => state.radii.value,
  },
  'switch.dark': {
    run: ({ state }) => state.actions.setTheme(state.theme.peek() === 'dark' ? 'light' : 'dark'),
    on: ({ state }) => state.theme.value === 'dark',
  },
  'switch.years': {
    run: ({ state: { plan, base } }) => plan.setYear(plan.year.peek() === null ? yearOf(base.version.date) : null),
    on: ({ state }) => state.plan.year.value !== null,
  },
  'switch.measure': {
    run: ({ state }) => state.actions.setMeasuring(!state.measuring.peek()),
    on: ({ state }) => state.measuring.value,
  },
  'switch.keys': {
    run: ({ state }) => state.actions.useCharacterKeys(!state.characterKeys.peek()),
    on: ({ state }) => state.characterKeys.value,
  },
  'map.city': onMap((port) => port.reset()),
  'map.in': onMap((port) => port.zoomIn()),
  'map.out': onMap((port) => port.zoomOut()),
  'map.north': onMap((port) => port.northUp()),
  'map.focus': onMap((port) => port.focus()),
  'act.clear': { run: ({ state }) => state.actions.clearFilters() },
  'act.home': { run: ({ state }) => state.actions.select(null), leads: true },
  'lang.zh-Hans': lang('zh-Hans'),
  'lang.zh-Hant': lang('zh-Hant'),
  'lang.en': lang('en'),
};

/** A command as the search takes it: found by its names in every language, whichever is shown. */
export interface CommandEntry {
  readonly command: CommandId;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

const isCommand = (id: string): id is CommandId => Object.hasOwn(PINYIN, id);

/** All commands with the words of both languages. */
export function commandEntries({ zh, en }: { readonly zh: Messages; readonly en: Messages }): readonly CommandEntry[] {
  const named = (words: Messages, command: CommandId) => {
    const name = words[`cmd.${command}`];
    return name === undefined ? [] : [name];
  };
  return Object.keys(PINYIN)
    .filter(isCommand)
    .map((command) => {
      const syllables = PINYIN[command].split(' ');
      return {
        command,
        zh: named(zh, command),
        en: named(en, command),
        pinyin: [syllables.join('')],
        initials: [syllables.map((syllable) => syllable.slice(0, 1)).join('')],
      };
    });
}
