/** The legend of a shading: classes with their ranges, and what is unknown. */
import { SHADE_UNKNOWN, shadeColours } from '../../domain/shade-ramp.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { NamedColumn } from '../../state/plan/own-shade.ts';
import type { OwnColumn, ShadeView } from '../../state/plan/shade-view.ts';
import { Note } from '../../ui/pieces.tsx';
import './plan.css';

/** Set, column, sum or mean, and that the data is the user's own. */
export function ownTitle({ t }: I18n, { set, column, how }: NamedColumn): string {
  if (column === null) return t('shadeOwnCount', { set });
  return how === 'sum' ? t('shadeOwnSum', { set, column }) : t('shadeOwnMean', { set, column });
}

/** Which rows are not in the numbers. */
export function ownLeft({ t, number }: I18n, { left, empty }: OwnColumn): string[] {
  return [t('shadeOwnLeft', { n: number(left) }), ...(empty > 0 ? [t('shadeOwnEmpty', { n: number(empty) })] : [])];
}

export function shadeTitle(i18n: I18n, { key, figures, own }: Pick<ShadeView, 'key' | 'figures' | 'own'>): string {
  if (own !== null) return ownTitle(i18n, own);
  const { t, text } = i18n;
  const [figure] = figures;
  const what = key.figureKey === null ? t('shadeRecords') : figure === undefined ? key.figureKey : text(figure.label);
  return key.perKm2 ? t('shadePerKm2', { what }) : what;
}

/** A number of this shading in words, with its unit. */
export function shadeNumber(i18n: I18n, { key, unit }: Pick<ShadeView, 'key' | 'unit'>, value: number): string {
  const { t, number, fact } = i18n;
  // A rate keeps three figures; more would say more than the sources do.
  const shown = key.perKm2 ? Number(value.toPrecision(3)) : value;
  // Small numbers, as of a user's own column, keep three figures too: 0.004 is not 0.
  const size = Math.abs(shown);
  const digits = size > 0 && size < 1 ? Math.min(20, 2 - Math.floor(Math.log10(size))) : 2;
  const words = unit === null ? number(shown, digits) : fact({ value: shown, unit, qualifier: 'exact' });
  return key.perKm2 ? t('perKm2', { n: words }) : words;
}

export function yearWords({ t }: I18n, { key, year }: Pick<ShadeView, 'key' | 'year'>): string {
  return key.figureKey === null ? '' : (year ?? t('shadeUndated'));
}

export function LegendRows({ view }: { readonly view: ShadeView }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const theme = state.theme.value;
  const colours = shadeColours(theme, view.classes.classes.length);
  const { ground, stroke } = SHADE_UNKNOWN[theme];
  const districtsOf = (at: number | null) =>
    i18n.value.list(
      view.values
        .filter(({ district }) => (view.shaded.get(district) ?? null) === at)
        .map(({ district }) => t(`district.${district}`)),
    );
  const words = (value: number) => shadeNumber(i18n.value, view, value);
  const list = (
    <ul class="shade-key">
      {view.classes.classes.map(({ from, to, count }, at) => (
        <li key={from}>
          <svg width="22" height="14" aria-hidden="true">
            <rect width="22" height="14" fill={colours[at]} />
          </svg>
          <span class="tabular">{from === to ? words(from) : `${words(from)} – ${words(to)}`}</span>
          <span class="muted small">{count === 0 ? '' : districtsOf(at)}</span>
        </li>
      ))}
      {view.classes.unknown > 0 && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <rect width="22" height="14" fill={ground} />
            <path d="M-2 14L12 0M6 14L20 0M14 14L28 0" stroke={stroke} stroke-width="1.1" />
          </svg>
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
