/** How far a question reaches, in kilometres: by a slider, and as a number to the tenth. */
import { MOST_KM, withinOf } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';

interface WithinProps {
  readonly km: number;
  readonly least: number;
  readonly onChange: (km: number) => void;
}

export function Within({ km, least, onChange }: WithinProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const label = t('askWithin');
  return (
    <div class="ask-field ask-within">
      <label>
        {label}
        <input
          type="range"
          min={Math.floor(least)}
          max={MOST_KM}
          step={1}
          value={km}
          onChange={(event) => onChange(Math.max(least, Number(event.currentTarget.value)))}
        />
      </label>
      <label>
        <span class="visually-hidden">{label}</span>
        <input
          type="number"
          min={least}
          max={MOST_KM}
          step={0.1}
          value={km}
          onChange={(event) => {
            const next = withinOf(event.currentTarget.value, least);
            if (next === null) event.currentTarget.value = String(km);
            else onChange(next);
          }}
        />
        {t('km')}
      </label>
    </div>
  );
}
