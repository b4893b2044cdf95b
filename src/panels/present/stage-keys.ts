/** The keys of a running tour, the same on the stage and in the presenter's window. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { isCharacter } from '../../state/character-keys.ts';
import { type StageAction, stageAction } from './keys.ts';
import { isControl } from './pointer.ts';

/** A number that is not finished with Enter is forgotten. */
const DIGITS_MS = 4000;
const MOST_DIGITS = 3;

/** Hears keys while the component is there; `act` is always that of its last rendering. */
export function useStageKeys(act: (action: StageAction) => void): void {
  const { characterKeys } = useApp().state;
  const latest = useRef(act);
  latest.current = act;
  // From the first picture on: a clicker may be pressed at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      if (isCharacter(key) && !characterKeys.peek()) return;
      const onMap = target instanceof Element && target.closest('.map') !== null;
      const onSlider = target instanceof HTMLInputElement && target.type === 'range';
      const modified = altKey || ctrlKey || metaKey;
      const action = stageAction({ key, modified, onControl: isControl(target), onMap, onSlider });
      if (action === null) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

export interface StopNumber {
  /** What was typed so far. */
  readonly digits: ReadonlySignal<string>;
  readonly add: (digit: string) => void;
  /** Goes to the stop of that number, where one was typed. */
  readonly enter: () => void;
  readonly forget: () => void;
}

/** The number of a stop as it is typed, digit by digit; `go` takes its index from 0. */
export function useStopNumber(go: (index: number) => void): StopNumber {
  const digits = useSignal('');
  useEffect(() => {
    if (digits.value === '') return;
    const timer = setTimeout(() => (digits.value = ''), DIGITS_MS);
    return () => clearTimeout(timer);
  }, [digits.value]);
  return {
    digits,
    add: (digit) => (digits.value = `${digits.peek()}${digit}`.slice(-MOST_DIGITS)),
    enter() {
      if (digits.peek() !== '') go(Number(digits.peek()) - 1);
      digits.value = '';
    },
    forget: () => (digits.value = ''),
  };
}
