/** Behind the last stop: that it is over, what it was, and where it comes from. */
import type { Tour } from '../../domain/tour-schema.ts';
import { useApp } from '../../state/app.ts';
import { mapMark } from '../../state/map-mark.ts';
import { Mixed } from '../shared/mixed-script.tsx';

export function End({ tour }: { readonly tour: Tour }) {
  const { state, i18n } = useApp();
  const { t, text, date } = i18n.value;
  const { data, date: day } = state.base.version;
  return (
    <div class="stage-end" role="status">
      <p class="stage-tour">{t('presentEnd')}</p>
      <h2>
        <Mixed text={text(tour.title)} />
      </h2>
      <p>
        {t('dataVersion', { version: data, date: date(day) })} · {mapMark(state.base.config, i18n.value)}
      </p>
      <p>{t('presentEndKeys')}</p>
    </div>
  );
}
