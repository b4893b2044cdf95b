/** What the sizes of a set's points mean: three round numbers with the circles they are drawn as. */
import { BLANK_PX, sizeSteps } from '../../analysis/column-sizes.ts';
import { titleIn } from '../../domain/column-values.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { sizesOf } from '../../state/imports/set-counts.ts';

export function SizeKey({ item: { set, look } }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const sizes = sizesOf(set, look);
  if (sizes === null) return null;
  return (
    <div class="set-key-box">
      <p class="small">{t('legendSize', { name: plainLine(titleIn(set, look.sizeBy ?? '')) })}</p>
      <ul class="set-key is-swatches is-sizes">
        {sizeSteps(sizes).map(({ value, px }) => (
          <li key={value}>
            <Circle px={px} /> <span class="tabular">{number(value, 6)}</span>
          </li>
        ))}
        {sizes.blanks > 0 && (
          <li>
            <Circle px={BLANK_PX} /> <span>{t('legendSizeBlank')}</span>{' '}
            <span class="tabular muted">{number(sizes.blanks)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Its outer edge is that of the point on the map without the ring around it. */
function Circle({ px }: { readonly px: number }) {
  return <span class="size-key" aria-hidden="true" style={{ width: `${px}px`, height: `${px}px` }} />;
}
