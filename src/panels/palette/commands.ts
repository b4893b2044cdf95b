/** What the palette offers, one row a command: what it does, and whether a switch is on. */

import { LANGS, type Lang } from '../../domain/format.ts';
import { yearOf } from '../../domain/milestones.ts';
import { CONTEXT_LAYERS, type ContextLayer } from '../../domain/vocabulary.ts';
import type { Messages } from '../../i18n/catalogues.ts';
import { MODE_IDS, type ModeId } from '../../state/address/address.ts';
import { VIEWS, type View } from '../../state/address/views.ts';
import type { App } from '../../state/app.ts';
import { toggled } from '../../state/filter.ts';
import type { MapPort } from '../../state/map-port.ts';
import { PINYIN } from './pinyin.ts';

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
  leads: true,
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

/** The commands that a table of ids makes: one an id. */
function each<P extends string, Id extends string>(
  prefix: P,
  ids: readonly Id[],
  make: (id: Id) => Command,
): Readonly<Record<`${P}.${Id}`, Command>> {
  const made: Readonly<Record<string, Command>> = Object.fromEntries(ids.map((id) => [`${prefix}.${id}`, make(id)]));
  const isWhole = (commands: typeof made): commands is Readonly<Record<`${P}.${Id}`, Command>> =>
    ids.every((id) => `${prefix}.${id}` in commands);
  if (!isWhole(made)) throw new Error(`a command of ${prefix} is missing`);
  return made;
}

/** What no table makes. */
const OTHERS = {
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
} satisfies Readonly<Record<string, Command>>;

export type CommandId =
  | `mode.${ModeId}`
  | `view.${View}`
  | `layer.${ContextLayer}`
  | `lang.${Lang}`
  | keyof typeof OTHERS;

export const COMMANDS: Readonly<Record<CommandId, Command>> = {
  ...each('mode', MODE_IDS, mode),
  ...each('view', VIEWS, view),
  'view.dossier': { run: ({ state }) => state.actions.openDossier(null), leads: true },
  ...each('layer', CONTEXT_LAYERS, layer),
  ...OTHERS,
  ...each('lang', LANGS, lang),
};

/** What is missing in `PINYIN`, whose order is the one shown, does not compile. */
const READINGS: Readonly<Record<CommandId, string>> = PINYIN;

/** A command as the search takes it: found by its names in every language, whichever is shown. */
export interface CommandEntry {
  readonly command: CommandId;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

const isCommand = (id: string): id is CommandId => Object.hasOwn(READINGS, id);

/** All commands with the words of both languages. */
export function commandEntries({ zh, en }: { readonly zh: Messages; readonly en: Messages }): readonly CommandEntry[] {
  const named = (words: Messages, command: CommandId) => {
    const name = words[`cmd.${command}`];
    return name === undefined ? [] : [name];
  };
  return Object.keys(READINGS)
    .filter(isCommand)
    .map((command) => {
      const syllables = READINGS[command].split(' ');
      return {
        command,
        zh: named(zh, command),
        en: named(en, command),
        pinyin: [syllables.join('')],
        initials: [syllables.map((syllable) => syllable.slice(0, 1)).join('')],
      };
    });
}
