/** The finder, asked for by what first needs it; null until it is there. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';

export function useFinder(): Finder | null {
  const { state, need } = useApp();
  useEffect(() => {
    need.finder();
    need.shortlist();
  }, []);
  return state.invest.finder.value;
}
