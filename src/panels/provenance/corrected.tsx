/** Beside a corrected value: its mark, and what the register says, struck out, with its source. */
import { currentValue, factIndex, isDraft, isFactCorrection } from '../../domain/corrections.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { SiteProperties } from '../../domain/schema/site.ts';
import { useApp } from '../../state/app.ts';
import { namesIn, valueWords } from '../corrections/phrases.ts';
import { SourceLine } from '../shared/source-line.tsx';
import { CorrectedBadge } from './corrected-badge.tsx';
import './provenance.css';

/** Sources that the register gives for a field; none where it states none for it alone. */
export function registerSources(site: SiteProperties, field: Correction['field']): Source[] {
  const key =
    field === 'status'
      ? site.statusSource
      : field === 'outline'
        ? site.outline?.source
        : site.facts[factIndex(site.facts, field)]?.source;
  const keys = field === 'location' ? site.location.sources : key == null ? [] : [key];
  return keys.flatMap((k) => site.sources[k] ?? []);
}

export function Corrected({ correction }: { readonly correction: Correction }) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const register = state.corrections.registerById.get(correction.record);
  const old = register === undefined ? null : currentValue(register, correction.field);
  return (
    <div class="corrected">
      <div>
        <CorrectedBadge isDraft={isDraft(correction)} />{' '}
        <span class="muted small">
          {t('correctionMade', { date: date(correction.made), version: correction.dataVersion })}
        </span>
      </div>
      {isFactCorrection(correction) && (
        <div>
          {t('asPrinted')}: {correction.newValue.asPrinted}
        </div>
      )}
      <div>
        {t('correctionNewSource')}: <SourceLine source={correction.source} />
      </div>
      {old !== null && register !== undefined && (
        <>
          <div>
            {t('correctOld')}: <del>{valueWords(i18n.value, old, correction.field, namesIn(i18n.value, state))}</del>
          </div>
          <div>{t('correctionOldSource')}:</div>
          <ul class="sources">
            {registerSources(register, correction.field).map((source) => (
              <li key={`${source.title} ${source.url ?? ''}`}>
                <SourceLine source={source} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
