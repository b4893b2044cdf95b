/** The finder with its words, asked for by what first needs it; null until both are there. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';

export function useFinder(): Finder | null {
  const { state, i18n, need } = useApp();
  useEffect(() => {
    need.words('invest');
    need.finder();
    need.shortlist();
  }, []);
  return i18n.value.has('invest') ? state.invest.finder.value : null;
}
