/** The legend of a shading: classes with their ranges, and what is unknown. */
import { shadeColours } from '../../domain/shade-ramp.ts';
import { useApp } from '../../state/app.ts';
import type { ShadeView } from '../../state/plan/shade-view.ts';
import { Note } from '../../ui/pieces.tsx';
import { ShadeSwatch, UnknownSwatch } from '../shared/shade-swatch.tsx';
import { fewBehind, openWords, ownLeft, shadeScale } from './shade-words.ts';
import './plan.css';

export function LegendRows({ view }: { readonly view: ShadeView }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const theme = state.theme.value;
  const colours = shadeColours(theme, view.classes.classes.length);
  const districtsOf = (at: number | null) =>
    i18n.value.list(
      view.values
        .filter(({ district }) => (view.shaded.get(district) ?? null) === at)
        .map(({ district }) => {
          const n = at === null ? null : fewBehind(view, district);
          const open = at === null || view.own === null ? null : openWords(i18n.value, view, district);
          const name = [t(`district.${district}`), ...(open === null ? [] : [open])].join(' ');
          return n === null ? name : t('nameOfFew', { name, n: number(n) });
        }),
    );
  const { words } = shadeScale(i18n.value, view);
  const list = (
    <ul class="shade-key">
      {view.classes.classes.map(({ from, to, count }, at) => (
        <li key={from}>
          <ShadeSwatch fill={colours[at]} />
          <span class="tabular">{from === to ? words(from) : `${words(from)} – ${words(to)}`}</span>
          <span class="muted small">{count === 0 ? '' : districtsOf(at)}</span>
        </li>
      ))}
      {view.classes.unknown > 0 && (
        <li>
          <UnknownSwatch theme={theme} />
          <span>{t('shadeUnknown')}</span>
          <span class="muted small">{districtsOf(null)}</span>
        </li>
      )}
    </ul>
  );
  return (
    <>
      {list}
      {view.own !== null && ownLeft(i18n.value, view.own).map((left) => <Note key={left}>{left}</Note>)}
    </>
  );
}
