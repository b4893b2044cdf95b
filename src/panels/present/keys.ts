/** What a key means on the stage. Pure. Clickers send PageDown, PageUp, and often `.` or B. */
import type { Command } from '../../state/present/playback.ts';

/** What concerns the window alone, as against the playing of the tour. */
type WindowAction =
  | {
      readonly do:
        | 'fullscreen'
        | 'back'
        | 'leave'
        | 'keys'
        | 'notes'
        | 'spotlight'
        | 'choose'
        | 'edit'
        | 'hand-out'
        | 'code';
    }
  /** The slider of years, and a step of it. */
  | { readonly do: 'years' | 'year-before' | 'year-after' }
  /** A digit of a stop's number, which Enter goes to. */
  | { readonly do: 'digit'; readonly digit: string }
  | { readonly do: 'enter' };
export type StageAction = Command | WindowAction;

const WINDOW_ACTIONS: ReadonlySet<string> = new Set<WindowAction['do']>([
  'fullscreen',
  'back',
  'leave',
  'keys',
  'notes',
  'spotlight',
  'choose',
  'edit',
  'hand-out',
  'code',
  'years',
  'year-before',
  'year-after',
  'digit',
  'enter',
]);

export function isCommand(action: StageAction): action is Command {
  return !WINDOW_ACTIONS.has(action.do);
}

export interface KeyPress {
  readonly key: string;
  readonly modified: boolean;
  /** A control has the focus, which space and Enter belong to. */
  readonly onControl: boolean;
  /** The map has the focus, which moves by its own keys while it is arranged. */
  readonly onMap: boolean;
  /** A slider has it, which the arrows and its ends belong to. */
  readonly onSlider: boolean;
}

/** What MapLibre does by itself, and the key that chooses at the crosshair. */
const MAP_KEYS: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Enter']);

const KEYS: Readonly<Record<string, StageAction>> = {
  ArrowRight: { do: 'next' },
  ArrowDown: { do: 'next' },
  PageDown: { do: 'next' },
  n: { do: 'notes' },
  ArrowLeft: { do: 'previous' },
  ArrowUp: { do: 'previous' },
  PageUp: { do: 'previous' },
  Backspace: { do: 'previous' },
  Home: { do: 'first' },
  End: { do: 'last' },
  b: { do: 'black' },
  '.': { do: 'black' },
  w: { do: 'white' },
  ',': { do: 'white' },
  f: { do: 'fullscreen' },
  F5: { do: 'fullscreen' },
  p: { do: 'toggle-play' },
  a: { do: 'toggle-play' },
  l: { do: 'toggle-loop' },
  s: { do: 'spotlight' },
  c: { do: 'choose' },
  e: { do: 'edit' },
  h: { do: 'hand-out' },
  q: { do: 'code' },
  y: { do: 'years' },
  '[': { do: 'year-before' },
  ']': { do: 'year-after' },
  '?': { do: 'keys' },
  Escape: { do: 'back' },
};

export function stageAction({ key, modified, onControl, onMap, onSlider }: KeyPress): StageAction | null {
  if (modified || (onMap && MAP_KEYS.has(key)) || (onSlider && /^(Arrow|Home|End)/.test(key))) return null;
  if (key === ' ' || key === 'Enter') {
    if (onControl) return null;
    return key === ' ' ? { do: 'next' } : { do: 'enter' };
  }
  if (/^\d$/.test(key)) return { do: 'digit', digit: key };
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** The list of keys, as people are shown it; words in the catalogue. */
export const KEY_LIST = [
  ['keyNext', '→ ↓ PageDown Space'],
  ['keyPrevious', '← ↑ PageUp'],
  ['keyEnds', 'Home End'],
  ['keyNumber', '1 2 … Enter'],
  ['keyBlank', 'B . / W ,'],
  ['keyPlay', 'P A'],
  ['keyLoop', 'L'],
  ['keyYears', 'Y [ ]'],
  ['keySpotlight', 'S'],
  ['keyNotes', 'N'],
  ['keyFullscreen', 'F F5'],
  ['keyChoose', 'C'],
  ['keyEdit', 'E'],
  ['keyCode', 'Q'],
  ['keyHandOut', 'H'],
  ['keyLeave', 'Esc'],
  ['keyKeys', '?'],
] as const;
