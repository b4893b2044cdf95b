/** The parts of a score as one bar: a slot a criterion, as wide as its weight, filled as far as it scores; unknown is hatched. */
import type { RankedCandidate } from '../../analysis/invest/types.ts';
import { useApp } from '../../state/app.ts';
import { criterionWords, type OwnNames, partWords, valueWords } from './criterion-text.ts';

export function PartsBar({ one, own }: { readonly one: RankedCandidate; readonly own: OwnNames }) {
  const { state, i18n } = useApp();
  const { list } = i18n.value;
  const words = list(
    one.parts.map((part) => partWords(i18n.value, part, own)),
    'semicolon',
  );
  return (
    <span class="parts-bar" role="img" aria-label={words}>
      {one.parts.map((part) => {
        const value = one.values.get(part.criterion);
        const said = value === undefined ? '' : valueWords(i18n.value, state, value);
        return (
          <span
            key={part.criterion}
            class={`part ${part.points === null ? 'is-unknown' : ''}`}
            style={{ flexGrow: part.weight }}
            title={`${criterionWords(i18n.value, part.criterion, own)}: ${said}`}
          >
            {part.points !== null && <span style={{ width: `${(100 * part.points) / part.most}%` }} />}
          </span>
        );
      })}
    </span>
  );
}
